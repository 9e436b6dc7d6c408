import { useEffect, useState } from 'react';
import { type Duplicate, survivorOf } from '#shared/domain/duplicate.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { HINT, POSSIBLE } from '#shared/duplicates/compare.ts';
import { DuplicateIndex, type Match, type Pair } from '#shared/duplicates/duplicate-index.ts';
import type { Known } from '#shared/duplicates/keys.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';

/** How long the work goes on at a time before the window may draw, milliseconds. */
const SLICE_MS = 12;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Ends when the work is no longer wanted. */
class Slices {
  #until = performance.now() + SLICE_MS;
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async breathe(): Promise<void> {
    if (performance.now() < this.#until) return;
    await pause();
    this.#signal.throwIfAborted();
    this.#until = performance.now() + SLICE_MS;
  }
}

/** An index of clients, made while the window stays alive. */
async function indexOf(clients: readonly Client[], slices: Slices): Promise<DuplicateIndex<Client>> {
  const index = new DuplicateIndex<Client>();
  for (const client of clients) {
    index.add(client, client);
    await slices.breathe();
  }
  return index;
}

const pairKey = (one: FileId, other: FileId): string => [one, other].toSorted().join(' ');

/** Every two clients that look like one and were not said to be two, the likest first. Rejects when it is aborted. */
export async function findDuplicates(
  clients: readonly Client[],
  decisions: readonly Duplicate[],
  signal: AbortSignal,
): Promise<readonly Pair<Client>[]> {
  const slices = new Slices(signal);
  const apart = new Set(
    decisions.flatMap((one) => {
      if (one.is !== 'different') return [];
      const [a, b] = one.files;
      // What was said of a file holds for the one that it went into.
      return [pairKey(survivorOf(decisions, a), survivorOf(decisions, b))];
    }),
  );
  const pairs = (await indexOf(clients, slices)).pairs(POSSIBLE);
  for (;;) {
    const step = pairs.next();
    if (step.done)
      return step.value.filter(({ one, other }) => !apart.has(pairKey(one.fileId, other.fileId)));
    await slices.breathe();
  }
}

/** How long nothing is typed before it is looked for, milliseconds. */
const SETTLED_MS = 150;
const MOST_SHOWN = 3;

/** The clients that may be meant by what is being typed of a new one, the likest first. */
export function useLookAlikes(known: Known): readonly Match<Client>[] {
  const [index, setIndex] = useState<DuplicateIndex<Client> | null>(null);
  const [found, setFound] = useState<readonly Match<Client>[]>([]);
  useEffect(() => {
    const control = new AbortController();
    const make = async (): Promise<void> => {
      setIndex(await indexOf(await clientQueries.all(), new Slices(control.signal)));
    };
    make().catch(() => undefined); // The form was closed meanwhile, or the vault locked.
    return () => control.abort();
  }, []);
  const { name, email = '', phone = '' } = known;
  useEffect(() => {
    if (!index) return undefined;
    const timer = setTimeout(
      () => setFound(index.find({ name, email, phone }, HINT).slice(0, MOST_SHOWN)),
      SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [index, name, email, phone]);
  return found;
}
