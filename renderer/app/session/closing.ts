import { create } from 'zustand';
import { backUpBeforeClosing, backUpNow, isBackupCancelled } from '#renderer/operations/backups.ts';
import { keepSearch } from '#renderer/entities/search/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { platform, value } from '#renderer/platform/index.ts';

/** Main waits three seconds for a word before it closes without an answer. */
const SIGN_OF_LIFE_MS = 1000;
/** So long a failed backup keeps the app open when nobody is there to decide: all is saved, and the system may be ending. */
const NOBODY_THERE_MS = 60_000;

type Answer = 'close' | 'stay';
/** What keeps the app from ending, and how the user decides about it. */
type Closing =
  | { readonly state: 'none' }
  | { readonly state: 'backingUp'; readonly decide: (answer: Answer) => void }
  | { readonly state: 'backupFailed'; readonly failure: unknown; readonly decide: (answer: Answer) => void }
  | { readonly state: 'notStored'; readonly decide: (answer: Answer) => void };

/** What the app waits for before it ends. */
export const useClosing = create<{ readonly closing: Closing }>(() => ({ closing: { state: 'none' } }));

const show = (closing: Closing): void => useClosing.setState({ closing });

function afterBackup(): Promise<Answer> {
  return new Promise((decide) => {
    const begin = (): void => show({ state: 'backingUp', decide });
    const failed = (failure: unknown): void => {
      if (isBackupCancelled(failure)) return decide('stay');
      show({ state: 'backupFailed', failure, decide });
      setTimeout(() => decide('close'), NOBODY_THERE_MS);
    };
    backUpBeforeClosing(begin).then(() => decide('close'), failed);
  });
}

async function lastWork(ending: boolean): Promise<Answer> {
  try {
    await flushAll();
  } catch {
    return new Promise((decide) => show({ state: 'notStored', decide }));
  }
  await keepSearch();
  if (ending) return afterBackup();
  // The window only hides: the backup is made behind it, and what goes wrong is told at the next look.
  void backUpNow('close').catch(() => undefined);
  return 'close';
}

/**
 * Does what is left before the window closes and answers main: stores what was typed, and makes a backup when the app ends.
 * The user can end the wait; main is told every second that there is something to wait for.
 */
export async function beforeClosing(ending: boolean): Promise<void> {
  const { lifecycle } = platform();
  const signs = setInterval(() => void lifecycle.working().catch(() => undefined), SIGN_OF_LIFE_MS);
  const answer = await lastWork(ending);
  clearInterval(signs);
  show({ state: 'none' });
  await value(answer === 'close' ? lifecycle.flushed() : lifecycle.stay());
}
