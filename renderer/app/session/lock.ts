import type { TFunction } from 'i18next';
import { flushAll } from '#renderer/lib/flush.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { notify } from '#renderer/ui/notices.ts';
import type { LockReason } from '#shared/ipc/contract.ts';

/** Stores what was typed and locks. What could not be stored keeps the vault open, and the user is told. */
export async function lock(reason: LockReason, t: TFunction): Promise<void> {
  try {
    await flushAll();
    // Comes with the open vault: behind the lock screen nothing of it is there.
    const { keepSearch } = await import('#renderer/entities/search/index.ts');
    await keepSearch();
    await value(platform().session.lock({ reason }));
  } catch {
    notify({ text: t('shell.notLocked'), tone: 'warning' });
  }
}
