import { equalBytes } from '#shared/lib/bytes.ts';
import { NATIVE_VERSION, STORE_NAME, Store, type RowSurvey, type StoreHead } from './store.ts';

/** What was found before there was a key. */
interface Ahead {
  readonly head: StoreHead;
  readonly rows: RowSurvey;
  /** When the rows were last surveyed or counted, milliseconds of `performance.now`. */
  readonly at: number;
}

/** A count made while the key was derived still holds when it is there, milliseconds. */
const FRESH_MS = 5_000;

let ahead: Promise<Ahead | null> = Promise.resolve(null);
/** Whether what was found was gone through since somebody came to open the vault. */
let counted = false;

/** Looks at the store, and leaves it closed. */
async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = new Store(() => undefined);
  try {
    await store.hold();
    return await work(store);
  } finally {
    store.release();
  }
}

/** Only a store that is there as this version of the app left it: everything else is looked at when the vault is opened. */
async function look(): Promise<Ahead | null> {
  const found = (await indexedDB.databases()).find(({ name }) => name === STORE_NAME);
  if (found?.version !== NATIVE_VERSION) return null;
  return inStore(async (store) => {
    const head = await store.head();
    return head ? { head, rows: await store.survey(), at: performance.now() } : null;
  });
}

/** Counts the rows of the store while the user types the passphrase: it needs no key, and takes longest of all. */
export function surveyAhead(): Promise<unknown> {
  counted = false;
  ahead = look().catch(() => null);
  return ahead;
}

const sameHead = (one: StoreHead, other: StoreHead): boolean =>
  one.seq === other.seq && equalBytes(one.hash, other.hash);

async function again(since: number): Promise<Ahead | null> {
  const known = await ahead;
  if (!known || known.at > since) return known;
  return inStore(async (store) => {
    const head = await store.head();
    const whole = head && sameHead(head, known.head) && (await store.count()) === known.rows.count;
    return whole ? { ...known, at: performance.now() } : null;
  });
}

/** Misses rows that went since they were surveyed, while the key is derived: then nobody has to wait for it. */
export function countAgain(): void {
  counted = true;
  ahead = again(performance.now()).catch(() => null);
}

/** What the rows come to, and whether they were counted just now. */
interface Surveyed {
  readonly rows: RowSurvey;
  readonly fresh: boolean;
}

/** What the rows of a store with this head came to, if that is known. Counts once: from then on rows change. */
export async function surveyedAhead(head: StoreHead | undefined): Promise<Surveyed | null> {
  const known = await ahead;
  const fresh = known !== null && counted && performance.now() - known.at < FRESH_MS;
  ahead = Promise.resolve(null);
  counted = false;
  if (!known || !head || !sameHead(known.head, head)) return null;
  return { rows: known.rows, fresh };
}
