import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onePage, pageAt, pageBetween, type Pages, pageStarts, SPARE } from './pages.ts';

/** Lists of bytes, in one page. */
function pageOfLists(lists: readonly Uint8Array[]): { readonly pages: Pages; readonly at: Uint32Array } {
  const at = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => (at[index + 1] = (at[index] ?? 0) + list.length));
  const bytes = Buffer.concat([...lists, new Uint8Array(SPARE)]);
  return { pages: onePage(new Uint8Array(bytes)), at };
}

const cut = (pages: Pages, at: Uint32Array, size: number): Pages => {
  const starts = pageStarts(pages, at, size);
  return {
    starts: Uint32Array.from(starts),
    pages: starts.slice(1).map((to, page) => Buffer.concat(pageBetween(pages, starts[page] ?? 0, to))),
  };
};

it('are cut where lists end, and are the same lists, however often they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (lists, size, another) => {
        const { pages, at } = pageOfLists(lists);
        for (const all of [pages, cut(pages, at, size), cut(cut(pages, at, size), at, another)]) {
          lists.forEach((list, index) => {
            if (list.length === 0) return;
            const from = at[index] ?? 0;
            const page = pageAt(all, from);
            const begin = from - (all.starts[page] ?? 0);
            const found = all.pages[page]?.subarray(begin, begin + list.length);
            expect(Buffer.from(found ?? [])).toEqual(Buffer.from(list));
            // What is looked at behind the last list is there.
            expect(all.pages[page]?.length).toBe(
              (all.starts[page + 1] ?? 0) - (all.starts[page] ?? 0) + SPARE,
            );
          });
        }
        expect(cut(pages, at, size).pages.every(({ length }) => length > SPARE)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
