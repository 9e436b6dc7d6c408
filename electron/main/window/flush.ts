/** Longest silence of the renderer before the window goes without its answer, in milliseconds. */
export const FLUSH_TIMEOUT_MS = 3_000;

/** Asks the renderer to store what was typed, and waits for its answer. */
export interface Flush {
  /**
   * Settles when the renderer has answered or was silent for too long. Who asks meanwhile waits for the same answer; who
   * asks for more, the end of the app, asks anew after it.
   */
  run(ending: boolean): Promise<'flushed' | 'late'>;
  /** The renderer's answer. */
  answered(): void;
  /** The renderer is alive and at work: the wait begins anew. Says what is waited for. */
  working(): 'ending' | 'hiding' | 'nothing';
}

interface Wait {
  readonly ending: boolean;
  readonly answer: () => void;
  readonly restart: () => void;
}

/** @param request Sends the question to the renderer. */
export function createFlush(request: (ending: boolean) => void): Flush {
  let wait: Wait | null = null;
  let outcome: Promise<'flushed' | 'late'> = Promise.resolve('flushed');

  function ask(ending: boolean): Promise<'flushed' | 'late'> {
    outcome = new Promise((resolve) => {
      const end = (how: 'flushed' | 'late'): void => {
        clearTimeout(timer);
        wait = null;
        resolve(how);
      };
      const timer = setTimeout(() => end('late'), FLUSH_TIMEOUT_MS);
      wait = { ending, answer: () => end('flushed'), restart: () => void timer.refresh() };
      request(ending);
    });
    return outcome;
  }

  async function run(ending: boolean): Promise<'flushed' | 'late'> {
    if (wait === null) return ask(ending);
    if (wait.ending || !ending) return outcome;
    await outcome;
    return run(ending);
  }

  return {
    run,
    answered: () => wait?.answer(),
    working() {
      if (wait === null) return 'nothing';
      wait.restart();
      return wait.ending ? 'ending' : 'hiding';
    },
  };
}
