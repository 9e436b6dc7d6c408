import { app } from 'electron';
import type { MainDeps } from '#main/services/deps.ts';
import { createFlush } from './flush.ts';

export interface ClosePath {
  /** What a closed window becomes, after what was typed has been stored. */
  windowClosing(): Promise<'hide' | 'close'>;
  /** Whether everything is stored and the app is ending. */
  ending(): boolean;
}

interface Deps extends Pick<MainDeps, 'ipc' | 'session' | 'settings' | 'window' | 'log'> {
  /** Whether there is a tray to come back from. */
  readonly hasTray: () => boolean;
  /** Last work before the process ends. */
  readonly onQuit: () => Promise<void>;
}

/** Every way out stores what was typed first: closing the window, quitting, the end of the desktop session. */
export function createClosePath({ ipc, session, settings, window, log, hasTray, onQuit }: Deps): ClosePath {
  let quitting: 'no' | 'asked' | 'ready' = 'no';
  const flush = createFlush((ending) => ipc.emit('lifecycle.flushRequested', { ending }));
  ipc.handle('lifecycle.flushed', () => flush.answered());
  ipc.handle('lifecycle.working', () => {
    // Who quits from the tray is to see what is waited for.
    if (flush.working() === 'ending' && window.current()?.isVisible() === false) window.show();
  });

  const hides = (): boolean => quitting === 'no' && settings.read().stayInTray && hasTray();

  async function store(ending: boolean): Promise<void> {
    // Nothing can have been typed into a locked vault.
    if (!session.isUnlocked() || window.current() === null) return;
    if ((await flush.run(ending)) === 'late') log.info('Closing without an answer');
  }

  app.on('before-quit', (event) => {
    if (quitting === 'ready') return;
    event.preventDefault();
    if (quitting === 'asked') return;
    quitting = 'asked';
    void store(true)
      .then(onQuit)
      .catch((error: unknown) => log.error('Could not end in order', error))
      .finally(() => {
        quitting = 'ready';
        app.quit();
      });
  });
  app.on('window-all-closed', () => app.quit());

  return {
    ending: () => quitting === 'ready',
    async windowClosing() {
      await store(!hides());
      return hides() ? 'hide' : 'close';
    },
  };
}
