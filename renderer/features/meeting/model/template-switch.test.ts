// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { afterEach, expect, it } from 'vitest';
import type { MeetingTemplate } from '#shared/domain/template.ts';
import { LineMarks } from './editor/line-marks.ts';
import { switchTemplate } from './template-switch.ts';
import type { Details } from './use-meeting.ts';

let editor: Editor | null = null;
afterEach(() => editor?.destroy());

const template = (id: string, agenda: string[]): MeetingTemplate => ({
  id,
  kinds: [],
  name: `Template ${id}`,
  agenda,
  body: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `Head ${id}` }] },
      { type: 'paragraph' },
    ],
  },
});
const A = template('a', ['Facts', 'Costs']);
const B = template('b', ['Costs', 'Next']);

const details: Details = {
  title: A.name,
  templateId: A.id,
  timerSeconds: 0,
  attendees: [],
  channel: 'inPerson',
  place: '',
  agenda: [
    { text: 'Facts', done: true },
    { text: 'Costs', done: false },
    { text: 'My own', done: false },
  ],
};

function open(): Editor {
  editor = new Editor({ extensions: [StarterKit, LineMarks], content: A.body as JSONContent });
  return editor;
}
const words = (of: Editor): string => of.getText({ blockSeparator: '|' }).replaceAll(/\|+/g, '|');

it('takes the place of a template in which nothing was written', () => {
  const note = open();
  const change = switchTemplate(note, details, A, B);
  expect(words(note)).toBe('Head b|');
  expect(change).toMatchObject({ templateId: 'b', title: 'Template b' });
  expect(change.agenda?.map(({ text }) => text)).toEqual(['Facts', 'My own', 'Costs', 'Next']);
});

it('stands below what was written, and takes nothing away', () => {
  const note = open();
  note.commands.insertContentAt(note.state.doc.content.size - 1, 'Written');
  const change = switchTemplate(note, details, A, B);
  expect(words(note)).toBe('Head a|Written|Head b|');
  expect(change.title).toBeUndefined();
  expect(change.agenda?.map(({ text }) => text)).toEqual(['Facts', 'Costs', 'My own', 'Next']);
  expect(change.agenda?.[0]?.done).toBe(true);
});
