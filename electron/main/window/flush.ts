/** Longest silence of the renderer before the window goes without its answer, in milliseconds. */
export const FLUSH_TIMEOUT_MS = 3_000;

/** `refused`: something could not be stored, and the user wants to go on; `late`: the renderer was silent. */
export type Flushed = 'flushed' | 'refused' | 'late';

/** Asks the renderer to store what was typed, and waits for its answer. */
export interface Flush {
  /**
   * Settles when the renderer has answered or was silent for too long. Who asks meanwhile waits for the same answer; who
   * asks for more, the end of the app, asks anew after it.
   */
  run(ending: boolean): Promise<Flushed>;
  /** The renderer's answer. */
  answered(how: 'flushed' | 'refused'): void;
  /** The renderer is alive and at work: the wait begins anew. Says what is waited for. */
  working(): 'ending' | 'hiding' | 'nothing';
}

interface Wait {
  readonly ending: boolean;
  readonly answer: (how: 'flushed' | 'refused') => void;
  readonly restart: () => void;
}

/** @param request Sends the question to the renderer. */
export function createFlush(request: (ending: boolean) => void): Flush {
  let wait: Wait | null = null;
  let outcome: Promise<Flushed> = Promise.resolve('flushed');

  function ask(ending: boolean): Promise<Flushed> {
    outcome = new Promise((resolve) => {
      const end = (how: Flushed): void => {
        clearTimeout(timer);
        wait = null;
        resolve(how);
      };
      const timer = setTimeout(() => end('late'), FLUSH_TIMEOUT_MS);
      wait = { ending, answer: end, restart: () => void timer.refresh() };
      request(ending);
    });
    return outcome;
  }

  async function run(ending: boolean): Promise<Flushed> {
    if (wait === null) return ask(ending);
    if (wait.ending || !ending) return outcome;
    await outcome;
    return run(ending);
  }

  return {
    run,
    answered: (how) => wait?.answer(how),
    working() {
      if (wait === null) return 'nothing';
      wait.restart();
      return wait.ending ? 'ending' : 'hiding';
    },
  };
}
