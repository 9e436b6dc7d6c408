import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { matchNames } from '#shared/names/match.ts';
import { parseName } from '#shared/names/name.ts';
import { findName } from '#shared/names/text.ts';
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
    const index = new ConflictIndex();
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
    const index = new ConflictIndex();
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

  it('finds in texts of more than one segment', () => {
    const index = new ConflictIndex();
    const first = aRecord({ table: 'notes', text: 'Konstantinopolský přišel' });
    index.put(first);
    for (let i = 0; i < 1 << 16; i += 1)
      index.put({ ...first, id: newRecordId(), text: `slovo ${String(i % 7)}` });
    const last = aRecord({ table: 'notes', text: 'o Konstantinopolském' });
    index.put(last);
    expect(index.check(['Konstantinopolský']).texts.map(({ record }) => record)).toEqual([last.id, first.id]);
  });
});

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
    const index = new ConflictIndex();
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
