import { useEffect, useState } from 'react';
import { type Duplicate, type PersonRef, survivorOf } from '#shared/domain/duplicate.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Party } from '#shared/domain/party.ts';
import { HINT, LIKELY, POSSIBLE } from '#shared/duplicates/compare.ts';
import { DuplicateIndex, type Match, type Pair } from '#shared/duplicates/duplicate-index.ts';
import { Identities } from '#shared/duplicates/identities.ts';
import { type Known, nameKey, namesOf } from '#shared/duplicates/keys.ts';
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

/** An index of clients or people, made while the window stays alive. */
async function indexOf<Value extends Known>(
  values: readonly Value[],
  slices: Slices,
): Promise<DuplicateIndex<Value>> {
  const index = new DuplicateIndex<Value>();
  for (const value of values) {
    index.add(value, value);
    await slices.breathe();
  }
  return index;
}

/** Every two in an index that look like one at least that much, the likest first. */
async function pairsIn<Value>(
  index: DuplicateIndex<Value>,
  least: number,
  slices: Slices,
): Promise<readonly Pair<Value>[]> {
  const pairs = index.pairs(least);
  for (;;) {
    const step = pairs.next();
    if (step.done) return step.value;
    await slices.breathe();
  }
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
  const pairs = await pairsIn(await indexOf(clients, slices), POSSIBLE, slices);
  return pairs.filter(({ one, other }) => !apart.has(pairKey(one.fileId, other.fileId)));
}

/** Somebody who stands in a file: its client, or a person with a role in it. */
export type Person = Client | Party;

/** Whether somebody is a person with a role in a file, and not its client. */
export const isParty = (person: Person): person is Party => 'role' in person;
/** How a decision names somebody. */
export const refOf = (person: Person): PersonRef => ({
  table: isParty(person) ? 'parties' : 'clients',
  id: person.id,
});

/** Whether the names have a word in common: a firm's e-mail address is that of all who work there. */
function namesakes(one: Person, other: Person): boolean {
  const words = new Set(namesOf(one).flatMap((name) => nameKey(name).split(' ')));
  return namesOf(other).some((name) =>
    nameKey(name)
      .split(' ')
      .some((word) => words.has(word)),
  );
}

/** Whether two may be one in two files: a number says so whatever the names. Two clients are files to be merged, and people of one file stand side by side. */
const mayBeOne = ({ one, other, reasons }: Pair<Person>): boolean =>
  one.fileId !== other.fileId &&
  (isParty(one) || isParty(other)) &&
  (reasons.some(({ why }) => why === 'name' || why === 'number') || namesakes(one, other));

/**
 * People of different files who are likely one person and of whom nothing was decided, the likest first. Of many who look alike
 * so few pairs that each of them is asked of. Rejects when it is aborted.
 */
export async function findSamePeople(
  people: readonly Person[],
  decisions: readonly Duplicate[],
  signal: AbortSignal,
): Promise<readonly Pair<Person>[]> {
  const slices = new Slices(signal);
  const pairs = await pairsIn(await indexOf(people, slices), LIKELY, slices);
  return new Identities(decisions).undecided(pairs.filter(mayBeOne), ({ one, other }) => [one.id, other.id]);
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
