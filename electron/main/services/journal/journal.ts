import { frameSize } from '#shared/formats/journal.ts';
import type { ChainHead } from '#shared/formats/journal-scan.ts';
import type { JournalFrame } from '#shared/ipc/contract.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';
import { writeFloor } from './floor.ts';
import { type JournalFs, nodeJournalFs } from './journal-fs.ts';
import { JournalWriter } from './journal-writer.ts';
import { type Gap, openSegments } from './open-segments.ts';
import { readFrames } from './read-frames.ts';

/** A segment that reached this size is followed by a new one. */
const SEGMENT_BYTES = 16 * 1024 * 1024;
/** Most that one write to the disk takes together, unless one request alone is larger. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** The append-only chain of sealed entries on the disk: the copy of record of everything in the vault. */
export interface Journal {
  head(): ChainHead;
  /** The end of the chain before the first frame that compaction left. */
  floor(): ChainHead;
  /** The frames between floor and head that damage took. */
  gaps(): readonly Gap[];
  /** Names of the files in which damage was found, whether or not it cost a frame. */
  damagedFiles(): readonly string[];
  /** Size of the torn tail that was found when the journal was opened. It is cut off before the first write. */
  readonly cutBytes: number;
  /**
   * Appends entries, in order, and answers the head after them once they are on the disk. Who calls while a write is
   * under way shares the next one. Throws `diskFull`, `readOnly` or `journalUnwritable`; then nothing was appended.
   */
  append(entries: readonly Uint8Array[]): Promise<ChainHead>;
  /**
   * Frames after `after`, about `maxBytes` of them, at least one when there is one; those in gaps are passed over. Throws
   * `journalDamaged` when what was whole at opening is not any more.
   */
  read(after: number, maxBytes: number): Promise<{ frames: JournalFrame[]; end: boolean }>;
  /**
   * Takes away whole files whose frames all lie at or before frame `seq`. Only for what verified backups hold. Damaged
   * files among them are kept under another name.
   */
  dropThrough(seq: number): Promise<void>;
  /** Waits for what is being written and lets go of the files. */
  close(): Promise<void>;
}

interface Waiting {
  readonly entries: readonly Uint8Array[];
  readonly size: number;
  readonly done: (head: ChainHead) => void;
  readonly failed: (error: unknown) => void;
}

export interface JournalDeps {
  readonly folder: string;
  readonly vaultId: string;
  readonly fs?: JournalFs;
  /** Size at which a segment is followed by a new one, in bytes. */
  readonly segmentBytes?: number;
}

/** Opens the journal of a vault and checks it whole; nothing on the disk is changed. Throws as `openSegments` does. */
export async function openJournal(deps: JournalDeps): Promise<Journal> {
  const { folder, vaultId, fs = nodeJournalFs, segmentBytes = SEGMENT_BYTES } = deps;
  await fs.makeFolder(folder);
  const opened = await openSegments({ fs, folder, vaultId });
  const writer = new JournalWriter({ fs, folder, vaultId, segmentBytes }, opened);
  let waiting: Waiting[] = [];
  let pumping: Promise<void> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      waiting = waiting.slice(batch.length);
      try {
        const heads = await inTurn(() => writer.write(batch.map((request) => request.entries)));
        for (const [index, request] of batch.entries()) request.done(heads[index] ?? writer.head);
      } catch (error) {
        const failure = asJournalFailure(error, folder);
        for (const request of batch) request.failed(failure);
      }
    }
    pumping = null;
  }

  return {
    head: () => writer.head,
    floor: () => writer.floor,
    gaps: () => writer.gaps,
    damagedFiles: () => writer.damagedFiles,
    cutBytes: opened.tail === null ? 0 : opened.tail.size - opened.tail.end,
    append: (entries) =>
      new Promise<ChainHead>((done, failed) => {
        const size = entries.reduce((sum, entry) => sum + frameSize(entry.length), 0);
        waiting.push({ entries, size, done, failed });
        pumping ??= pump();
      }),
    read: (after, maxBytes) =>
      readFrames({ fs, folder, segments: writer.segments, head: writer.head }, after, maxBytes),
    dropThrough: (seq) => inTurn(() => writer.dropThrough(seq)),
    async close() {
      await pumping;
      await turn;
      await writer.close();
    },
  };
}

function takeBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  let size = 0;
  const beyond = waiting.findIndex((request, index) => {
    size += request.size;
    return index > 0 && size > BATCH_BYTES;
  });
  return beyond === -1 ? waiting : waiting.slice(0, beyond);
}

function asJournalFailure(error: unknown, folder: string): unknown {
  if (error instanceof MainFailure) return error;
  const code = systemErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new MainFailure('diskFull', { folder });
  if (code === 'EROFS') return new MainFailure('readOnly', { folder });
  return new MainFailure('journalUnwritable', { folder });
}

/** Begins an empty journal in a folder without one: its first frame will follow `head`. On the disk when it answers. */
export async function seedJournal(
  folder: string,
  vaultId: string,
  head: ChainHead,
  fs: JournalFs = nodeJournalFs,
): Promise<void> {
  await fs.makeFolder(folder);
  await writeFloor({ fs, folder, vaultId }, head);
}
