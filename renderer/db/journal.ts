import { randomBytes } from '@noble/ciphers/utils.js';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { openEntry, sealEntry, type Entry, type Op } from '#shared/formats/entry.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import type { JournalFrame, JournalHead, ResponseOf } from '#shared/ipc/contract.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { VaultDamagedError } from './errors.ts';
import { GroupFold } from './group-fold.ts';
import type { VaultKeys } from './vault-keys.ts';
import { timeOf } from './stamp.ts';
import { EARLIER } from './store.ts';

const READ_BYTES = 8 * 1024 * 1024;
/** A change is written in parts of about this size. */
const PART_BYTES = 16 * 1024 * 1024;
/** About what an operation needs besides its body. */
const OP_BYTES = 400;
/** Enough to find the first change after a frame, which is mostly the next one. */
const FIRST_BYTES = 64 * 1024;

/** Work done and work to do, in the same unit. */
export type Progress = (done: number, total: number) => void;

/** What there is of the journal. */
export type JournalExtent = ResponseOf<'journal.head'>;

/** Number and hash of frames, newest first. */
export type Heads = readonly [JournalHead, ...JournalHead[]];

/** Where a fold begins. */
interface FoldFrom {
  /** The frame after which it reads. */
  readonly after: number;
  /** What was known there, by place. */
  readonly latest?: ReadonlyMap<string, Op>;
  /** Latest stamp of that. */
  readonly stamp?: string;
  /** What may be missing. */
  readonly gaps?: JournalExtent['gaps'];
}

/** What a stretch of the journal comes to: the last operation on each record. */
export interface Fold {
  readonly latest: ReadonlyMap<string, Op>;
  /** How many frames were read. */
  readonly frames: number;
  /** Numbers of those that are whole and do not open. */
  readonly unopened: readonly number[];
  /** The last of them, newest first. */
  readonly heads: readonly JournalHead[];
  /** Latest stamp; empty when nothing was read. */
  readonly stamp: string;
}

/** Names a record among those of all tables. */
export const placeOf = (op: Pick<Op, 'table' | 'id'>): string => `${op.table}/${op.id}`;

/** The operations of a change in parts of bearable size, at least one. */
function* splitOps(ops: readonly Op[]): Iterable<readonly Op[]> {
  let [from, size] = [0, 0];
  for (const [index, op] of ops.entries()) {
    const own = OP_BYTES + (op.op === 'put' ? op.sealed.length : 0);
    if (index > from && size + own > PART_BYTES) {
      yield ops.slice(from, index);
      [from, size] = [index, 0];
    }
    size += own;
  }
  yield ops.slice(from);
}

/** The frame that follows, when what damage took is passed over. */
const pass = (at: number, gaps: JournalExtent['gaps']): number =>
  (gaps.find(({ from, to }) => from <= at + 1 && at + 1 <= to)?.to ?? at) + 1;

/** The journal of one vault: every change ever made, in order, kept by main. The store follows it. */
export class Journal {
  readonly #vaultId: string;
  /** Seals what is written from now on. */
  readonly #key: Uint8Array;
  /** What is read may also be sealed with the key of an earlier epoch. The one that opened the last frame comes first. */
  #openers: readonly Uint8Array[];

  constructor({ vaultId, vaultKey, former }: VaultKeys) {
    this.#vaultId = vaultId;
    this.#key = purposeKey(vaultKey, vaultId, 'journal');
    this.#openers = [this.#key, ...former.map((old) => purposeKey(old, vaultId, 'journal'))];
  }

  /** What there is of the journal: its end, what compaction left of its beginning, and what damage took. */
  async extent(): Promise<JournalExtent> {
    return value(platform().journal.head());
  }

