import type { FileId } from '#shared/domain/ids.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { concatBytes, utf8 } from '#shared/lib/bytes.ts';

/** What the index is sealed with: see the source of the records. */
export interface SealMaterial {
  readonly key: Uint8Array;
  readonly files: readonly FileId[];
  readonly wrapped: Uint8Array;
}

/** Raised with every change of what a segment holds or how: what an older app has written does not open then, and is built anew. */
export const INDEX_FORMAT = 6;

const NONCE_BYTES = 12;
const ALGORITHM = 'AES-GCM';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file whose words are in a segment has no key any more, or never had one. */
export class KeylessFileError extends Error {
  constructor() {
    super('A client file in the index has no key');
    this.name = 'KeylessFileError';
  }
}

/**
 * Seals the index for the disk. The key of a segment is derived from the key of that purpose together with the wrapped keys
 * of all client files in the segment: without a single one of them it cannot be had again. So destroying the key of a client
 * file makes every segment unreadable that has a word of it, wherever a copy of the segment may lie.
 */
export class IndexSeal {
  readonly #vaultId: string;
  readonly #key: Bytes;
  readonly #wrapped: Bytes;
  readonly #numbers: ReadonlyMap<FileId, number>;
  readonly #size: number;

  constructor(vaultId: string, { key, files, wrapped }: SealMaterial) {
    this.#vaultId = vaultId;
    this.#key = new Uint8Array(key);
    this.#wrapped = new Uint8Array(wrapped);
    this.#numbers = new Map(files.map((file, number) => [file, number]));
    this.#size = files.length === 0 ? 0 : wrapped.length / files.length;
  }

  /** The key of what belongs to no client file: what lists the segments. */
  listKey(): Promise<CryptoKey> {
    return this.#derived('list', new Uint8Array());
  }

  /**
   * The key of a segment.
   * @param files The client files that are in it.
   * @throws {KeylessFileError}
   */
  async segmentKey(segment: string, files: readonly FileId[]): Promise<CryptoKey> {
    const all = new Uint8Array(files.length * this.#size);
    let end = 0;
    for (const file of files) {
      // The practice's own records are sealed with the vault key, from which the key of the index comes.
      if (file === PRACTICE_FILE) continue;
      const number = this.#numbers.get(file);
      if (number === undefined) throw new KeylessFileError();
      all.set(this.#wrapped.subarray(number * this.#size, (number + 1) * this.#size), end);
      end += this.#size;
    }
    const digest = await crypto.subtle.digest('SHA-256', all.subarray(0, end));
    return this.#derived(`segment/${segment}`, new Uint8Array(digest));
  }

  /** Seals bytes (AES-256-GCM): a random nonce, then the sealed bytes. */
  async seal(key: CryptoKey, place: string, bytes: Bytes): Promise<Bytes> {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = await crypto.subtle.encrypt(this.#parameters(iv, place), key, bytes);
    return concatBytes(iv, new Uint8Array(sealed));
  }

  /** Opens what {@link seal} made. Rejects when it is not exactly that. */
  open(key: CryptoKey, place: string, sealed: Bytes): Promise<ArrayBuffer> {
    const iv = sealed.subarray(0, NONCE_BYTES);
    return crypto.subtle.decrypt(this.#parameters(iv, place), key, sealed.subarray(NONCE_BYTES));
  }

  #parameters(iv: Bytes, place: string): AesGcmParams {
    const binding = ['kartoteka/search-index', INDEX_FORMAT, this.#vaultId, place];
    return { name: ALGORITHM, iv, additionalData: Uint8Array.from(utf8(JSON.stringify(binding))) };
  }

  async #derived(purpose: string, bound: Bytes): Promise<CryptoKey> {
    const base = await crypto.subtle.importKey('raw', this.#key, 'HKDF', false, ['deriveKey']);
    const info = concatBytes(utf8(`kartoteka/${String(INDEX_FORMAT)}/search-index/${purpose}/`), bound);
    return crypto.subtle.deriveKey(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: Uint8Array.from(utf8(this.#vaultId)),
        info: Uint8Array.from(info),
      },
      base,
      { name: ALGORITHM, length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
  }
}
