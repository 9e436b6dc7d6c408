import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, fromUtf8, toHex, utf8 } from '#shared/lib/bytes.ts';
import {
  BackupBrokenError,
  decodeBlocks,
  encodeBlock,
  encodeStreamHead,
  wholeBlock,
} from './backup-blocks.ts';
import {
  backupEndSchema,
  backupStartSchema,
  quarantinedSchema,
  type BackupCounts,
  type BackupEnd,
  type BackupManifest,
  type BackupStart,
} from './backup-manifest.ts';
import { decodeOps, encodeOps, type Op, type PutOp } from './entry.ts';

/*
 * A backup is one stream of blocks inside a container of the age format (c2sp.org/age). Numbers are little-endian.
 *
 * stream  magic 8 │ version u32 │ blocks
 * block   kind u8 │ length u32 │ payload
 *
 * kind  payload
 *  1    start: JSON (`BackupStart`). First, once.
 *  2    records: exactly what the store holds, clear envelopes and sealed bodies, as in a journal entry: length of the
 *       header (u32, big-endian), header (JSON), bodies. Records rise by "table/id" through the whole stream.
 *  3    a record that did not open: JSON { table, id, row }, byte arrays as { "hex": "…" }. Kept, never restored.
 *  9    end: JSON (`BackupEnd`). Last, once; nothing follows.
 *
 * The root hash in the end is SHA-256 over one line a record, in the order of the stream: "table/id/rev/SHA-256 of the
 * sealed body in hexadecimal\n"; for a record that did not open "?table/id/SHA-256 of the payload\n". Renderer and main
 * make it apart from each other: the one from what it read, the other from what lies on the disk. The seal in the end,
 * which format 1 did not have, is made by the renderer (`backup-seal.ts`): whoever has old records and the recipient could
 * put a backup together, but not seal it.
 */

const KIND = { start: 1, records: 2, unreadable: 3, end: 9 } as const;

/** A running SHA-256: Node's or the one in TypeScript. */
export interface RunningHash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}
/** Makes a running SHA-256. */
export type NewHash = () => RunningHash;
/** SHA-256 in plain TypeScript, for wherever there is nothing native. */
export const pureHash: NewHash = () => sha256.create();

/** A row that did not open, as it is kept. */
export interface UnreadableRow {
  readonly table: string;
  readonly id: string;
  /** Whatever was stored. */
  readonly row: unknown;
}

const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));

/** The beginning of the stream: magic, version, first block. */
export const encodeStart = (start: BackupStart): Uint8Array<ArrayBuffer> =>
  concatBytes(
    encodeStreamHead(),
    encodeBlock({ kind: KIND.start, payload: json(backupStartSchema.parse(start)) }),
  );

/** A block of records, in the order of "table/id". Throws on a record that could not be read again. */
export const encodeRecords = (ops: readonly PutOp[]): Uint8Array<ArrayBuffer> =>
  encodeBlock({ kind: KIND.records, payload: encodeOps(ops) });

const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { hex: toHex(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, plain(own)]));
};

/** A block that keeps one record that does not open. */
export const encodeUnreadable = ({ table, id, row }: UnreadableRow): Uint8Array<ArrayBuffer> =>
  encodeBlock({ kind: KIND.unreadable, payload: json({ table, id, row: plain(row) }) });

/** The last block. */
export const encodeEnd = (end: BackupEnd): Uint8Array<ArrayBuffer> =>
  encodeBlock({ kind: KIND.end, payload: json(backupEndSchema.parse(end)) });

/** Whether bytes are one whole block of records, or of a record that does not open. */
export function isContentBlock(bytes: Uint8Array): boolean {
  const kind = wholeBlock(bytes)?.kind;
  return kind === KIND.records || kind === KIND.unreadable;
}

/** The records in a block, as `decodeOps` reads them; null when it is a block of another kind. */
export function recordsIn(block: Uint8Array): Uint8Array | null {
  const found = wholeBlock(block);
  return found?.kind === KIND.records ? found.payload : null;
}

/** The payload of a block that {@link isContentBlock} takes. */
export const payloadOf = (block: Uint8Array): Uint8Array => wholeBlock(block)?.payload ?? new Uint8Array();

const isPut = (op: Op): op is PutOp => op.op === 'put';

/** Sums up what a backup holds while it is written or read: root hash, counts, order. */
export class BackupSum {
  readonly #newHash: NewHash;
  readonly #root: RunningHash;
  readonly #counts: Record<string, number> = {};
  #last = '';
  #unreadable = 0;

