import { newFileKey, unwrapFileKey, wrapFileKey } from '#shared/crypto/file-key.ts';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import type { VaultKey } from '#shared/crypto/vault-key.ts';
import { PRACTICE_FILE, type FileId } from '#shared/domain/ids.ts';
import { erasureProof, provenErasures } from '#shared/formats/erasure-proof.ts';
import type { KeyringEntry, RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { platform, PlatformError, value } from '#renderer/platform/index.ts';
import { VaultDamagedError } from './errors.ts';
import type { Progress } from './journal.ts';
import type { KeysToRead } from './keys-to-read.ts';
import { byEpoch, type VaultKeys } from './vault-keys.ts';

/** Keys between two breaths. */
const PAUSE_AFTER = 100;

/** An altered key must not look like an altered record: filling the store anew would not help. */
function unwrapped(...args: Parameters<typeof unwrapFileKey>): Uint8Array {
  try {
    return unwrapFileKey(...args);
  } catch (error) {
    throw new VaultDamagedError('vaultDamaged', 'The key of a client file was altered', error);
  }
}

type Kept = ResponseOf<'keyring.load'>;

/** What main was asked for before there was a key, and which main that was. */
let ahead: { readonly of: ReturnType<typeof platform>; readonly answer: Promise<Kept> } | null = null;

/** Fetches the keyring while the user types the passphrase: it is wrapped, so nothing of it can be used yet. */
export function fetchKeysAhead(): Promise<unknown> {
  const answer = value(platform().keyring.load());
  ahead = { of: platform(), answer };
  return answer;
}

/** The keyring as main keeps it. What was fetched ahead counts once: from then on keys are made and destroyed. */
async function keptKeys(): Promise<Kept> {
  const fetched = ahead?.of === platform() ? ahead.answer : null;
  ahead = null;
  // A failure may have passed since; else it comes again, and is told.
  const kept = await fetched?.catch(() => null);
  return kept ?? value(platform().keyring.load());
}

/** The keys of the client files. Lies in main apart from all records, so that destroying one key erases one file. */
export class FileKeys {
  readonly #vaultId: string;
  readonly #keyringKey: Uint8Array;
  readonly #wrapped: Map<FileId, Uint8Array>;
  readonly #erased: Set<FileId>;
  readonly #proofOf: (fileId: FileId) => string;
  readonly #keys: Map<FileId, Uint8Array>;
  /** Keys that the practice's own records had before a rotation, newest first. */
  readonly #formerPractice: readonly Uint8Array[];

  /** Whether the disk had damaged one of the two copies of the keyring. */
  readonly mended: boolean;
  /** Whether it told of erasures that the vault never made. They count for nothing. */
  readonly forged: boolean;
  /**
   * Settles when main has been told which erasures are the vault's; only then may it be asked to change the keyring. Whether
   * it could write that down does not matter: it is asked at each opening.
   */
  readonly confirmed: Promise<unknown>;

  private constructor(
    { vaultId, vaultKey, former }: VaultKeys,
    wrapped: Map<FileId, Uint8Array>,
    {
      erased,
      mended,
      forged,
      confirmed,
    }: Pick<FileKeys, 'mended' | 'forged' | 'confirmed'> & { readonly erased: readonly FileId[] },
  ) {
    this.confirmed = confirmed;
    this.mended = mended;
    this.forged = forged;
    this.#proofOf = (fileId) => erasureProof(vaultKey, vaultId, fileId);
    this.#vaultId = vaultId;
    this.#keyringKey = purposeKey(vaultKey, vaultId, 'keyring');
    this.#wrapped = wrapped;
    this.#erased = new Set(erased);
    this.#keys = new Map([[PRACTICE_FILE, purposeKey(vaultKey, vaultId, 'practice-records')]]);
    this.#formerPractice = former.toReversed().map((old) => purposeKey(old, vaultId, 'practice-records'));
  }

  /** Loads the keyring. Its keys stay wrapped until each is needed: ten thousand would cost a visible moment. */
  static async load(keys: VaultKeys): Promise<FileKeys> {
    const loaded = await FileKeys.loadFor(keys);
    await loaded.confirmed;
    return loaded;
  }

  /** As {@link load}, for whoever has other work to do until what it found is {@link confirmed}. */
  static async loadFor(keys: VaultKeys): Promise<FileKeys> {
    const { entries, erased, mended } = await keptKeys();
    const proven = provenErasures(erased, byEpoch(keys), keys.vaultId);
    const confirmed = platform().keyring.confirm({ erased: [...proven] });
    const wrapped = new Map(entries.map((entry) => [entry.fileId, entry.wrapped] as const));
    for (const fileId of proven) wrapped.delete(fileId);
    const found = { erased: proven, mended, forged: proven.length < erased.length, confirmed };
    return new FileKeys(keys, wrapped, found);
  }

  /** How many client files have a key. */
  get size(): number {
    return this.#wrapped.size;
  }

  /** The client files whose key was destroyed. What is found of them, in whatever copy, counts as not there. */
  get erased(): ReadonlySet<FileId> {
    return this.#erased;
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

  /** The keys that a record of this file may have been sealed with, the likeliest first. Throws as {@link keyOf}. */
  keysOf(fileId: FileId): readonly Uint8Array[] {
    const key = this.keyOf(fileId);
    return fileId === PRACTICE_FILE ? [key, ...this.#formerPractice] : [key];
  }

  /** The keys of all client files as they lie in the keyring, one after another. */
  packed(): { readonly files: readonly FileId[]; readonly wrapped: Uint8Array } {
    return { files: [...this.#wrapped.keys()], wrapped: concatBytes(...this.#wrapped.values()) };
  }

  /** What opens records, for work off the UI thread. */
  toRead(): KeysToRead {
    const { files, wrapped } = this.packed();
    const practice = this.keysOf(PRACTICE_FILE);
    return {
      vaultId: this.#vaultId,
      keyringKey: this.#keyringKey,
      files,
      wrapped,
      practice,
      erased: this.#erased,
    };
  }

  /** Gives every file a key. Answers when new ones are safely on disk: only then may anything be sealed with them. */
  async ensure(fileIds: Iterable<FileId>): Promise<void> {
    const unknown = [...new Set(fileIds)].filter((fileId) => !this.has(fileId));
    if (unknown.length === 0) return;
    if (unknown.some((fileId) => this.#erased.has(fileId))) throw new Error('The client file was erased');
    const made = unknown.map((fileId) => ({
      fileId,
      wrapped: wrapFileKey(this.#keyringKey, newFileKey(), this.#vaultId, fileId),
    }));
    ahead = null;
    await value(platform().keyring.put(made));
    for (const { fileId, wrapped } of made) this.#wrapped.set(fileId, wrapped);
  }

  /**
   * Destroys the key of a file for good. Once main has done it, an answer that was lost is asked for again.
   * @param chunks What its documents name: main removes them once the key is gone.
   * @param absorbed Files that had gone into it: their keys are destroyed in the same step.
   * @throws `PlatformError`: then the key is still there.
   */
  async erase(
    fileId: FileId,
    chunks: readonly string[],
    absorbed: readonly FileId[],
  ): Promise<ResponseOf<'keyring.erase'>> {
    ahead = null;
    const also = absorbed.map((one) => ({ fileId: one, mac: this.#proofOf(one) }));
    const answer = await this.#eraseInMain({
      fileId,
      chunks: [...chunks],
      mac: this.#proofOf(fileId),
      also,
    });
    for (const gone of [fileId, ...absorbed]) this.#forget(gone);
    return answer;
  }

  async #eraseInMain(request: RequestOf<'keyring.erase'>): Promise<ResponseOf<'keyring.erase'>> {
    const first = await platform().keyring.erase(request);
    if (first.ok) return first.value;
    const { erased } = await value(platform().keyring.load());
    if (!erased.some(({ fileId, mac }) => fileId === request.fileId && mac === request.mac))
      throw new PlatformError(first.error);
    return value(platform().keyring.erase(request));
  }

  #forget(fileId: FileId): void {
    this.#keys.get(fileId)?.fill(0);
    this.#keys.delete(fileId);
    this.#wrapped.delete(fileId);
    this.#erased.add(fileId);
  }

  /**
   * Every key, wrapped by another vault key. Takes about 50 µs a key.
   * @param onProgress Told every hundred keys.
   */
  async rewrapped(next: VaultKey, onProgress?: Progress): Promise<KeyringEntry[]> {
    const nextKey = purposeKey(next, this.#vaultId, 'keyring');
    const entries: KeyringEntry[] = [];
    for (const [fileId, wrapped] of this.#wrapped) {
      const key = unwrapped(this.#keyringKey, wrapped, this.#vaultId, fileId);
      entries.push({ fileId, wrapped: wrapFileKey(nextKey, key, this.#vaultId, fileId) });
      key.fill(0);
      if (entries.length % PAUSE_AFTER !== 0) continue;
      onProgress?.(entries.length, this.#wrapped.size);
      await new Promise((resolve) => setTimeout(resolve, 0)); // The window stays alive.
    }
    return entries;
  }
}
