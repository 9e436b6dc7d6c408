import type { Editor } from '@tiptap/core';
import type { TFunction } from 'i18next';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import type { Command } from '#renderer/ui/commands/index.ts';
import { markKeys } from './mark-keys.ts';

/** What can be done with the text of a note or of a template, for keys and palette. */
export function textCommands(editor: Editor | null, t: TFunction): readonly Command[] {
  const text = editor === null ? null : () => editor.chain().focus();
  const command = (id: string, title: string, run: () => void, keys?: string): Command => ({
    id: `meeting.${id}`,
    title,
    group: t('meeting.group'),
    writes: true,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const marks = LINE_MARKS.map((mark, index) =>
    command(
      `mark.${mark}`,
      t('meeting.command.mark', { mark: t(`domain.mark.${mark}`) }),
      () => void text?.().toggleLineMark(mark).run(),
      markKeys(index),
    ),
  );
  return [
    ...marks,
    command('heading', t('meeting.command.heading'), () => void text?.().toggleHeading({ level: 2 }).run()),
    command('bullets', t('meeting.command.bullets'), () => void text?.().toggleBulletList().run()),
    command('numbers', t('meeting.command.numbers'), () => void text?.().toggleOrderedList().run()),
    command('checks', t('meeting.command.checks'), () => void text?.().toggleTaskList().run()),
    command('quote', t('meeting.command.quote'), () => void text?.().toggleBlockquote().run()),
    command(
      'table',
      t('meeting.command.table'),
      () => void text?.().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    ),
  ];
}
