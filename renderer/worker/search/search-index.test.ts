import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import { PlainScan } from '#test/fakes/plain-scan.ts';
import { SEARCH_KINDS, type SearchDoc } from './docs.ts';
import { Documents } from './documents.ts';
import type { OpenedRecord } from './extract.ts';
import { parseQuery } from './query.ts';
import type { Found, SearchFilters } from './search.ts';
import { SearchIndex } from './search-index.ts';

const NOW = Date.UTC(2026, 10, 22);
const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** Few words, many of them nearly alike: everything that can go wrong meets. */
const WORDS = (
  'nájem najem nájmu Nájemné najmy nájmem nájemce smlouva smlouvy smlova umowa umowy umów Łódź lodz договор договора ' +
  'Договорённость ещё еще йод иод lease leases R-7 jana@novak.example 777123456 777 s.r.o. a no nova Nováková Novák ' +
  'novotny straße strasse übung 😀 e\u0301te\u0301 été İzmir'
).split(' ');

const wordArb = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: fc.constantFrom('n', 'a', 'á', 'j', 'e', 'é', 'm', 'u', 'ž'), maxLength: 7 }),
);
const textArb = fc.array(wordArb, { maxLength: 9 }).map((words) => words.join(' '));
const docArb = fc
  .record({
    file: fc.nat(4),
    kind: fc.constantFrom(...SEARCH_KINDS),
    at: fc.option(fc.integer({ min: NOW - 1e11, max: NOW })),
    mark: fc.constantFrom(...LINE_MARKS),
    title: textArb,
    body: fc.array(textArb, { maxLength: 4 }),
  })
  .map((made) => (id: number): SearchDoc => ({
    id: uuid(id) as RecordId,
    fileId: uuid(1_000_000 + made.file) as FileId,
    kind: made.kind,
    at: made.at,
    mark: made.kind === 'line' ? made.mark : null,
    lines: [{ text: made.title, strong: true }, ...made.body.map((text) => ({ text }))],
  }));
const docsArb = fc.array(docArb, { maxLength: 40 }).map((made) => made.map((doc, index) => doc(index)));

const chunkArb = fc.oneof(
  wordArb,
  wordArb.map((word) => `${word.slice(0, 3)}*`),
  fc.array(wordArb, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
  // A letter wrong, missing, too many.
  fc.tuple(wordArb, fc.nat(8)).map(([word, at]) => word.slice(0, at) + word.slice(at + 1)),
  fc.tuple(wordArb, fc.nat(8)).map(([word, at]) => `${word.slice(0, at)}x${word.slice(at)}`),
);
const queryArb = fc
  .tuple(fc.array(chunkArb, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' '))
  .map(([chunks, end]) => chunks.join(' ') + end);
const filtersArb: fc.Arbitrary<SearchFilters> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kinds: fc.subarray([...SEARCH_KINDS]),
        fileId: fc.nat(5).map((file) => uuid(1_000_000 + file) as FileId),
        from: fc.integer({ min: NOW - 1e11, max: NOW }),
        to: fc.integer({ min: NOW - 1e11, max: NOW }),
        marks: fc.subarray([...LINE_MARKS]),
      },
      { requiredKeys: [] },
    ),
  },
);

const request = (query: string, filters: SearchFilters = {}, most = 1000) => ({
  clauses: parseQuery(query),
  filters,
  order: 'best' as const,
  most,
  now: NOW,
});
const idsOf = (found: Found): readonly string[] => found.hits.map(({ id }) => id).toSorted();

/** An index that came by its documents in all ways: in bulk, one by one, replaced, removed, tidied. */
function indexOf(docs: readonly SearchDoc[], ways: readonly number[]): SearchIndex {
  const index = new SearchIndex();
  const wayOf = (at: number): number => ways[at % Math.max(1, ways.length)] ?? 0;
  index.addInBulk(docs.filter((_, at) => wayOf(at) === 0));
  index.addInBulk(
    docs.filter((_, at) => wayOf(at) === 1).map((doc) => ({ ...doc, lines: [{ text: 'nájem old' }] })),
  );
  index.endBulk();
  index.addInBulk(docs.filter((_, at) => wayOf(at) === 2));
  docs.forEach((doc, at) => {
    if (wayOf(at) === 1 || wayOf(at) === 3) index.put(doc.id, [doc]);
    if (wayOf(at) === 4) {
      index.put(uuid(5_000_000 + at) as RecordId, [{ ...doc, id: uuid(5_000_000 + at) as RecordId }]);
      index.put(doc.id, [doc]);
      index.remove(uuid(5_000_000 + at) as RecordId);
    }
  });
  index.endBulk();
  if (ways.length % 2 === 1) index.tidy();
  return index;
}

