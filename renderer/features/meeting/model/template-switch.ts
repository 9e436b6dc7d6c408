import type { Editor, JSONContent } from '@tiptap/core';
import { EMPTY_RICH_TEXT, markedLines, plainText, type RichTextNode } from '#shared/domain/rich-text.ts';
import type { MeetingTemplate } from '#shared/domain/template.ts';
import type { Details } from './use-meeting.ts';

type Agenda = Details['agenda'];

const wordsOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The marks of the lines with words, in order. */
function marksIn(node: RichTextNode): readonly string[] {
  return markedLines(node).map(({ mark }) => mark);
}

/** True while nobody has written anything into what the template gave. */
export function isUntouched(editor: Editor, template: MeetingTemplate | undefined): boolean {
  const body = editor.getJSON() as RichTextNode;
  const given = template?.body ?? EMPTY_RICH_TEXT;
  return (
    wordsOf(plainText(body)) === wordsOf(plainText(given)) &&
    marksIn(body).join(' ') === marksIn(given).join(' ')
  );
}

const fresh = (template: MeetingTemplate): Agenda => template.agenda.map((text) => ({ text, done: false }));

/** The agenda with the points of a template that it lacks. */
const withPoints = (agenda: Agenda, template: MeetingTemplate): Agenda => [
  ...agenda,
  ...fresh(template).filter(({ text }) => !agenda.some((point) => point.text === text)),
];

/**
 * Gives the note another template: in place of the one before while nothing was written, else below what was written.
 * Points of the agenda that the user added or ticked off always stay. Returns what changes around the text.
 */
export function switchTemplate(
  editor: Editor,
  details: Details,
  from: MeetingTemplate | undefined,
  to: MeetingTemplate,
): Partial<Details> {
  const untouched = isUntouched(editor, from);
  const given = from?.agenda ?? [];
  const own = details.agenda.filter(({ text, done }) => done || !given.includes(text));
  const content = (to.body.content ?? []).map((node): JSONContent => structuredClone(node) as JSONContent);
  if (untouched) editor.commands.setContent({ type: 'doc', content }, { emitUpdate: true });
  else editor.commands.insertContentAt(editor.state.doc.content.size, content);
  return {
    templateId: to.id,
    agenda: withPoints(untouched ? own : details.agenda, to),
    ...(untouched && details.title === (from?.name ?? '') ? { title: to.name } : {}),
  };
}