  /**
   * Appends one change; answers when it is safely on disk. A large one is several frames, which count together or not at
   * all.
   * @returns Number and hash of each frame, newest first.
   */
  async append(ops: readonly Op[]): Promise<Heads> {
    const parts = [...splitOps(ops)];
    const id = toHex(randomBytes(16));
    const heads: JournalHead[] = [];
    for (const [part, own] of parts.entries()) {
      const group = parts.length === 1 ? undefined : { id, part, last: part === parts.length - 1 };
      const entries = [sealEntry(this.#key, this.#vaultId, own, group)];
      heads.unshift(await value(platform().journal.append({ entries })));
    }
    return heads as [JournalHead, ...JournalHead[]];
  }

  /** Chain hash of a frame; null when there is no such frame any more, or damage took it and nothing tells its hash. */
  async hashAt(
    seq: number,
    { head, floor, gaps }: Pick<JournalExtent, 'head' | 'floor' | 'gaps'>,
  ): Promise<Uint8Array | null> {
    // A frame is read whole, and one of bulk work is large.
    if (seq === head.seq) return head.hash;
    if (seq === floor.seq) return floor.hash;
    if (seq < floor.seq) return null;
    const { frames } = await value(platform().journal.read({ after: seq - 1, maxBytes: 1 }));
    if (frames[0]?.seq === seq) return frames[0].hash;
    return gaps.find(({ to }) => to === seq)?.hash ?? null;
  }

  /**
   * Folds the frames after `after` up to number `to` onto what is known already. One that does not open is passed over.
   * @throws {VaultDamagedError} when one is missing and not in one of the gaps that may be passed over, or none opens.
   */
  async fold(from: FoldFrom, to: number, onProgress?: Progress): Promise<Fold> {
    const { after, gaps = [] } = from;
    const latest = new Map(from.latest);
    const groups = new GroupFold();
    let heads: readonly JournalHead[] = [];
    if (after >= to) return { latest, frames: 0, unopened: [], heads, stamp: from.stamp ?? '' };
    const unopened: number[] = [];
    let [at, frames, stamp] = [after, 0, from.stamp ?? ''];
    let next = this.#read(after);
    for (let end = false; !end;) {
      const part = await next;
      const last = part.frames.at(-1);
      end = part.end || !last || last.seq >= to;
      // Main reads on while these are opened.
      if (!end && last) next = this.#read(last.seq);
      const own = part.frames.filter(({ seq }) => seq <= to);
      for (const frame of own) {
        if (frame.seq !== pass(at, gaps)) {
          throw new VaultDamagedError('journalDamaged', `Frame ${String(at + 1)} is missing`);
        }
        const entry = this.#open(frame);
        if (!entry) unopened.push(frame.seq);
        for (const op of entry ? groups.take(entry) : []) {
          latest.set(placeOf(op), op);
          if (op.stamp > stamp) stamp = op.stamp;
        }
        at = frame.seq;
        frames += 1;
      }
      heads = [...own.slice(-EARLIER).toReversed(), ...heads].slice(0, EARLIER);
      onProgress?.(at - after, to - after);
    }
    if (pass(at, gaps) <= to) {
      throw new VaultDamagedError('journalDamaged', 'The journal ends before its end');
    }
    if (after === 0 && frames > 0 && unopened.length === frames) {
      throw new VaultDamagedError('journalDamaged', 'Nothing in the journal opens');
    }
    return { latest, frames, unopened, heads, stamp };
  }

  /**
   * When the first change after a frame was made, milliseconds since the epoch; null when there was none. Lines of the
   * activity log change nothing.
   */
  async firstChangeAfter(after: number): Promise<number | null> {
    for (let at = after, end = false; !end;) {
      const part = await value(platform().journal.read({ after: at, maxBytes: FIRST_BYTES }));
      const change = part.frames
        .flatMap((frame) => this.#open(frame)?.ops ?? [])
        .find(({ table }) => table !== 'audit');
      if (change) return timeOf(change.stamp);
      at = part.frames.at(-1)?.seq ?? at;
      end = part.end || part.frames.length === 0;
    }
    return null;
  }

  #read(after: number): Promise<ResponseOf<'journal.read'>> {
    const part = value(platform().journal.read({ after, maxBytes: READ_BYTES }));
    part.catch(() => undefined); // Whoever waits for it is told.
    return part;
  }

  /** The entry in a frame; null when none of the keys opens it. */
  #open(frame: JournalFrame): Entry | null {
    for (const key of this.#openers) {
      try {
        const entry = openEntry(key, this.#vaultId, frame.entry);
        if (key !== this.#openers[0]) {
          this.#openers = [key, ...this.#openers.filter((other) => other !== key)];
        }
        return entry;
      } catch (error) {
        if (error instanceof NewerDataError) throw error;
      }
    }
    return null;
  }
}