  constructor(newHash: NewHash = pureHash) {
    this.#newHash = newHash;
    this.#root = newHash();
  }

  /** Takes in records. Throws {@link BackupBrokenError} when they are not in order, so none can stand there twice. */
  records(ops: readonly PutOp[]): void {
    for (const { table, id, rev, sealed } of ops) {
      const place = `${table}/${id}`;
      if (place <= this.#last) throw new BackupBrokenError('records out of order');
      this.#last = place;
      this.#counts[table] = (this.#counts[table] ?? 0) + 1;
      this.#root.update(utf8(`${place}/${rev}/${this.#hex(sealed)}\n`));
    }
  }

  /** Takes in the payload of a record that does not open. */
  unreadable({ table, id }: Pick<UnreadableRow, 'table' | 'id'>, payload: Uint8Array): void {
    this.#unreadable += 1;
    this.#root.update(utf8(`?${table}/${id}/${this.#hex(payload)}\n`));
  }

  /** The sum. Call once, when everything was taken in. */
  end(): { readonly rootHash: string; readonly counts: BackupCounts; readonly unreadable: number } {
    return { rootHash: toHex(this.#root.digest()), counts: this.#counts, unreadable: this.#unreadable };
  }

  #hex(bytes: Uint8Array): string {
    const hash = this.#newHash();
    hash.update(bytes);
    return toHex(hash.digest());
  }
}

/** A stretch of a backup: the start, then records, then, when everything agreed, what it says of itself. */
export type BackupPart =
  | { readonly kind: 'start'; readonly start: BackupStart }
  /** `bytes`: the same records, as `decodeOps` reads them. */
  | { readonly kind: 'records'; readonly ops: readonly PutOp[]; readonly bytes: Uint8Array }
  | { readonly kind: 'whole'; readonly manifest: BackupManifest };

/**
 * Reads a backup. Its last part says that order, counts, root hash and end agreed; until then nothing that came before may
 * be taken for the whole.
 * @throws {BackupBrokenError} when it is cut or altered. `NewerDataError` when a newer app wrote it.
 */
export async function* decodeBackup(
  chunks: AsyncIterable<Uint8Array>,
  newHash: NewHash = pureHash,
): AsyncGenerator<BackupPart, void, undefined> {
  const sum = new BackupSum(newHash);
  let start: BackupStart | null = null;
  let end: BackupEnd | null = null;
  for await (const { kind, payload } of decodeBlocks(chunks)) {
    if (end !== null) throw new BackupBrokenError('something stands behind its end');
    if ((kind === KIND.start) !== (start === null)) throw new BackupBrokenError('its start is misplaced');
    if (kind === KIND.start) {
      start = parsed(backupStartSchema, payload);
      yield { kind: 'start', start };
    } else if (kind === KIND.records) {
      const ops = recordsOf(payload);
      sum.records(ops);
      yield { kind: 'records', ops, bytes: payload };
    } else if (kind === KIND.unreadable) {
      sum.unreadable(parsed(quarantinedSchema, payload), payload);
    } else if (kind === KIND.end) {
      end = parsed(backupEndSchema, payload);
    } else throw new BackupBrokenError('an unknown block');
  }
  if (start === null || end === null) throw new BackupBrokenError('it has no end');
  if (start.format > 1 !== (end.mac !== undefined)) throw new BackupBrokenError('its seal is misplaced');
  check(end, sum);
  yield { kind: 'whole', manifest: { ...start, ...end } };
}

function check(said: BackupEnd, sum: BackupSum): void {
  const found = sum.end();
  const tables = new Set([...Object.keys(said.counts), ...Object.keys(found.counts)]);
  for (const table of tables) {
    if ((said.counts[table] ?? 0) !== (found.counts[table] ?? 0)) {
      throw new BackupBrokenError(`another number of ${table} than it says`);
    }
  }
  if (said.quarantined.length !== found.unreadable)
    throw new BackupBrokenError('quarantined records missing');
  if (said.rootHash !== found.rootHash) throw new BackupBrokenError('another root hash than it says');
}

function recordsOf(payload: Uint8Array): readonly PutOp[] {
  let ops: readonly Op[];
  try {
    ops = decodeOps(payload);
  } catch {
    throw new BackupBrokenError('records that cannot be read');
  }
  if (!ops.every(isPut)) throw new BackupBrokenError('a removal among its records');
  return ops;
}

function parsed<T>(schema: { parse(value: unknown): T }, payload: Uint8Array): T {
  try {
    return schema.parse(JSON.parse(fromUtf8(payload)));
  } catch {
    throw new BackupBrokenError('a block that cannot be read');
  }
}
