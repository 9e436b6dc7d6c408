import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeldBackMark } from '#shared/documents/held-back.ts';
import { documentModelSchema } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { newFileId, newLineId, newRecordId } from '#shared/domain/ids.ts';
import type { Stored } from '#shared/domain/record.ts';
import { LINE_MARKS, type LineMark, type RichTextNode } from '#shared/domain/rich-text.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import {
  aClient,
  aMoneyEntry,
  anEngagement,
  aNote,
  aParty,
  aPractice,
  aQuestion,
  aReminder,
  aRequirement,
  aRequirementsDocument,
  aTask,
  SOME_MOMENT,
} from '#test/builders/bodies.ts';
import { clientSummary, SUMMARY_PARTS, type SummaryInput } from './client-summary.ts';

const fileId = newFileId();
const meta = { fileId, rev: 'r', parent: null, stamp: 's' };
const stored = <Body extends object>(body: Body): Stored<Body> => ({ id: newRecordId(), ...meta, ...body });
const marked = (mark: LineMark, text: string) => {
  const lineId = newLineId();
  const node: RichTextNode = {
    type: 'paragraph',
    attrs: { mark, lineId, who: '', due: null },
    content: [{ type: 'text', text }],
  };
  return { lineId, mark, text, node };
};

const document = stored(aRequirementsDocument({ title: 'Smlouva' }));
const input = (changes: Partial<SummaryInput> = {}): SummaryInput => ({
  client: stored(aClient({ keyFacts: 'Platí včas' })),
  practice: stored(aPractice()),
  parties: [stored(aParty())],
  notes: [
    stored(aNote({ title: 'První', startedAt: SOME_MOMENT })),
    stored(aNote({ title: 'Druhá', startedAt: SOME_MOMENT + 86_400_000 })),
  ],
  documents: [document],
  requirements: [
    stored(aRequirement({ documentId: document.id, number: 2, order: 1, text: 'Druhý v čísle' })),
    stored(aRequirement({ documentId: document.id, number: 1, order: 2, text: 'První v čísle' })),
    stored(aRequirement({ documentId: document.id, number: 3, status: 'dropped', text: 'Upuštěno' })),
  ],
  tasks: [
    stored(aTask({ title: 'Bez dne', dueOn: null })),
    stored(aTask({ title: 'Brzy', dueOn: '2026-11-03' })),
    stored(aTask({ title: 'Hotovo', doneAt: SOME_MOMENT })),
  ],
  questions: [
    stored(aQuestion({ text: 'Otevřená' })),
    stored(aQuestion({ text: 'Zodpovězená', answeredAt: SOME_MOMENT })),
  ],
  reminders: [
    stored(aReminder({ title: 'Zavolat', at: '2026-11-09T10:00' })),
    stored(aReminder({ title: 'Dávno', at: '2026-01-09T10:00' })),
    stored(aReminder({ title: 'Každý rok', at: '2020-11-20T09:00', rule: 'FREQ=YEARLY' })),
  ],
  engagements: [stored(anEngagement({ title: 'Prodej domu', remark: 'Jen pro nás' }))],
  money: [stored(aMoneyEntry({ amount: 500_000 }))],
  parts: new Set(SUMMARY_PARTS),
  noteText: false,
  ownUse: false,
  language: 'cs',
  now: SOME_MOMENT,
  ...changes,
});
const text = (changes: Partial<SummaryInput> = {}): string =>
  documentText(clientSummary(input(changes)).document);
const inOrder = (whole: string, ...parts: readonly string[]): boolean => {
  const places = parts.map((part) => whole.indexOf(part));
  return places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
};

