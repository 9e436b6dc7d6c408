import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands, type Command } from '#renderer/ui/commands/index.ts';

/** The keys of the screen, in one place, so that buttons name the same. */
export const MEETING_KEYS = {
  task: 'alt+enter',
  timer: 'alt+8',
  side: 'alt+9',
  history: 'alt+0',
  wrapUp: 'mod+enter',
  sheet: 'mod+p',
  back: 'escape',
} as const;

/** Keys of the mark at that place in the list of marks: Alt 1 to Alt 7. */
export const markKeys = (index: number): string => `alt+${index + 1}`;

interface CommandContext {
  readonly note: Note;
  readonly editor: Editor | null;
  readonly leave: (to: string) => void;
  readonly editTask: () => void;
  readonly toggleTimer: () => void;
  readonly running: boolean;
  readonly toggleSide: () => void;
  readonly sideShown: boolean;
  readonly showHistory: () => void;
}

/** Everything that can be done in a meeting, for keys and palette. */
export function useMeetingCommands(context: CommandContext): void {
  const { t } = useTranslation();
  const { note, editor, leave, editTask, toggleTimer, running, toggleSide, sideShown, showHistory } = context;
  const command = (id: string, title: string, run: () => void, keys?: string): Command => ({
    id: `meeting.${id}`,
    title,
    group: t('meeting.group'),
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const change: typeof command = (...given) => ({ ...command(...given), writes: true });
  const text = editor === null ? null : () => editor.chain().focus();
  const marks = LINE_MARKS.map((mark, index) =>
    change(
      `mark.${mark}`,
      t('meeting.command.mark', { mark: t(`domain.mark.${mark}`) }),
      () => void text?.().toggleLineMark(mark).run(),
      markKeys(index),
    ),
  );
  useCommands([
    ...marks,
    change('task', t('meeting.command.task'), editTask, MEETING_KEYS.task),
    change(
      'timer',
      running ? t('meeting.timer.pause') : t('meeting.timer.start'),
      toggleTimer,
      MEETING_KEYS.timer,
    ),
    command(
      'side',
      sideShown ? t('meeting.command.hideSide') : t('meeting.command.showSide'),
      toggleSide,
      MEETING_KEYS.side,
    ),
    change('heading', t('meeting.command.heading'), () => void text?.().toggleHeading({ level: 2 }).run()),
    change('bullets', t('meeting.command.bullets'), () => void text?.().toggleBulletList().run()),
    change('numbers', t('meeting.command.numbers'), () => void text?.().toggleOrderedList().run()),
    change('checks', t('meeting.command.checks'), () => void text?.().toggleTaskList().run()),
    change('quote', t('meeting.command.quote'), () => void text?.().toggleBlockquote().run()),
    change(
      'table',
      t('meeting.command.table'),
      () => void text?.().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    ),
    command('history', t('history.command'), showHistory, MEETING_KEYS.history),
    command('wrapUp', t('meeting.command.wrapUp'), () => leave(routes.wrapUp(note.id)), MEETING_KEYS.wrapUp),
    command('sheet', t('meeting.command.sheet'), () => leave(routes.sheet(note.id)), MEETING_KEYS.sheet),
    command('back', t('meeting.command.back'), () => leave(routes.file(note.fileId)), MEETING_KEYS.back),
  ]);
}
