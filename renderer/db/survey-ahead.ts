import { equalBytes } from '#shared/lib/bytes.ts';
import { NATIVE_VERSION, STORE_NAME, Store, type RowSurvey, type StoreHead } from './store.ts';

/** What was found before there was a key. */
interface Ahead {
  readonly head: StoreHead;
  readonly rows: RowSurvey;
}

let ahead: Promise<Ahead | null> = Promise.resolve(null);

/** Only a store that is there as this version of the app left it: everything else is looked at when the vault is opened. */
async function look(): Promise<Ahead | null> {
  const found = (await indexedDB.databases()).find(({ name }) => name === STORE_NAME);
  if (found?.version !== NATIVE_VERSION) return null;
  const store = new Store(() => undefined);
  try {
    await store.hold();
    const head = await store.head();
    return head ? { head, rows: await store.survey() } : null;
  } finally {
    store.release();
  }
}

/** Counts the rows of the store while the user types the passphrase: it needs no key, and takes longest of all. */
export function surveyAhead(): Promise<unknown> {
  ahead = look().catch(() => null);
  return ahead;
}

/** What the rows of a store with this head came to, if that is known. Counts once: from then on rows change. */
export async function surveyedAhead(head: StoreHead | undefined): Promise<RowSurvey | null> {
  const known = await ahead;
  ahead = Promise.resolve(null);
  if (!known || !head || known.head.seq !== head.seq) return null;
  return equalBytes(known.head.hash, head.hash) ? known.rows : null;
}
