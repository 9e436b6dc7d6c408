/** Longest wait for what was typed to be stored before the window goes, in milliseconds. */
export const FLUSH_TIMEOUT_MS = 3_000;

/** Asks the renderer to store what was typed, and waits for its answer. */
export interface Flush {
  /** Settles when the renderer has answered or the time is over. Who asks meanwhile waits for the same answer. */
  run(): Promise<'flushed' | 'late'>;
  /** The renderer's answer. */
  answered(): void;
}

/** @param request Sends the question to the renderer. */
export function createFlush(request: () => void): Flush {
  let running: Promise<'flushed' | 'late'> | null = null;
  let answer: (() => void) | null = null;

  return {
    run() {
      running ??= new Promise<'flushed' | 'late'>((resolve) => {
        const end = (outcome: 'flushed' | 'late'): void => {
          clearTimeout(timer);
          answer = null;
          running = null;
          resolve(outcome);
        };
        const timer = setTimeout(() => end('late'), FLUSH_TIMEOUT_MS);
        answer = () => end('flushed');
        request();
      });
      return running;
    },
    answered: () => answer?.(),
  };
}
