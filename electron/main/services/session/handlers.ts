import type { MainDeps } from '#main/services/deps.ts';
import type { AttemptsService } from './attempts.ts';

interface Deps extends Pick<MainDeps, 'ipc' | 'session' | 'window' | 'log'> {
  readonly attempts: AttemptsService;
}

/** `session.*`: opening, locking and the count of attempts. */
export function registerSessionHandlers({ ipc, session, window, log, attempts }: Deps): void {
  ipc.handle('session.unlocked', ({ reminderKey }) => session.unlocked(reminderKey));
  ipc.handle('session.lock', ({ reason }) => {
    log.info('Locked', { reason });
    session.lock();
    // After the answer is on its way: replacing ends the process that waits for it.
    setImmediate(() => window.replace());
  });
  ipc.handle('session.look', ({ looking }) => session.look(looking));
  ipc.handle('session.looking', () => ({ looking: session.looking() }));
  ipc.handle('session.attempts', () => attempts.read());
  ipc.handle('session.reportAttempt', ({ success }) => attempts.report(success));
}
