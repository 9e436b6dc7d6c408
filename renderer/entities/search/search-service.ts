import { create } from 'zustand';
import { sealedSource, vaultIdInUse } from '#renderer/db/index.ts';
import { isSearched, SEARCHED_TABLES, type SearchedTable } from '#renderer/worker/search/extract.ts';
import type { Found as Checked } from '#renderer/worker/conflicts/protocol.ts';
import type { TypedRequest } from '#renderer/worker/search/protocol.ts';
import type { Found } from '#renderer/worker/search/search.ts';
import { whenIdle } from '#renderer/lib/idle.ts';
import { lookingNow } from '#renderer/lib/looking.ts';
import { SearchClient } from '#renderer/worker/search/search-client.ts';
import { platform, value } from '#renderer/platform/index.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';

/** Records read at a time: the window stays alive between them. */
const BATCH = 250;
/** Longest wait for a quiet moment, milliseconds: before everything is read, and before each of its parts. */
const START_WITHIN_MS = 2000;
/** The worker is begun so long after the vault is open, milliseconds: the first screen needs both cores, and searches nothing. */
const WORKER_AFTER_MS = 300;
const PART_WITHIN_MS = 100;
/** After these tables, the small ones, the first results can be shown. */
const SHOWN_AFTER: SearchedTable = 'reminders';
/** The index is kept on the disk when nothing has changed for so long, milliseconds; and so long at most while the vault closes. */
const KEEP_AFTER_MS = 20_000;
const KEEP_WITHIN_MS = 700;

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

let running: Run | null = null;

const changed = (): void => useSearchState.setState(({ version }) => ({ version: version + 1 }));

