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

interface Running {
  readonly ending: boolean;
  readonly outcome: Promise<'flushed' | 'late'>;
  readonly answer: () => void;
  readonly restart: () => void;
}

/** @param request Sends the question to the renderer. */
export function createFlush(request: (ending: boolean) => void): Flush {
  let running: Running | null = null;

  function ask(ending: boolean): Promise<'flushed' | 'late'> {
    let answer = (): void => undefined;
    let restart = (): void => undefined;
    const outcome = new Promise<'flushed' | 'late'>((resolve) => {
      const end = (how: 'flushed' | 'late'): void => {
        clearTimeout(timer);
        running = null;
        resolve(how);
      };
      const timer = setTimeout(() => end('late'), FLUSH_TIMEOUT_MS);
      answer = () => end('flushed');
      restart = () => void timer.refresh();
    });
    running = { ending, outcome, answer, restart };
    request(ending);
    return outcome;
  }

  async function run(ending: boolean): Promise<'flushed' | 'late'> {
    if (running === null) return ask(ending);
    if (running.ending || !ending) return running.outcome;
    await running.outcome;
    return run(ending);
  }

  return {
    run,
    answered: () => running?.answer(),
    working() {
      if (running === null) return 'nothing';
      running.restart();
      return running.ending ? 'ending' : 'hiding';
    },
  };
}
