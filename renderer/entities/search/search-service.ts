import { create } from 'zustand';
import { sealedSource, vaultIdInUse } from '#renderer/db/index.ts';
import { isSearched, SEARCHED_TABLES, type SearchedTable } from '#renderer/worker/search/extract.ts';
import type { Found as Checked } from '#renderer/worker/conflicts/protocol.ts';
import type { TypedRequest } from '#renderer/worker/search/protocol.ts';
import type { Found } from '#renderer/worker/search/search.ts';
import { whenIdle } from '#renderer/lib/idle.ts';
import { lookingNow } from '#renderer/lib/looking.ts';
import { SearchClient } from '#renderer/worker/search/search-client.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** Records read at a time: the window stays alive between them. */
const BATCH = 250;
/** Longest wait for a quiet moment, milliseconds: before everything is read, and before each of its parts. */
const START_WITHIN_MS = 2000;
const PART_WITHIN_MS = 100;
/** After these tables, the small ones, the first results can be shown. */
const SHOWN_AFTER: SearchedTable = 'reminders';

interface SearchState {
  /** Whether everything was read. */
  readonly ready: boolean;
  /** How many records were read so far. */
  readonly read: number;
  /** Rises when something that can be found has changed. */
  readonly version: number;
  /** Why records could not be read; null when they can. */
  readonly failure: unknown;
}

const BEGINNING: SearchState = { ready: false, read: 0, version: 0, failure: null };

/** How far the search index is. */
export const useSearchState = create<SearchState>(() => BEGINNING);

let running: SearchClient | null = null;

const changed = (): void => useSearchState.setState(({ version }) => ({ version: version + 1 }));

/** Sends all records of a table to the worker, the last made first. The next are read while it takes these in. */
async function readTable(client: SearchClient, table: SearchedTable): Promise<void> {
  const source = sealedSource();
  let before: RecordId | null = null;
  let taken: Promise<void> = Promise.resolve();
  for (;;) {
    await new Promise<void>((resolve) => whenIdle(resolve, PART_WITHIN_MS));
    const { rows, keys } = await source.sealedRows(table, before, BATCH);
    const last = rows.at(-1);
    if (!last || running !== client) break;
    const sent = client.tell({ type: 'rows', table, rows, keys });
    await taken;
    taken = sent;
    before = last.id;
    useSearchState.setState(({ read }) => ({ read: read + rows.length }));
  }
  await taken;
}

async function readAll(client: SearchClient): Promise<void> {
  await client.tell({ type: 'open', vaultId: vaultIdInUse() });
  for (const table of SEARCHED_TABLES) {
    await readTable(client, table);
    if (table !== SHOWN_AFTER) continue;
    await client.tell({ type: 'tableRead' });
    changed();
  }
  await client.tell({ type: 'tableRead' });
  await client.tell({ type: 'read' });
  useSearchState.setState({ ready: true });
  changed();
}

/**
 * Builds the index of the open vault in its worker, in memory and nowhere else, and keeps it current. Returns the function
 * that ends it.
 */
export function startSearch(): () => void {
  useSearchState.setState(BEGINNING);
  try {
    return follow(new SearchClient());
  } catch (failure) {
    // The app works without its search; the search itself tells.
    useSearchState.setState({ failure });
    return () => undefined;
  }
}

function follow(client: SearchClient): () => void {
  running = client;
  const failed = (failure: unknown): void => {
    if (running === client) useSearchState.setState({ failure });
  };
  // First: a change while everything is read must not be missed.
  const unfollow = sealedSource().onSealedChange(({ ops, keys }) => {
    const searched = ops.filter(({ table }) => isSearched(table));
    if (searched.length > 0) client.tell({ type: 'changed', ops: searched, keys }).then(changed, failed);
  });
  const begin = (): void => void readAll(client).catch(failed);
  const withdraw = whenIdle(begin, START_WITHIN_MS);
  return () => {
    withdraw();
    unfollow();
    client.close();
    if (running === client) running = null;
  };
}

const NOTHING: Found = { hits: [], total: 0, kinds: {}, similar: false };

/** Searches what was read so far and may be seen now. Rejects when the vault is locked or the index failed. */
export async function search(request: TypedRequest): Promise<Found> {
  if (!running) throw new Error('There is no search index');
  const looking = lookingNow();
  if (looking === null) return running.search(request);
  const { fileId } = looking;
  return fileId === null ? NOTHING : running.search({ ...request, filters: { ...request.filters, fileId } });
}

/**
 * Waits until everything was read.
 * @param onProgress Told how many records were read so far.
 * @throws What keeps records from being read.
 */
export function searchReady(onProgress: (read: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = ({ ready, read, failure }: SearchState): boolean => {
      onProgress(read);
      if (ready) resolve();
      else if (failure !== null)
        reject(failure instanceof Error ? failure : new Error('The search has failed'));
      return ready || failure !== null;
    };
    if (look(useSearchState.getState())) return;
    const unfollow = useSearchState.subscribe((state) => {
      if (look(state)) unfollow();
    });
  });
}

/** Looks for names and numbers in all records. Rejects when the vault is locked or the index failed, and while a client is looking. */
export async function checkNames(queries: readonly string[]): Promise<Checked> {
  await searchReady(() => undefined);
  if (!running || lookingNow() !== null)
    throw new Error('There is no search index, or none that may be seen');
  return running.check(queries);
}

/** Makes the words of a document searchable. Rejects when the index failed; nothing happens when the vault is locked. */
export async function addDocumentText(id: RecordId, lines: readonly string[]): Promise<void> {
  await running?.tell({ type: 'text', id, lines });
  changed();
}

/** The words of a document that were made searchable, in lines. */
export const documentLines = async (id: RecordId): Promise<readonly string[]> =>
  (await running?.textOf(id)) ?? [];
