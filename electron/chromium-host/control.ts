import { runInThisContext } from 'node:vm';

/** A test's question: a function's source text, to be run with Electron's module and an argument. */
interface Asked {
  readonly id: number;
  readonly evaluate: string;
  readonly arg: unknown;
}

function asked(message: unknown): Asked | null {
  if (typeof message !== 'object' || message === null) return null;
  const { id, evaluate, arg } = message as Record<string, unknown>;
  return typeof id === 'number' && typeof evaluate === 'string' ? { id, evaluate, arg } : null;
}

async function answer({ id, evaluate, arg }: Asked, electron: object): Promise<void> {
  try {
    const run = runInThisContext(`(${evaluate})`) as (electron: object, arg: unknown) => unknown;
    process.send?.({ id, result: await run(electron, arg) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Lets the parent process, when it opened a channel to this one, ask for anything. Only tests do. */
export function listenToTests(electron: object, parentGone: () => void): (word: object) => void {
  if (process.send === undefined) return () => undefined;
  process.on('message', (message) => {
    const question = asked(message);
    if (question !== null) void answer(question, electron);
  });
  process.on('disconnect', parentGone);
  return (word) => process.send?.(word);
}
