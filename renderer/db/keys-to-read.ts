import { SealBrokenError } from '#shared/crypto/aead.ts';
import { unwrapFileKey } from '#shared/crypto/file-key.ts';
import { PRACTICE_FILE, type FileId } from '#shared/domain/ids.ts';
import { VaultDamagedError } from './errors.ts';

/** What of the keys opening and sealing needs. */
export interface KeysInUse {
  /** The key that a file's records are sealed with now; throws when it has none. */
  readonly keyOf: (fileId: FileId) => Uint8Array;
  /** Those that they may be sealed with, the likeliest first; throws when there is none. */
  readonly keysOf: (fileId: FileId) => readonly Uint8Array[];
  readonly erased: Pick<ReadonlySet<FileId>, 'has'>;
}

/** What opens the records of a vault, for work off the UI thread; can be sent there. */
export interface KeysToRead {
  readonly vaultId: string;
  readonly keyringKey: Uint8Array;
  /** Client files that have a key, and these keys as they lie in the keyring, one after another. */
  readonly files: readonly FileId[];
  readonly wrapped: Uint8Array;
  /** What the practice's own records may be sealed with, the likeliest first. */
  readonly practice: readonly Uint8Array[];
  readonly erased: ReadonlySet<FileId>;
}

/**
 * The keys of client files, each unwrapped when it is needed. A file that was made since counts as not there: whoever reads
 * follows the changes.
 */
export function keysToReadWith(given: KeysToRead): KeysInUse {
  const { vaultId, keyringKey, files, wrapped, practice } = given;
  const size = wrapped.length / Math.max(1, files.length);
  const places = new Map(files.map((fileId, place) => [fileId, place]));
  const known = new Map<FileId, readonly Uint8Array[]>([[PRACTICE_FILE, practice]]);
  const keysOf = (fileId: FileId): readonly Uint8Array[] => {
    const there = known.get(fileId);
    if (there) return there;
    const place = places.get(fileId);
    if (place === undefined) throw new VaultDamagedError('vaultDamaged', 'No key for a client file');
    const own = [
      unwrapFileKey(keyringKey, wrapped.subarray(place * size, (place + 1) * size), vaultId, fileId),
    ];
    known.set(fileId, own);
    return own;
  };
  const keyOf = (fileId: FileId): Uint8Array => {
    const [key] = keysOf(fileId);
    if (!key) throw new SealBrokenError();
    return key;
  };
  const has = (fileId: FileId): boolean =>
    given.erased.has(fileId) || !(known.has(fileId) || places.has(fileId));
  return { erased: { has }, keyOf, keysOf };
}
