import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { keepsVersion, keptAt, NewestVersions, newVersionId, PAUSE_MS, SPAN_MS } from './versions.ts';

const MINUTE = 60_000;

/** Replaces a text that stores itself at these moments; answers the moments of the texts that were kept. */
function keptOf(moments: readonly number[]): readonly number[] {
  const kept: { readonly made: number; readonly at: number }[] = [];
  moments.forEach((now, index) => {
    const made = moments[index - 1];
    if (made === undefined) return;
    const newest = kept.at(-1)?.at ?? null;
    const sinceVersion = newest === null ? null : now - newest;
    if (keepsVersion({ rule: 'spans', removed: false, sinceChange: now - made, sinceVersion }))
      kept.push({ made, at: now });
  });
  return kept.map(({ made }) => made);
}

const moments = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 30 * MINUTE })), {
    minLength: 2,
    maxLength: 200,
  })
  .map((steps) => {
    let now = 0;
    return steps.map((step) => (now += step));
  });

describe('which versions of a text are kept', () => {
  it('what stood there when a pause of two minutes began, always', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const kept = new Set(keptOf(all));
        all.slice(0, -1).forEach((made, index) => {
          if ((all[index + 1] ?? 0) - made > PAUSE_MS) expect(kept).toContain(made);
        });
      }),
    );
  });

  it('while nobody pauses: the first, then one every ten minutes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: PAUSE_MS }), { minLength: 2, maxLength: 400 }),
        (steps) => {
          let now = 0;
          const all = steps.map((step) => (now += step));
          const kept = keptOf(all);
          expect(kept[0]).toBe(all[0]);
          expect(kept.length).toBeLessThanOrEqual(1 + Math.ceil(now / SPAN_MS));
          const end = all.at(-2) ?? 0;
          for (const [index, made] of kept.entries())
            expect((kept[index + 1] ?? end) - made).toBeLessThanOrEqual(SPAN_MS + 2 * PAUSE_MS);
        },
      ),
    );
  });

  it('what is removed, whatever the time; of other records every one; of the log none', () => {
    const ages = { sinceChange: fc.nat(), sinceVersion: fc.option(fc.nat()) };
    fc.assert(
      fc.property(fc.record(ages), fc.boolean(), (age, removed) => {
        expect(keepsVersion({ rule: 'spans', removed: true, ...age })).toBe(true);
        expect(keepsVersion({ rule: 'each', removed, ...age })).toBe(true);
        expect(keepsVersion({ rule: 'none', removed, ...age })).toBe(false);
      }),
    );
  });
});

describe('ids of versions', () => {
  it('sort by the time they were kept, within one millisecond too', () => {
    const times = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(0xffff)), {
      selector: (time) => time.join(' '),
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(times, (all) => {
        const sorted = all.toSorted(([a, b], [c, d]) => a - c || b - d);
        const ids = sorted.map(([at, counter]) => newVersionId(at, counter));
        expect(ids).toEqual(ids.toSorted());
        expect(ids.map(keptAt)).toEqual(sorted.map(([at]) => at));
      }),
    );
  });
});

describe('the newest version of a record', () => {
  it('is asked of the store once and found among the ids alone', async () => {
    const record = newRecordId();
    const asked: RecordId[] = [];
    const newest = new NewestVersions((of) => {
      asked.push(of);
      return Promise.resolve(of === record ? [5000, 9000, 7000].map((at) => newVersionId(at, 0)) : []);
    });
    expect(await newest.of(record)).toBe(9000);
    expect(await newest.of(record)).toBe(9000);
    const other = newRecordId();
    expect(await newest.of(other)).toBeNull();
    newest.kept(other, 11_000);
    expect(await newest.of(other)).toBe(11_000);
    expect(asked).toEqual([record, other]);
    newest.forget();
    expect(await newest.of(other)).toBeNull();
  });
});
