import { Dexie } from 'dexie';
import { SealBrokenError } from '#shared/crypto/aead.ts';
import type { Stored } from '#shared/domain/record.ts';
import type { KeysToRead } from './keys-to-read.ts';
import type { Gate } from './reader.ts';
import { type Basket, type Sieve, sifted, type Sifted } from './sieve.ts';
import { StoreMovedError } from './store.ts';
import { askStoreWorker, hasWorkers } from './store-worker.ts';

/** How often it is begun anew when the store was lost or filled anew meanwhile. */
const MOST_TIMES = 5;
/** The window lives on after so long, milliseconds: where there are no workers. */
const AT_ONCE_MS = 12;

/** The store that is read. */
interface Source<Body> {
  readonly gate: Gate;
  readonly keys: () => KeysToRead;
  /** All records, read on this thread. */
  readonly pages: () => AsyncIterable<readonly Stored<Body>[]>;
  /** Another number each time the store was opened; null while it is not open. */
  readonly opening: () => number | null;
  /** Told when a row does not open. */
  readonly onBroken: (error: unknown) => void;
}

type Into<Body, Field extends keyof Stored<Body>, Result> = Basket<Sifted<Body, Field>, Result>;

/**
 * Goes through all records of a kind for some of their fields, in a thread of its own. The store is not lost meanwhile, nor
 * filled anew: else all is read once more.
 */
export async function sift<Body, Field extends keyof Stored<Body>, Result>(
  sieve: Sieve<Body, Field>,
  basket: Into<Body, Field, Result>,
  source: Source<Body>,
): Promise<Result> {
  if (!hasWorkers()) return siftHere(sieve, basket, source.pages());
  for (let times = 1; ; times += 1) {
    await source.gate.pass(() => Dexie.Promise.resolve());
    const opening = source.opening();
    const result = await siftedInWorker(sieve, basket, source);
    await source.gate.pass(() => Dexie.Promise.resolve());
    if (result && opening !== null && source.opening() === opening) return result.into;
    if (times === MOST_TIMES) throw new StoreMovedError();
  }
}

/** Null when the store was lost. */
async function siftedInWorker<Body, Field extends keyof Stored<Body>, Result>(
  { kind, fields, where = {} }: Sieve<Body, Field>,
  { begin, take }: Into<Body, Field, Result>,
  { keys, onBroken }: Source<Body>,
): Promise<{ readonly into: Result } | null> {
  const into = begin();
  let lost = false;
  const request = {
    type: 'sift',
    table: kind.table,
    fields: fields as readonly string[],
    where,
    keys: keys(),
  } as const;
  await askStoreWorker(request, (answer) => {
    switch (answer.type) {
      case 'records':
        take(into, answer.records as readonly Sifted<Body, Field>[]);
        return false;
      case 'lost':
        lost = true;
        return true;
      case 'broken': {
        const error = new SealBrokenError();
        onBroken(error);
        throw error;
      }
      case 'failed':
        throw new Error(answer.error);
      case 'looked':
      case 'end':
        return true;
      default:
        return answer satisfies never;
    }
  });
  return lost ? null : { into };
}

/** Without workers: in pieces, between which the window lives on. */
export async function siftHere<Body, Field extends keyof Stored<Body>, Result>(
  sieve: Sieve<Body, Field>,
  { begin, take }: Into<Body, Field, Result>,
  pages: AsyncIterable<readonly Stored<Body>[]>,
): Promise<Result> {
  const into = begin();
  let since = performance.now();
  for await (const page of pages) {
    take(into, sifted(page, sieve));
    if (performance.now() - since < AT_ONCE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return into;
}
