import { app } from 'electron';
import type { MainDeps } from '#main/services/deps.ts';
import { createFlush } from './flush.ts';

export interface ClosePath {
  /** What a closed window becomes, after what was typed has been stored; it stays when that failed and the user said so. */
  windowClosing(): Promise<'hide' | 'close' | 'stay'>;
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
  ipc.handle('lifecycle.flushed', () => flush.answered('flushed'));
  ipc.handle('lifecycle.stay', () => flush.answered('refused'));
  ipc.handle('lifecycle.working', () => {
    // Who quits from the tray is to see what is waited for.
    if (flush.working() === 'ending' && window.current()?.isVisible() === false) window.show();
  });

  const hides = (): boolean => quitting === 'no' && settings.read().stayInTray && hasTray();

  /** Answers whether to go on. */
  async function store(ending: boolean): Promise<boolean> {
    // Nothing can have been typed into a locked vault.
    if (!session.isUnlocked() || window.current() === null) return true;
    const outcome = await flush.run(ending);
    if (outcome === 'late') log.info('Closing without an answer');
    return outcome !== 'refused';
  }

  async function end(): Promise<void> {
    if (!(await store(true))) {
      quitting = 'no';
      return;
    }
    try {
      await onQuit();
    } catch (error) {
      log.error('Could not end in order', error);
    }
    quitting = 'ready';
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (quitting === 'ready') return;
    event.preventDefault();
    if (quitting === 'asked') return;
    quitting = 'asked';
    void end();
  });
  app.on('window-all-closed', () => app.quit());

  return {
    ending: () => quitting === 'ready',
    async windowClosing() {
      if (!(await store(!hides()))) return 'stay';
      return hides() ? 'hide' : 'close';
    },
  };
}