/** One index from its start to its end. */
interface Run {
  readonly client: SearchClient;
  /** Up to where the index knows all changes. */
  head: JournalHead;
  /** Up to where the index on the disk knows all changes; null when there is none. */
  kept: JournalHead | null;
  /** Whether there are changes since that can be found. */
  unkept: boolean;
  /** The next time it is kept. */
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Sends all records of a table to the worker, the last made first. The next are read while it takes these in. */
async function readTable({ client }: Run, table: SearchedTable): Promise<void> {
  const source = sealedSource();
  let before: RecordId | null = null;
  let taken: Promise<void> = Promise.resolve();
  for (;;) {
    await new Promise<void>((resolve) => whenIdle(resolve, PART_WITHIN_MS));
    const { rows, keys } = await source.sealedRows(table, before, BATCH);
    const last = rows.at(-1);
    if (!last || running?.client !== client) break;
    const sent = client.tell({ type: 'rows', table, rows, keys });
    await taken;
    taken = sent;
    before = last.id;
    useSearchState.setState(({ read }) => ({ read: read + rows.length }));
  }
  await taken;
}

async function readAll(run: Run): Promise<void> {
  for (const table of SEARCHED_TABLES) {
    await readTable(run, table);
    if (table !== SHOWN_AFTER) continue;
    await run.client.tell({ type: 'tableRead' });
    changed();
  }
  run.unkept = true;
}

/** Reads what was changed since the index was kept. Answers false when nobody can say what that is. */
async function readChanges(run: Run, then: JournalHead): Promise<boolean> {
  const since = await sealedSource().changedSince(then);
  if (!since) return false;
  const ops = since.ops.filter(({ table }) => isSearched(table));
  for (let at = 0; at < ops.length; at += BATCH) {
    const keys = at === 0 ? since.keys : new Map();
    await run.client.tell({ type: 'since', ops: ops.slice(at, at + BATCH), keys });
  }
  run.kept = then;
  run.unkept ||= ops.length > 0;
  await run.client.tell({ type: 'tableRead' });
  // Their names, by which documents that were not read yet are found together with their words.
  await readTable(run, 'attachments');
  return true;
}

/** Keeps the index on the disk when nothing has changed for a while. */
function keepLater(run: Run): void {
  clearTimeout(run.timer);
  if (!run.unkept || !useSearchState.getState().ready) return;
  run.timer = setTimeout(() => void keep(run).catch(() => undefined), KEEP_AFTER_MS);
}

async function keep(run: Run): Promise<void> {
  clearTimeout(run.timer);
  run.timer = undefined;
  const seal = sealedSource().indexSeal();
  const same = !run.unkept && run.head.seq === run.kept?.seq;
  if (!seal || same || !useSearchState.getState().ready) return;
  const { state } = await value(platform().space.status());
  if (state !== 'enough' || running !== run) return;
  const { head } = run;
  run.unkept = false;
  try {
    await run.client.tell({ type: 'keep', seal, head });
    run.kept = head;
  } catch (error) {
    run.unkept = true;
    throw error;
  }
}

/**
 * Keeps the index on the disk before the vault closes, unless that takes too long: then what was kept before counts, and what has
 * changed since is read at the next opening.
 */
export async function keepSearch(): Promise<void> {
  if (!running) return;
  const limit = new Promise<void>((resolve) => setTimeout(resolve, KEEP_WITHIN_MS));
  await Promise.race([keep(running).catch(() => undefined), limit]);
}

/** Begins at once what was about to begin; null when it has, or is not wanted. */
let beginNow: (() => void) | null = null;

/** The index that is in use, begun for whoever needs it before its time; null when there is none. */
function inUse(): Run | null {
  beginNow?.();
  return running;
}

/**
 * Brings the index of the open vault into its worker, from the disk or out of the records, and keeps it current. Returns the
 * function that ends it.
 */
export function startSearch(): () => void {
  useSearchState.setState(BEGINNING);
  let end: (() => void) | null = null;
  const stopWaiting = (): void => {
    clearTimeout(timer);
    if (beginNow === begin) beginNow = null;
  };
  const begin = (): void => {
    stopWaiting();
    end = started(true);
  };
  const timer = setTimeout(begin, WORKER_AFTER_MS);
  beginNow = begin;
  return () => {
    stopWaiting();
    end?.();
  };
}

/** @param holds Whether what was kept of the index may still hold. */
function started(holds: boolean): () => void {
  useSearchState.setState(BEGINNING);
  try {
    return follow(new SearchClient(), holds);
  } catch (failure) {
    // The app works without its search; the search itself tells.
    useSearchState.setState({ failure });
    return () => undefined;
  }
}

function follow(client: SearchClient, holds: boolean): () => void {
  const source = sealedSource();
  const { head, whole } = source.standing();
  const run: Run = { client, head, kept: null, unkept: false, timer: undefined };
  running = run;
  let end = (): void => {
    withdraw();
    unfollow();
    clearTimeout(run.timer);
    client.close();
    if (running === run) running = null;
  };
  /** Ends this index and begins another one, out of the records. */
  const again = (): void => {
    if (running !== run) return;
    end();
    end = started(false);
  };
  const failed = (failure: unknown): void => {
    if (running === run) useSearchState.setState({ failure });
  };
  // Before a change that is told: that must not be missed either.
  const opened = client.open({ vaultId: vaultIdInUse(), seal: source.indexSeal(), holds: holds && whole });
  opened.catch(() => undefined); // Whoever waits for it is told.
  const unfollow = source.onSealedChange(({ ops, keys, head: now, erased, anew }) => {
    if (anew) return again();
    run.head = now;
    if (erased !== undefined) {
      [run.unkept, run.kept] = [true, null];
      client.tell({ type: 'erased', fileId: erased }).then(changed, failed);
    }
    const searched = ops.filter(({ table }) => isSearched(table));
    if (searched.length > 0) {
      run.unkept = true;
      client.tell({ type: 'changed', ops: searched, keys }).then(changed, failed);
    }
    keepLater(run);
  });
  const begin = async (): Promise<void> => {
    const keptAt = await opened;
    // What was kept may not open after all, also while changes are told.
    if (keptAt && !(await readChanges(run, keptAt).catch(() => false))) return again();
    if (!keptAt) await readAll(run);
    await client.tell({ type: 'tableRead' });
    try {
      await client.tell({ type: 'read' });
    } catch (failure) {
      // What was kept does not open after all.
      if (keptAt) return again();
      throw failure;
    }
    if (running !== run) return;
    useSearchState.setState({ ready: true });
    changed();
    keepLater(run);
  };
  const withdraw = whenIdle(() => void begin().catch(failed), START_WITHIN_MS);
  return () => end();
}

const NOTHING: Found = { hits: [], total: 0, kinds: {}, similar: false };

/** Searches what was read so far and may be seen now. Rejects when the vault is locked or the index failed. */
export async function search(request: TypedRequest): Promise<Found> {
  const run = inUse();
  if (!run) throw new Error('There is no search index');
  const looking = lookingNow();
  if (looking === null) return run.client.search(request);
  const { fileId } = looking;
  return fileId === null
    ? NOTHING
    : run.client.search({ ...request, filters: { ...request.filters, fileId } });
}

/**
 * Waits until everything was read.
 * @param onProgress Told how many records were read so far.
 * @throws What keeps records from being read.
 */
export function searchReady(onProgress: (read: number) => void): Promise<void> {
  inUse();
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
  return running.client.check(queries);
}

/** Calls back when everything was read, and each time it was read anew. Returns the function that ends it. */
export function onSearchReady(ready: () => void): () => void {
  if (useSearchState.getState().ready) ready();
  return useSearchState.subscribe((now, before) => {
    if (now.ready && !before.ready) ready();
  });
}

/** Those of some documents whose words are not searchable yet. Rejects when the index failed; none when the vault is locked. */
export const unreadDocuments = async (ids: readonly RecordId[]): Promise<readonly RecordId[]> =>
  (await running?.client.unread(ids)) ?? [];

/**
 * Makes the words of a document searchable, from now on and in later sessions. Rejects when the index failed; nothing happens when
 * the vault is locked.
 */
export async function addDocumentText(id: RecordId, lines: readonly string[]): Promise<void> {
  const run = inUse();
  if (!run) return;
  await run.client.tell({ type: 'text', id, lines });
  run.unkept = true;
  // Not put off by each of many documents.
  if (run.timer === undefined) keepLater(run);
  changed();
}

/** The words of a document that were made searchable, in lines. */
export const documentLines = async (id: RecordId): Promise<readonly string[]> =>
  (await inUse()?.client.textOf(id)) ?? [];