describe('a client summary', () => {
  it('says the chosen parts in order, the newest meeting first', () => {
    const said = text();
    expect(
      inOrder(
        said,
        'Kontakt',
        'Hlavní údaje',
        'Osoby',
        'Druhá',
        'První',
        'Požadavky',
        'Otevřené úkoly',
        'Otevřené otázky',
        'Nejbližší termíny',
      ),
    ).toBe(true);
    expect(said).toContain('Horáková & Partners');
    expect(documentModelSchema.safeParse(clientSummary(input()).document).success).toBe(true);
  });

  it('says nothing of a part that was not chosen', () => {
    const said = text({ parts: new Set(['contact'] as const) });
    expect(said).toContain('jana@novakova.example');
    for (const gone of ['Platí včas', 'Petr Novák', 'Druhá', 'Smlouva', 'Brzy', 'Otevřená', 'Zavolat'])
      expect(said).not.toContain(gone);
  });

  it('lists what is open: by position, by day, and what comes next', () => {
    const said = text();
    expect(inOrder(said, 'R-2', 'R-1')).toBe(true);
    expect(inOrder(said, 'Brzy', 'Bez dne')).toBe(true);
    expect(inOrder(said, '9. 11. 2026', 'Zavolat', '20. 11. 2026', 'Každý rok')).toBe(true);
    for (const gone of ['Upuštěno', 'Hotovo', 'Zodpovězená', 'Dávno']) expect(said).not.toContain(gone);
  });

  it('says the fields of the practice’s own that have a value, as they are read', () => {
    const { practice, client } = input();
    const fields = [
      { id: 'court', label: 'Soud', kind: 'text', options: [], currency: '' },
      { id: 'filed', label: 'Podáno', kind: 'date', options: [], currency: '' },
      { id: 'none', label: 'Nic', kind: 'text', options: [], currency: '' },
    ] as const;
    const said = text({
      parts: new Set(['custom'] as const),
      practice: {
        ...practice,
        customFields: { [practice.kind]: fields.map((field) => ({ ...field, options: [] })) },
      },
      client: { ...client, custom: { court: 'Okresní soud', filed: '2026-11-03', gone: 'x' } },
    });
    expect(inOrder(said, 'Další údaje', 'Soud', 'Okresní soud', 'Podáno', '3. 11. 2026')).toBe(true);
    expect(said).not.toContain('Nic');
  });

  it('says the own fields of each engagement under its title', () => {
    const { practice, engagements } = input();
    const field = { id: 'court', label: 'Soud', kind: 'text' as const, options: [], currency: '' as const };
    const said = text({
      parts: new Set(['custom'] as const),
      practice: { ...practice, engagementFields: { [practice.kind]: [field] } },
      engagements: engagements.map((one) => ({ ...one, custom: { court: 'Okresní soud' } })),
    });
    expect(inOrder(said, 'Další údaje', 'Prodej domu', 'Soud', 'Okresní soud')).toBe(true);
  });

  it('says what was agreed on and what is open, without the practice’s own remark', () => {
    const said = text({ parts: new Set(['money'] as const) });
    expect(inOrder(said, 'Zakázky a peníze', 'Prodej domu', '15', 'Sjednáno')).toBe(true);
    expect(said).not.toContain('Jen pro nás');
    expect(text({ parts: new Set(['contact'] as const) })).not.toContain('Prodej domu');
  });

  it('has the words of its language', () => {
    expect(text({ language: 'ru' })).toContain('Ближайшие даты');
    expect(text({ language: 'pl' })).toContain('Podsumowanie dla klienta');
  });

  it('is empty when nothing was chosen', () => {
    expect(clientSummary(input({ parts: new Set() })).document.blocks).toEqual([]);
  });
});

const token = fc.uuid().map((id) => `w${id.replaceAll('-', '')}`);
const anyFile = fc
  .record({
    lines: fc.array(fc.tuple(fc.constantFrom(...LINE_MARKS), token, token), { maxLength: 8 }),
    language: fc.constantFrom(...LANGUAGES),
    parts: fc.subarray([...SUMMARY_PARTS]),
  })
  .map(({ lines, language, parts }) => {
    const made = lines.map(([mark, words, edited]) => ({ ...marked(mark, words), edited }));
    const note = stored(aNote({ body: { type: 'doc', content: made.map(({ node }) => node) } }));
    const records = made.map(({ lineId, edited }) => ({ source: { noteId: note.id, lineId }, edited }));
    const changes: Partial<SummaryInput> = {
      notes: [note],
      tasks: records.map(({ source, edited }) => stored(aTask({ source, title: edited }))),
      questions: records.map(({ source, edited }) => stored(aQuestion({ source, text: edited }))),
      requirements: records.map(({ source, edited }) =>
        stored(aRequirement({ documentId: document.id, source, text: edited })),
      ),
      reminders: records.map(({ source, edited }) => stored(aReminder({ source, title: edited }))),
      language,
      parts: new Set(parts),
      noteText: true,
    };
    return { made, input: input(changes) };
  });

describe('properties of a client summary', () => {
  it('says nothing of internal and sensitive lines, nor of what came from them', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { document: said, heldBack } = clientSummary(file.input);
        const json = JSON.stringify(said);
        const hidden = file.made.filter(({ mark }) => isHeldBackMark(mark));
        for (const { text: words, edited } of hidden) {
          expect(json).not.toContain(words);
          expect(json).not.toContain(edited);
        }
        expect(heldBack.map((line) => line.text)).toEqual(hidden.map((line) => line.text));
        const shown = file.made.filter(({ mark }) => !isHeldBackMark(mark));
        const missing = shown.filter((line) => !json.includes(line.text));
        expect(missing).toEqual(file.input.parts.has('meetings') ? [] : shown);
      }),
    );
  });

  it('says them all for own use, and says on every page that it is', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const parts = new Set(SUMMARY_PARTS);
        const { document: said, heldBack } = clientSummary({
          ...file.input,
          parts,
          ownUse: true,
          language: 'en',
        });
        const json = JSON.stringify(said);
        for (const { text: words } of file.made) expect(json).toContain(words);
        expect(said.foot).toContain('for own use only');
        expect(heldBack).toEqual([]);
      }),
    );
  });
});
