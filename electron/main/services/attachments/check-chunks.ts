import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordId } from '#shared/domain/ids.ts';
import { type AttachmentContent, chunkLength } from '#shared/formats/attachment-chunks.ts';
import type { AttachmentOutcome } from '#shared/ipc/contract/attachments.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { CheckMemory } from './check-state.ts';
import type { ChunkCipher } from './chunk-cipher.ts';
import type { ChunkStore, StoredFile } from './chunk-store.ts';
import { mendChunk, type MendWork } from './mend-chunk.ts';

/** A chunk that nothing has named for this long is removed, milliseconds. */
export const ORPHAN_MS = 24 * 60 * 60_000;
/** In idle time every chunk is opened this often, milliseconds. */
export const DEEP_MS = 7 * 24 * 60 * 60_000;
/** Pause after each chunk in idle time, milliseconds. */
const IDLE_PAUSE_MS = 10;

/** The attachments of one client file. */
export interface CheckedFile {
  readonly cipher: ChunkCipher;
  readonly attachments: readonly { readonly id: RecordId; readonly content: AttachmentContent }[];
}

/** What a check is made of. */
export interface CheckWork extends MendWork {
  readonly occasion: 'idle' | 'asked';
  readonly files: readonly CheckedFile[];
  /** Chunks that something else names; null when that is not known: then no chunk is removed. */
  readonly keep: readonly string[] | null;
  readonly memory: CheckMemory;
  readonly clock: Clock;
  /** Chunks that backups name; null when that cannot be known: then no chunk is removed. */
  readonly namedByBackups: () => Promise<ReadonlySet<string> | null>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

type Checked = Extract<AttachmentOutcome, { kind: 'checked' }>;

/** Compares the chunks on the disk with those that records name. Removes what has belonged to nothing for a day. */
export async function checkChunks(work: CheckWork): Promise<Checked> {
  const { occasion, store, memory, clock } = work;
  const now = clock.now();
  const before = await memory.read();
  const deep = occasion === 'asked' || now - before.deepAt >= DEEP_MS || before.deepAt > now;
  const found = await lookAtContents(work, deep);
  const { orphans, removed, since } = await sweep(work, before.orphans, now);
  await memory.write({ deepAt: deep ? now : before.deepAt, orphans: since });
  await removeRests(store, now);
  return { kind: 'checked', deep, ...found, orphans, removed };
}

async function lookAtContents(
  work: CheckWork,
  deep: boolean,
): Promise<Record<'missing' | 'damaged' | 'mended', RecordId[]>> {
  const { files, occasion, signal, onProgress } = work;
  const attachments = files.flatMap(({ cipher, attachments: own }) => own.map((one) => ({ ...one, cipher })));
  const total = attachments.reduce((sum, { content }) => sum + content.chunks.length, 0);
  const found = { missing: [] as RecordId[], damaged: [] as RecordId[], mended: [] as RecordId[] };
  let done = 0;
  for (const { id, content, cipher } of attachments) {
    const states = new Set<'missing' | 'damaged' | 'mended'>();
    for (const [index, name] of content.chunks.entries()) {
      const state = await stateOf(work, { cipher, name, length: chunkLength(content.size, index) }, deep);
      signal.throwIfAborted();
      if (state !== 'there') states.add(state);
      done += 1;
      onProgress(done, total);
      if (deep && occasion === 'idle') await sleep(IDLE_PAUSE_MS, undefined, { signal });
    }
    for (const state of states) found[state].push(id);
  }
  return found;
}

interface Looked {
  readonly cipher: ChunkCipher;
  readonly name: string;
  readonly length: number;
}

async function stateOf(
  work: CheckWork,
  chunk: Looked,
  deep: boolean,
): Promise<'there' | 'missing' | 'damaged' | 'mended'> {
  const state = await here(work.store, chunk, deep);
  if (state === 'there') return state;
  const { cipher, name, length } = chunk;
  // A disk that takes nothing is told by whatever the user does next.
  const mended = await mendChunk(work, cipher, name, length).catch(() => null);
  return mended === null ? state : 'mended';
}

async function here(
  store: ChunkStore,
  { cipher, name, length }: Looked,
  deep: boolean,
): Promise<'there' | 'missing' | 'damaged'> {
  if (!deep) return store.look(name, length);
  const sealed = await store.read(name, length);
  if (typeof sealed === 'string') return sealed;
  return cipher.open(name, sealed, length) === null ? 'damaged' : 'there';
}

interface Sum {
  count: number;
  bytes: number;
}

/** Counts the chunks that nothing names, and removes those that nothing has named for long enough. */
async function sweep(
  { files, keep, store, namedByBackups, signal }: CheckWork,
  before: Readonly<Record<string, number>>,
  now: number,
): Promise<{ orphans: Sum; removed: Sum; since: Record<string, number> }> {
  const named = new Set(keep ?? []);
  for (const { attachments } of files)
    for (const { content } of attachments) for (const name of content.chunks) named.add(name);
  const backedUp = await namedByBackups();
  const orphans: Sum = { count: 0, bytes: 0 };
  const removed: Sum = { count: 0, bytes: 0 };
  const since: Record<string, number> = {};
  const add = (sum: Sum, bytes: number): void => {
    sum.count += 1;
    sum.bytes += bytes;
  };
  for (const file of await store.list()) {
    if (file.kind !== 'chunk' || named.has(file.name)) continue;
    signal.throwIfAborted();
    const size = (await store.stat(file))?.size ?? 0;
    // A clock that was set back must not make an orphan older than it is.
    const first = Math.min(before[file.name] ?? now, now);
    const known = keep !== null && backedUp !== null;
    const free = known && !backedUp.has(file.name) && now - first >= ORPHAN_MS;
    if (free && store.removeIfOlder(file.path, now - ORPHAN_MS)) {
      add(removed, size);
    } else {
      add(orphans, size);
      since[file.name] = first;
    }
  }
  return { orphans, removed, since };
}

/** What writes that were cut off have left. Those under way are younger. */
async function removeRests(store: ChunkStore, now: number): Promise<void> {
  const rests: readonly StoredFile[] = (await store.list()).filter(({ kind }) => kind === 'rest');
  for (const { path } of rests) store.removeIfOlder(path, now - ORPHAN_MS);
}
