import { open, seal, SealBrokenError } from '#shared/crypto/aead.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordMeta, TableName } from '#shared/domain/record.ts';
import { fromUtf8, utf8 } from '#shared/lib/bytes.ts';

/** The part of a record that stands in clear. All of it is authenticated with the sealed body. */
export interface ClearRecord extends RecordMeta {
  readonly table: TableName;
  /** Version of the body's schema. */
  readonly version: number;
  readonly due?: number;
  readonly of?: RecordId;
}

/** Sizes are rounded up to this many bytes, so that they tell little about what was written. */
const STEP = 256;
const END_MARK = 0x80;

/** Pads as ISO/IEC 7816-4 does: one mark, then zeros. */
function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / STEP) * STEP);
  padded.set(bytes);
  padded[bytes.length] = END_MARK;
  return padded;
}

function unpad(padded: Uint8Array): Uint8Array {
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== END_MARK) throw new SealBrokenError();
  return padded.subarray(0, end);
}

/** Binds a body to its record, so that it cannot be moved to another, nor an older one be passed off as this revision. */
const binding = (vaultId: string, at: ClearRecord): Uint8Array =>
  utf8(
    JSON.stringify([
      'kartoteka/record/1',
      vaultId,
      at.table,
      at.id,
      at.fileId,
      at.rev,
      at.parent,
      at.stamp,
      at.version,
      at.due ?? null,
      at.of ?? null,
    ]),
  );

/** Seals a record's body (JSON). `fileKey` is the key of the file the record belongs to. */
export const sealRecord = (
  fileKey: Uint8Array,
  vaultId: string,
  at: ClearRecord,
  json: string,
): Uint8Array<ArrayBuffer> => seal(fileKey, pad(utf8(json)), binding(vaultId, at));

/** Opens a record's body. Throws `SealBrokenError` when body, envelope, vault or key are not the ones it was sealed with. */
export const openRecord = (
  fileKey: Uint8Array,
  vaultId: string,
  at: ClearRecord,
  sealed: Uint8Array,
): unknown => JSON.parse(fromUtf8(unpad(open(fileKey, sealed, binding(vaultId, at)))));
