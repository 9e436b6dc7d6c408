import { describe, expect, it } from 'vitest';
import { documentModelSchema } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { newFileId, newLineId, newRecordId } from '#shared/domain/ids.ts';
import type { Stored } from '#shared/domain/record.ts';
import type { LineMark, RichTextNode } from '#shared/domain/rich-text.ts';
import {
  aClient,
  aNote,
  aPractice,
  aRequirement,
  aRequirementsDocument,
  SOME_MOMENT,
} from '#test/builders/bodies.ts';
import { requirementsPaper, type PaperInput } from './paper.ts';
import { sourceFinder } from './sources.ts';

const fileId = newFileId();
const meta = { fileId, rev: 'r', parent: null, stamp: 's' };
const stored = <Body extends object>(body: Body): Stored<Body> => ({ id: newRecordId(), ...meta, ...body });
const lineId = newLineId();
const noteWith = (mark: LineMark) => {
  const node: RichTextNode = {
    type: 'paragraph',
    attrs: { mark, lineId, who: '', due: null },
    content: [{ type: 'text', text: 'řekla nájem do 20' }],
  };
  return stored(aNote({ startedAt: SOME_MOMENT, body: { type: 'doc', content: [node] } }));
};
const document = stored(
  aRequirementsDocument({
    title: 'Nájem',
    sections: [
      { id: 'scope', title: 'Rozsah', text: 'Byt v Praze.\nDo roka.' },
      { id: 'empty', title: 'Prázdný', text: '' },
      { id: 'money', title: 'Peníze', text: '' },
    ],
  }),
);
const wish = (changes: Parameters<typeof aRequirement>[0]) =>
  stored(aRequirement({ documentId: document.id, ...changes }));
const input = (changes: Partial<PaperInput> = {}): PaperInput => ({
  document,
  requirements: [
    wish({
      number: 4,
      sectionId: 'money',
      text: 'Nájem nejvýše 20 000 Kč',
      acceptance: 'Podepsaná smlouva',
      dueOn: '2026-11-22',
      responsible: 'Jana',
    }),
    wish({ number: 2, sectionId: 'scope', text: 'Dva pokoje', status: 'dropped' }),
    wish({ number: 9, sectionId: 'gone', text: 'Bez oddílu' }),
    wish({ number: 5, sectionId: 'money', text: '  ' }),
  ],
  client: stored(aClient()),
  practice: stored(aPractice()),
  notes: [],
  language: 'cs',
  today: '2026-11-22',
  ...changes,
});

const from = (mark: LineMark) => {
  const note = noteWith(mark);
  const source = { noteId: note.id, lineId };
  return requirementsPaper(
    input({
      notes: [note],
      requirements: [wish({ number: 1, sectionId: 'scope', text: 'Levný byt', source })],
    }),
  );
};

describe('a requirements document on paper', () => {
  it('reads section by section, with numbers, and leaves out what says nothing', () => {
    const { document: paper } = requirementsPaper(input());
    const said = documentText(paper);
    expect(documentModelSchema.safeParse(paper).success).toBe(true);
    const order = [
      'Rozsah',
      'Byt v Praze.',
      'Do roka.',
      'R-2 Dva pokoje',
      'Peníze',
      'R-4 Nájem',
      'Kritérium přijetí: Podepsaná smlouva',
      'R-9 Bez oddílu',
    ];
    const places = order.map((part) => said.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(said).toContain('Termín: 22. 11. 2026 · Odpovídá: Jana');
    expect(said).not.toContain('Prázdný');
    expect(said).not.toContain('R-5');
  });

  it('strikes a dropped requirement through', () => {
    const { blocks } = requirementsPaper(input()).document;
    const dropped = blocks.find((block) => block.type === 'paragraph' && block.margin === 'R-2');
    expect(dropped).toHaveProperty('text.0', { text: 'Dva pokoje', strike: true });
  });

  it('says which meeting a requirement came from, and holds back what came from an internal line', () => {
    expect(documentText(from('requirement').document)).toContain('jednání 2. 11. 2026');
    const held = from('internal');
    expect(documentText(held.document)).not.toContain('Levný byt');
    expect(held.heldBack.map(({ number }) => number)).toEqual([1]);
  });
});

describe('the source of a requirement', () => {
  it('is the note and the words of its line now', () => {
    const note = noteWith('requirement');
    const find = sourceFinder([note]);
    expect(find({ noteId: note.id, lineId })).toMatchObject({ day: '2026-11-02', line: 'řekla nájem do 20' });
    expect(find({ noteId: note.id, lineId: newLineId() })).toMatchObject({ line: '' });
    expect(find({ noteId: newRecordId(), lineId })).toBeNull();
    expect(find(null)).toBeNull();
  });
});
