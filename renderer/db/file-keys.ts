import { newFileKey, unwrapFileKey, wrapFileKey } from '#shared/crypto/file-key.ts';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import type { VaultKey } from '#shared/crypto/vault-key.ts';
import { PRACTICE_FILE, type FileId } from '#shared/domain/ids.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { VaultDamagedError } from './errors.ts';

/** An altered key must not look like an altered record: filling the store anew would not help. */
function unwrapped(...args: Parameters<typeof unwrapFileKey>): Uint8Array {
  try {
    return unwrapFileKey(...args);
  } catch (error) {
    throw new VaultDamagedError('vaultDamaged', 'The key of a client file was altered', error);
  }
}

/** The keys of the client files. Lies in main apart from all records, so that destroying one key erases one file. */
export class FileKeys {
  readonly #vaultId: string;
  readonly #keyringKey: Uint8Array;
  readonly #wrapped: Map<FileId, Uint8Array>;
  readonly #keys: Map<FileId, Uint8Array>;

  private constructor(vaultKey: VaultKey, vaultId: string, wrapped: Map<FileId, Uint8Array>) {
    this.#vaultId = vaultId;
    this.#keyringKey = purposeKey(vaultKey, vaultId, 'keyring');
    this.#wrapped = wrapped;
    this.#keys = new Map([[PRACTICE_FILE, purposeKey(vaultKey, vaultId, 'practice-records')]]);
  }

  /** Loads the keyring. Its keys stay wrapped until each is needed: ten thousand would cost a visible moment. */
  static async load(vaultKey: VaultKey, vaultId: string): Promise<FileKeys> {
    const entries = await value(platform().keyring.load());
    return new FileKeys(vaultKey, vaultId, new Map(entries.map((entry) => [entry.fileId, entry.wrapped])));
  }

  /** How many client files have a key. */
  get size(): number {
    return this.#wrapped.size;
  }

  has(fileId: FileId): boolean {
    return this.#keys.has(fileId) || this.#wrapped.has(fileId);
  }

  /** The key of a file. Throws {@link VaultDamagedError} when it is not in the keyring, or was altered there. */
  keyOf(fileId: FileId): Uint8Array {
    const known = this.#keys.get(fileId);
    if (known) return known;
    const wrapped = this.#wrapped.get(fileId);
    if (!wrapped) throw new VaultDamagedError('vaultDamaged', 'No key for a client file');
    const key = unwrapped(this.#keyringKey, wrapped, this.#vaultId, fileId);
    this.#keys.set(fileId, key);
    return key;
  }

  /** Gives every file a key. Answers when new ones are safely on disk: only then may anything be sealed with them. */
  async ensure(fileIds: Iterable<FileId>): Promise<void> {
    const unknown = [...new Set(fileIds)].filter((fileId) => !this.has(fileId));
    if (unknown.length === 0) return;
    const made = unknown.map((fileId) => ({
      fileId,
      wrapped: wrapFileKey(this.#keyringKey, newFileKey(), this.#vaultId, fileId),
    }));
    await value(platform().keyring.put(made));
    for (const { fileId, wrapped } of made) this.#wrapped.set(fileId, wrapped);
  }
}