describe('the words of documents', () => {
  it('are found as long as the document is there, under each of its names', () => {
    const documents = new Documents();
    const index = new SearchIndex();
    const id = uuid(7) as RecordId;
    const named = (name: string): OpenedRecord => ({
      table: 'attachments',
      id,
      fileId: uuid(8) as FileId,
      body: { name, addedAt: NOW },
    });
    index.addInBulk(documents.docsOf(named('sken.pdf')));
    index.put(id, documents.withText(id, ['Věcné břemeno', 'cesty']) ?? []);
    expect(idsOf(index.search(request('"věcné břemeno"')))).toEqual([id]);
    index.put(id, documents.docsOf(named('služebnost.pdf')));
    expect(idsOf(index.search(request('služebnost břemeno cesta')))).toEqual([id]);
    documents.remove(id);
    expect(documents.linesOf(id)).toEqual([]);
    expect(documents.withText(id, ['x'])).toBeNull();
  });
});

describe('search', () => {
  it('finds words of more letters than a byte can tell', () => {
    const index = new SearchIndex();
    const words = Array.from({ length: 600 }, (_, at) => `${String.fromCharCode(0x4e_00 + at)}ž`);
    index.addInBulk(
      words.map((text, at) => ({
        id: uuid(at + 1) as RecordId,
        fileId: uuid(0) as FileId,
        kind: 'note',
        at: null,
        mark: null,
        lines: [{ text }],
      })),
    );
    index.endBulk();
    for (const at of [0, 255, 256, 599]) {
      expect(idsOf(index.search(request(`"${words[at] ?? ''}"`)))).toEqual([uuid(at + 1)]);
    }
  });

  it('finds phrases wherever they stand in a text of any length', () => {
    const filler = Array.from({ length: 70_000 }, (_, at) => `n${String(at % 50)}`);
    for (const at of [254, 301, 65_279, 69_001]) {
      const words = filler.toSpliced(at, 0, 'nájem', 'smlouva');
      const docs = [words, words.slice(0, at + 3), filler].map((own, number): SearchDoc => ({
        id: uuid(number + 1) as RecordId,
        fileId: uuid(0) as FileId,
        kind: 'document',
        at: null,
        mark: null,
        lines: [{ text: 'smlouva', strong: true }, { text: own.join(' ') }],
      }));
      const index = indexOf(docs, [at % 2 === 0 ? 0 : 3]);
      const found = idsOf(index.search(request('"nájem smlouva"')));
      expect({ at, found }).toEqual({ at, found: [uuid(1), uuid(2)] });
      expect(index.search(request('"smlouva nájem"')).total).toBe(0);
    }
  });

  it('finds whatever begins with letters that very much begins with', () => {
    const docs = Array.from({ length: 480 }, (_, number): SearchDoc => {
      const first = number % 3 === 0 ? 'ná' : 'mos';
      const words = Array.from(
        { length: 400 },
        (_unused, at) => `${first}${String((at * 7 + number) % 900)}`,
      );
      return {
        id: uuid(number + 1) as RecordId,
        fileId: uuid(0) as FileId,
        kind: number % 2 === 0 ? 'note' : 'task',
        at: null,
        mark: null,
        lines: [
          { text: number % 5 === 0 ? 'nájem' : 'byt', strong: true },
          { text: `mo ${words.join(' ')}` },
        ],
      };
    });
    const index = indexOf(docs, [0]);
    const scan = new PlainScan(docs);
    for (const query of ['mo', 'na', 'mos', 'byt mo', '"byt" na', 'byt mos', 'mos1', 'mo']) {
      const wanted = scan.find(parseQuery(query), {}, false).map(({ id }) => id);
      expect({ query, ids: idsOf(index.search(request(query))) }).toEqual({ query, ids: wanted.toSorted() });
    }
  });

  it('finds what a plain scan finds, nothing else and nothing less', () => {
    fc.assert(
      fc.property(
        docsArb,
        fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }),
        fc.array(fc.tuple(queryArb, filtersArb), { minLength: 1, maxLength: 12 }),
        (docs, ways, queries) => {
          const index = indexOf(docs, ways);
          const scan = new PlainScan(docs);
          for (const [query, filters] of queries) {
            const found = index.search(request(query, filters));
            const wanted = scan.find(parseQuery(query), filters, found.similar).map(({ id }) => id);
            expect({ query, ids: idsOf(found) }).toEqual({ query, ids: wanted.toSorted() });
            expect(found.total).toBe(wanted.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes typing errors in only when little is found', () => {
    fc.assert(
      fc.property(docsArb, queryArb, (docs, query) => {
        const found = indexOf(docs, [0]).search(request(query));
        const scan = new PlainScan(docs);
        const strict = scan.find(parseQuery(query), {}, false);
        const loose = scan.find(parseQuery(query), {}, true);
        expect(found.similar).toBe(strict.length < 3 && loose.length > strict.length);
      }),
      { numRuns: 100 },
    );
  });
});
