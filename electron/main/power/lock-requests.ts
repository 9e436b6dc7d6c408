import type { LockReason } from '#shared/ipc/contract.ts';
import type { MainDeps } from '#main/services/deps.ts';

/** How long the renderer has to store what was typed before it is replaced anyway, in milliseconds. */
export const LOCK_GRACE_MS = 2_000;

/** Locking that main itself asks for. */
export interface LockRequests {
  /** Asks the renderer to flush and lock; after the grace the vault is locked whether it answered or not. */
  request(reason: LockReason): void;
}

/** Makes sure that a lock that was asked for happens. */
export function createLockRequests({
  ipc,
  session,
  window,
  log,
}: Pick<MainDeps, 'ipc' | 'session' | 'window' | 'log'>): LockRequests {
  let pending: NodeJS.Timeout | null = null;

  session.onChange(() => {
    if (pending !== null) clearTimeout(pending);
    pending = null;
  });

  return {
    request(reason) {
      if (!session.isUnlocked() || pending !== null) return;
      ipc.emit('session.lockRequested', { reason });
      pending = setTimeout(() => {
        log.info('Locked without an answer', { reason });
        session.lock();
        window.replace();
      }, LOCK_GRACE_MS);
    },
  };
}
