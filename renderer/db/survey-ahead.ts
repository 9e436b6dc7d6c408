import { equalBytes } from '#shared/lib/bytes.ts';
import { clockOfThreads, inStore, look } from './look.ts';
import type { Looked } from './store-protocol.ts';
import { askStoreWorker, hasWorkers } from './store-worker.ts';
import type { RowSurvey, StoreHead } from './store.ts';

/** A count made while the key was derived still holds when it is there, milliseconds. */
const FRESH_MS = 5_000;

let ahead: Promise<Looked | null> = Promise.resolve(null);
/** Whether what was found was gone through since somebody came to open the vault. */
let counted = false;

/** Looks in a thread of its own: hundreds of thousands of keys would stay in the memory of this one, and hold up typing. */
async function lookAside(): Promise<Looked | null> {
  let looked: Looked | null = null;
  await askStoreWorker({ type: 'look' }, (answer) => {
    if (answer.type === 'looked') ({ looked } = answer);
    return true;
  });
  return looked;
}

/** Counts the rows of the store while the user types the passphrase: it needs no key, and takes longest of all. */
export function surveyAhead(): Promise<unknown> {
  counted = false;
  ahead = (hasWorkers() ? lookAside() : look()).catch(() => null);
  return ahead;
}

const sameHead = (one: StoreHead, other: StoreHead): boolean =>
  one.seq === other.seq && equalBytes(one.hash, other.hash);

async function again(since: number): Promise<Looked | null> {
  const known = await ahead;
  if (!known || known.at > since) return known;
  return inStore(async (store) => {
    const head = await store.head();
    const whole = head && sameHead(head, known.head) && (await store.count()) === known.rows.count;
    return whole ? { ...known, at: clockOfThreads() } : null;
  });
}

/** Misses rows that went since they were surveyed, while the key is derived: then nobody has to wait for it. */
export function countAgain(): void {
  counted = true;
  ahead = again(clockOfThreads()).catch(() => null);
}

/** What the rows come to, and whether they were counted just now. */
interface Surveyed {
  readonly rows: RowSurvey;
  readonly fresh: boolean;
}

/** What the rows of a store with this head came to, if that is known. Counts once: from then on rows change. */
export async function surveyedAhead(head: StoreHead | undefined): Promise<Surveyed | null> {
  const known = await ahead;
  const fresh = known !== null && counted && clockOfThreads() - known.at < FRESH_MS;
  ahead = Promise.resolve(null);
  counted = false;
  if (!known || !head || !sameHead(known.head, head)) return null;
  return { rows: known.rows, fresh };
}
