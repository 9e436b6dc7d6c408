import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { matchNames } from '#shared/names/match.ts';
import { parseName } from '#shared/names/name.ts';
import { digitsIn, parseNumber } from '#shared/names/number.ts';
import { skeletons } from '#shared/names/skeleton.ts';
import {
  findName,
  findNumber,
  isCaseOf,
  isMistypedCaseOf,
  stemsOf,
  telling,
  WORDS,
} from '#shared/names/text.ts';
import { SearchIndex } from '#renderer/worker/search/search-index.ts';
import { ConflictIndex } from './conflict-index.ts';
import { NameIndex } from './name-index.ts';
import type { CheckedRecord, HeldName } from './protocol.ts';

const names = readFileSync('test/fixtures/name-pairs.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => line.split('\t').slice(2));

const held = (text: string, kind: HeldName['kind'] = 'name'): HeldName => ({
  text,
  bearer: '',
  place: 'client',
  kind,
  role: null,
});
const aRecord = (change: Partial<CheckedRecord>): CheckedRecord => ({
  id: newRecordId(),
  fileId: newFileId(),
  table: 'clients',
  names: [],
  numbers: [],
  text: '',
  ...change,
});
/** Names and texts together, as a worker has them. */
class Held {
  readonly #search = new SearchIndex();
  readonly #conflicts = new ConflictIndex(this.#search);
  put(record: CheckedRecord): void {
    const { id, fileId, table, text } = record;
    const lines = [
      ...record.names.map((name) => ({ text: name.text, strong: true })),
      ...text.split('\n').map((line) => ({ text: line })),
    ];
    const kind = table === 'clients' ? 'client' : 'note';
    this.#search.put(id, [{ id, fileId, kind, at: null, mark: null, lines }]);
    this.#conflicts.put(record);
  }
  remove(id: RecordId): void {
    this.#search.remove(id);
    this.#conflicts.remove(id);
  }
  tidy(): void {
    this.#search.tidy();
    while (this.#conflicts.prepare());
  }
  check = (queries: readonly string[]) => this.#conflicts.check(queries);
}

describe('the index of names', () => {
  const index = new NameIndex();
  for (const name of names) index.add(name);
  const parsed = names.map(parseName);

  it('finds what comparing with every name finds, no more and no less', () => {
    const noisy = fc
      .tuple(fc.constantFrom(...names), fc.nat(14), fc.constantFrom('', 'x', 'a', 'о'))
      .map(([name, at, noise]) => name.slice(0, at) + noise + name.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...names), noisy), (text) => {
        const query = parseName(text);
        const all = parsed.flatMap((name, number) => {
          const match = matchNames(query, name);
          return match ? [[number, match] as const] : [];
        });
        expect(new Map([...index.find(query)].toSorted(([a], [b]) => a - b))).toEqual(new Map(all));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the index of a conflict check', () => {
  it('finds names, other names, numbers and texts, and says where', () => {
    const index = new Held();
    const client = aRecord({
      names: [held('Nováková Jana'), held('Svobodová Jana', 'formerName')],
      numbers: [
        held('01234567', 'number'),
        held('+420 601 234 567', 'number'),
        held('jana@novakova.example', 'number'),
      ],
    });
    const note = aRecord({ table: 'notes', text: 'Jednali jsme s panem Petrem Havlem, IČO 12 345 678.' });
    index.put(client);
    index.put(note);
    const found = index.check([
      'Novák',
      'Jana Svoboda',
      '1234567',
      '601234567',
      'JANA@novakova.example',
      'Petr Havel',
      '12345678',
    ]);
    expect(found.names.map(({ query, kind, text }) => [query, kind, text])).toEqual([
      [0, 'name', 'Nováková Jana'],
      [1, 'formerName', 'Svobodová Jana'],
      [2, 'number', '01234567'],
      [3, 'number', '+420 601 234 567'],
      [4, 'number', 'jana@novakova.example'],
    ]);
    expect(found.texts.map(({ query, record }) => [query, record])).toEqual([
      [5, note.id],
      [6, note.id],
    ]);
    expect(found.counts).toEqual({ clients: 1, notes: 1 });
  });

  it('knows a changed record by what it says now, and a removed one not at all', () => {
    const index = new Held();
    const client = aRecord({ names: [held('Novák Petr')], text: 'Havel' });
    index.put(client);
    index.put({ ...client, names: [held('Dvořák Petr')], text: 'Klaus' });
    expect(index.check(['Petr Novák', 'Havel'])).toMatchObject({
      names: [],
      texts: [],
      counts: { clients: 1 },
    });
    expect(index.check(['Petr Dvořák', 'Klaus'])).toMatchObject({
      names: [{ score: 99 }],
      texts: [{ query: 1 }],
    });
    index.remove(client.id);
    expect(index.check(['Petr Dvořák', 'Klaus'])).toMatchObject({ names: [], texts: [], counts: {} });
  });

  it('finds the texts that a plain scan finds, no more and no less', () => {
    const surnames = names.flatMap((name) => name.split(' ')).filter((word) => word.length > 1);
    const wordArb = fc.oneof(
      fc.constantFrom(...surnames),
      fc.constantFrom(...surnames).map((word) => `${word.toLowerCase()}ovi`),
      fc.constantFrom('tšsál', 'yelenou', 'щербаков2', 'co', 'S', '12', '345 678', '601-234-567', 'a@b.cz'),
      fc.string({
        unit: fc.constantFrom('n', 'j', 'e', 'y', 'ř', 'š', 't', 's', 'ь', 'щ', 'и'),
        maxLength: 8,
      }),
    );
    const textArb = fc.array(wordArb, { maxLength: 7 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(textArb, { minLength: 1, maxLength: 12 }),
        fc.array(fc.oneof(fc.constantFrom(...names), wordArb), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (texts, queries, tidied) => {
          const index = new Held();
          const records = texts.map((text) => aRecord({ table: 'notes', text }));
          for (const record of records) index.put(record);
          if (tidied) index.tidy();
          queries.forEach((query) => {
            const found = new Set(index.check([query]).texts.map(({ record }) => record));
            const scanned = records.filter(({ text }) => hasWordOf(text, query)).map(({ id }) => id);
            expect({ query, found: [...found].toSorted() }).toEqual({ query, found: scanned.toSorted() });
            // What is read in the end is what reading everything would show.
            for (const { id, text } of records) {
              const number = parseNumber(query);
              const there = number ? findNumber(text, number) : findName(text, parseName(query));
              const short = !number && telling(parseName(query)).some(({ lower }) => lower.length < 2);
              if (there && !short) expect(found).toContain(id);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Whether a text has a telling word of a name, or a number, by its definition. */
function hasWordOf(text: string, query: string): boolean {
  const number = parseNumber(query);
  if (number?.kind === 'email') return wordsOf(text).join(' ').includes(wordsOf(number.value).join(' '));
  if (number) {
    const tail = number.value.replace(/^0+/, '').slice(-9);
    return digitsIn(text).some((digits) => digits.endsWith(tail));
  }
  const name = parseName(query);
  const runs = [...text.matchAll(WORDS)]
    .map(([word]) => word.toLowerCase())
    .filter((word) => word.length > 1);
  const terms = runs.flatMap(skeletons);
  return telling(name).some((word) => {
    if (runs.includes(word.lower)) return true;
    return stemsOf(word).some((stem) =>
      terms.some((term) => isCaseOf(term, stem) || isMistypedCaseOf(term, stem)),
    );
  });
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a name in a text', () => {
  it.each([
    ['Jan Novák', 'Volal jsem s Janem Novákem ohledně smlouvy.', true],
    ['Jana Nováková', 'S paní Novákovou jsme se dohodli.', true],
    ['Josef Havel', 'Pepovi Havlovi to nevadí.', true],
    ['Anna Kowalska', 'Rozmowa z Anną Kowalską o umowie', true],
    ['Jan Kowalski', 'umowa Kowalskiego', true],
    ['Александр Иванов', 'Говорили с Сашей Ивановым.', true],
    ['Ivanov', 'договор Иванова', true],
    ['Иванов', 'smlouva s p. Ivanovem', true],
    ['Prochazkova Marketa', 's Markétou Procházkovou', true],
    ['Procházková Markéta', 's Markétou Prcházkovou', true],
    ['J. Novák', 'p. Jiří Novák přišel', true],
    ['Jan Novák', 'nováčkovské chyby v lednu', false],
    ['Malý', 'malá změna v textu', false],
    ['Petr Svoboda', 'svoboda projevu', true],
    ['Petr Dvořák', 'Petr přišel sám.', false],
  ])('%s: «%s» %s', (name, text, there) => {
    expect(findName(text, parseName(name)) !== null).toBe(there);
    const index = new Held();
    index.put(aRecord({ table: 'notes', text }));
    if (there) expect(index.check([name]).texts).toHaveLength(1);
  });

  it('weighs a whole name more than a surname alone, and shows the words around it', () => {
    const long = 'slovo '.repeat(40);
    const whole = findName(`${long}Jan Novák ${long}`, parseName('Jan Novák'));
    const alone = findName(`${long}Novák ${long}`, parseName('Jan Novák'));
    expect(whole?.score).toBeGreaterThan((alone?.score ?? 0) + 20);
    expect(alone?.reasons).toContain('partial');
    expect(whole?.found).toMatch(/^… (slovo )+Jan Novák (slovo )+…$/);
  });
});
