import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { openEntry, sealEntry, type Op } from '#shared/formats/entry.ts';
import { genesisHash } from '#shared/formats/journal.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import type { JournalFrame, JournalHead } from '#shared/ipc/contract.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { VaultDamagedError } from './errors.ts';
import type { VaultKeys } from './vault-keys.ts';
import { stampTime } from './stamp.ts';
import { EARLIER } from './store.ts';

const READ_BYTES = 8 * 1024 * 1024;
/** Enough to find the first change after a frame, which is mostly the next one. */
const FIRST_BYTES = 64 * 1024;

/** Work done and work to do, in the same unit. */
export type Progress = (done: number, total: number) => void;

/** What a stretch of the journal comes to: the last operation on each record. */
export interface Fold {
  readonly latest: ReadonlyMap<string, Op>;
  /** How many frames were read. */
  readonly frames: number;
  /** The last of them, newest first. */
  readonly heads: readonly JournalHead[];
  /** Latest stamp; empty when nothing was read. */
  readonly stamp: string;
}

/** Names a record among those of all tables. */
export const placeOf = (op: Pick<Op, 'table' | 'id'>): string => `${op.table}/${op.id}`;

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

  /** Number and hash of the last frame. */
  async head(): Promise<JournalHead> {
    return (await value(platform().journal.head())).head;
  }

  /** Appends one change; answers when it is safely on disk. */
  async append(ops: readonly Op[]): Promise<JournalHead> {
    const entries = [sealEntry(this.#key, this.#vaultId, ops)];
    return value(platform().journal.append({ entries }));
  }

  /** Chain hash of a frame; null when there is no such frame. */
  async hashAt(seq: number): Promise<Uint8Array | null> {
    if (seq === 0) return genesisHash();
    const { frames } = await value(platform().journal.read({ after: seq - 1, maxBytes: 1 }));
    return frames[0]?.hash ?? null;
  }

  /** Reads the frames after `after` up to `to`. Throws {@link VaultDamagedError} when one is missing or does not open. */
  async fold(after: number, to: JournalHead, onProgress?: Progress): Promise<Fold> {
    const latest = new Map<string, Op>();
    let heads: readonly JournalHead[] = [];
    let at = after;
    let stamp = '';
    for (let end = false; !end;) {
      const part = await value(platform().journal.read({ after: at, maxBytes: READ_BYTES }));
      for (const frame of part.frames) {
        if (frame.seq !== at + 1)
          throw new VaultDamagedError('journalDamaged', `Frame ${String(at + 1)} is missing`);
        for (const op of this.#open(frame)) {
          latest.set(placeOf(op), op);
          if (op.stamp > stamp) stamp = op.stamp;
        }
        at = frame.seq;
      }
      heads = [...part.frames.slice(-EARLIER).toReversed(), ...heads].slice(0, EARLIER);
      end = part.end || part.frames.length === 0;
      onProgress?.(at - after, to.seq - after);
    }
    if (at !== to.seq) throw new VaultDamagedError('journalDamaged', 'The journal ends before its end');
    return { latest, frames: at - after, heads, stamp };
  }

  /**
   * When the first change after a frame was made, milliseconds since the epoch; null when there was none. Lines of the
   * activity log change nothing.
   */
  async firstChangeAfter(after: number): Promise<number | null> {
    for (let at = after, end = false; !end;) {
      const part = await value(platform().journal.read({ after: at, maxBytes: FIRST_BYTES }));
      const change = part.frames.flatMap((frame) => this.#open(frame)).find(({ table }) => table !== 'audit');
      if (change) return stampTime(change.stamp);
      at = part.frames.at(-1)?.seq ?? at;
      end = part.end || part.frames.length === 0;
    }
    return null;
  }

  #open(frame: JournalFrame): readonly Op[] {
    let broken: unknown;
    for (const key of this.#openers) {
      try {
        const ops = openEntry(key, this.#vaultId, frame.entry);
        if (key !== this.#openers[0]) {
          this.#openers = [key, ...this.#openers.filter((other) => other !== key)];
        }
        return ops;
      } catch (error) {
        if (error instanceof NewerDataError) throw error;
        broken = error;
      }
    }
    throw new VaultDamagedError('journalDamaged', `Frame ${String(frame.seq)} does not open`, broken);
  }
}
