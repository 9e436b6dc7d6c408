import { z } from 'zod';
import { open, seal, SealBrokenError } from '#shared/crypto/aead.ts';
import { fileIdSchema, recordIdSchema } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { concatBytes, fromUtf8, utf8 } from '#shared/lib/bytes.ts';
import { NewerDataError } from './newer-data.ts';

/** Newest journal entry this version of the app can read. Raised with every change of its form, new tables included. */
export const ENTRY_VERSION = 1;

const revSchema = z.string().regex(/^[0-9a-f]{32}$/);
const placeSchema = z.object({
  table: z.enum(TABLE_NAMES),
  id: recordIdSchema,
  fileId: fileIdSchema,
  parent: revSchema.nullable(),
  stamp: z.string().min(1).max(64),
});
const putSchema = placeSchema.extend({
  op: z.literal('put'),
  rev: revSchema,
  version: z.number().int().positive(),
  due: z.number().exactOptional(),
  of: recordIdSchema.exactOptional(),
  /** Length of the sealed bytes, which stand after the header in the order of the operations. */
  bytes: z.number().int().positive(),
});
const removeSchema = placeSchema.extend({ op: z.literal('remove') });
const groupSchema = z.object({ id: revSchema, part: z.number().int().nonnegative(), last: z.boolean() });
const headerSchema = z.object({
  ops: z.array(z.discriminatedUnion('op', [putSchema, removeSchema])),
  group: groupSchema.exactOptional(),
});

/** Adds or replaces a record. Everything that stands in clear is authenticated by `sealed`. */
export type PutOp = Omit<z.infer<typeof putSchema>, 'bytes'> & { readonly sealed: Uint8Array<ArrayBuffer> };
/** Removes a record. `parent` is the revision that was removed. */
export type RemoveOp = z.infer<typeof removeSchema>;
/** One step of a change. */
export type Op = PutOp | RemoveOp;

/** A change too large for one entry is several, which count together or not at all: part 0, 1, … to the last. */
export type EntryGroup = z.infer<typeof groupSchema>;
/** What a journal entry says. */
export interface Entry {
  readonly ops: readonly Op[];
  readonly group?: EntryGroup;
}

const LENGTH_BYTES = 4;

/**
 * Writes operations as bytes: length of the header (4 bytes, big-endian), header (JSON), sealed bodies. Throws on what
 * could not be read again: one bad entry would make all later ones unreachable.
 */
export function encodeOps(ops: readonly Op[], group?: EntryGroup): Uint8Array<ArrayBuffer> {
  const header = headerSchema.parse({
    ops: ops.map((op) => (op.op === 'put' ? { ...op, bytes: op.sealed.length } : op)),
    ...(group && { group }),
  });
  const json = utf8(JSON.stringify(header));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, json.length);
  return concatBytes(length, json, ...ops.flatMap((op) => (op.op === 'put' ? [op.sealed] : [])));
}

/** The operations that {@link encodeOps} wrote. Throws when a byte is missing or left over. */
export const decodeOps = (bytes: Uint8Array): readonly Op[] => decode(bytes).ops;

function decode(bytes: Uint8Array): Entry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = LENGTH_BYTES + view.getUint32(0);
  const header = headerSchema.parse(JSON.parse(fromUtf8(bytes.subarray(LENGTH_BYTES, at))));
  const ops = header.ops.map((op): Op => {
    if (op.op === 'remove') return op;
    const { bytes: length, ...clear } = op;
    const sealed = bytes.slice(at, at + length);
    at += length;
    return { ...clear, sealed };
  });
  if (at !== bytes.length) throw new RangeError('Journal entry has another length than it says');
  return { ...header, ops };
}

const binding = (vaultId: string): Uint8Array =>
  utf8(JSON.stringify(['kartoteka/entry', ENTRY_VERSION, vaultId]));

/** Seals one change, or a part of it, as a journal entry: version (1 byte), sealed operations. `journalKey` is the key of that purpose. */
export const sealEntry = (
  journalKey: Uint8Array,
  vaultId: string,
  ops: readonly Op[],
  group?: EntryGroup,
): Uint8Array<ArrayBuffer> =>
  concatBytes(Uint8Array.of(ENTRY_VERSION), seal(journalKey, encodeOps(ops, group), binding(vaultId)));

/**
 * Opens a journal entry. Throws {@link NewerDataError} when a newer app wrote it, `SealBrokenError` when it was altered
 * or belongs to another vault.
 */
export function openEntry(journalKey: Uint8Array, vaultId: string, entry: Uint8Array): Entry {
  const version = entry[0] ?? 0;
  if (version > ENTRY_VERSION) throw new NewerDataError('Journal entry', version);
  if (version < 1) throw new SealBrokenError();
  return decode(open(journalKey, entry.subarray(1), binding(vaultId)));
}
