import type { Editor } from '@tiptap/core';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import { routes } from '#renderer/lib/routes.ts';
import { notify } from '#renderer/ui/notices.ts';
import { useCommands, type Command } from '#renderer/ui/commands/index.ts';
import { goToGapIn } from '#renderer/lib/gap-fields.ts';
import { gapsIn, type Start } from '#shared/templates/gaps.ts';
import { goToGap } from '../model/editor/gaps.ts';
import { textCommands } from './text-commands.ts';

/** The keys of the screen, in one place, so that buttons name the same. */
export const MEETING_KEYS = {
  task: 'alt+enter',
  timer: 'alt+8',
  side: 'alt+9',
  nextGap: 'alt+g',
  previousGap: 'alt+shift+g',
  history: 'alt+0',
  wrapUp: 'mod+enter',
  sheet: 'mod+p',
  back: 'escape',
} as const;

interface CommandContext {
  readonly note: Note;
  readonly editor: Editor | null;
  /** The agenda beside the text; null while it is not shown. */
  readonly agenda: RefObject<HTMLElement | null>;
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
  const { note, editor, agenda, leave, editTask, toggleTimer, running, toggleSide, sideShown, showHistory } =
    context;
  const command = (id: string, title: string, run: () => void, keys?: string): Command => ({
    id: `meeting.${id}`,
    title,
    group: t('meeting.group'),
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const gap = (way: 'next' | 'previous') => (): void => {
    if (!editor) return;
    const steps = [
      (start: Start) => goToGap(editor, way, start),
      (start: Start) => {
        if (!sideShown && note.agenda.some(({ text }) => gapsIn(text).length > 0)) flushSync(toggleSide);
        return agenda.current !== null && goToGapIn(agenda.current, way, start);
      },
    ];
    // From the text into the agenda and round again, from wherever one is.
    const [here, there] = agenda.current?.contains(document.activeElement) ? steps.toReversed() : steps;
    if (!here?.('selection') && !there?.('edge') && !here?.('edge')) notify({ text: t('templates.noGap') });
  };
  const change: typeof command = (...given) => ({ ...command(...given), writes: true });
  useCommands([
    ...textCommands(editor, t),
    command('nextGap', t('templates.nextGap'), gap('next'), MEETING_KEYS.nextGap),
    command('previousGap', t('templates.previousGap'), gap('previous'), MEETING_KEYS.previousGap),
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
    command('history', t('history.command'), showHistory, MEETING_KEYS.history),
    command('wrapUp', t('meeting.command.wrapUp'), () => leave(routes.wrapUp(note.id)), MEETING_KEYS.wrapUp),
    command('sheet', t('meeting.command.sheet'), () => leave(routes.sheet(note.id)), MEETING_KEYS.sheet),
    command('back', t('meeting.command.back'), () => leave(routes.file(note.fileId)), MEETING_KEYS.back),
  ]);
}
