import type { TFunction } from 'i18next';
import { vault } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { markRestored } from '#renderer/lib/restored.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import { actionText } from './action-text.ts';

/** Undoes or redoes an action and says so, with the way back; refuses in words when something was changed since. */
async function turn(way: 'undo' | 'redo', t: TFunction, action?: number): Promise<void> {
  // What is typed and not yet stored would be stored over what comes back.
  await flushAll();
  const result = await vault()[way](action);
  if (result.state === 'nothing') return;
  const what = actionText(result.action, t);
  if (result.state === 'refused') {
    notify({ text: t(`undo.${way}Refused`, { what }), tone: 'warning' });
    return;
  }
  markRestored(result.action.records);
  const back = way === 'undo' ? 'redo' : 'undo';
  notify({
    text: t(way === 'undo' ? 'undo.undone' : 'undo.redone', { what }),
    action: { label: t(`undo.${back}`), run: () => watched(turn(back, t, result.action.id), t) },
  });
}

/** Undoes the last action, or that with the number. What comes of it, the user is told. */
export const undo = (t: TFunction, action?: number): void => watched(turn('undo', t, action), t);

/** Does again what was undone last. */
export const redo = (t: TFunction): void => watched(turn('redo', t), t);

/**
 * Does something that can be undone, and says so with the way back.
 * @param work Answers the number of the action; null when there was nothing to do.
 * @param text What was done, in the user's language.
 */
export function doUndoably(work: () => Promise<number | null>, text: string, t: TFunction): void {
  const run = async (): Promise<void> => {
    const action = await work();
    if (action === null) return;
    notify({ text, action: { label: t('common.undo'), run: () => undo(t, action) } });
  };
  watched(run(), t);
}
