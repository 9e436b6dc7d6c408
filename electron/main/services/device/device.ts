import { randomBytes } from 'node:crypto';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { fromHex, toHex } from '#shared/lib/bytes.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';
import { z } from 'zod';

const SECRET_BYTES = 32;

/** The keychain of the system, as Electron offers it. */
export interface Keychain {
  isEncryptionAvailable(): boolean;
  /** Only on Linux: which keyring answers. `basic_text` is none: a password that stands in Chromium's source. */
  getSelectedStorageBackend(): string;
  encryptString(plainText: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

/**
 * The secret with which this computer opens the vault, sealed by the system's keychain. It opens one slot of the header
 * and nothing by itself; the vault key never comes here.
 */
export interface DeviceService {
  /** Whether there is a keychain that can be trusted, and whether a secret lies in it. */
  status(): Promise<ResponseOf<'device.status'>>;
  /** Makes a new secret in the place of an old one. Throws `refused` without a keychain that can be trusted. */
  make(): Promise<Uint8Array<ArrayBuffer>>;
  /** The secret; null when there is none, or the keychain does not give it: then the passphrase is asked for. */
  read(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Destroys the secret. */
  forget(): Promise<void>;
}

const fileSchema = z.object({ format: z.literal(1), sealed: z.string().regex(/^([0-9a-f]{2})*$/) });
const NONE = { format: 1, sealed: '' };
/** Answers of Linux that are no keyring, or none that is known. */
const UNTRUSTED = new Set(['basic_text', 'unknown']);

/** Keeps the secret in a file of its own, outside the vault: it is part of no copy of it. */
export function createDevice(deps: {
  readonly file: string;
  readonly keychain: Keychain;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
}): DeviceService {
  const { file, keychain, platform, log } = deps;

  function available(): boolean {
    try {
      if (!keychain.isEncryptionAvailable()) return false;
      return platform !== 'linux' || !UNTRUSTED.has(keychain.getSelectedStorageBackend());
    } catch (error) {
      log.error('The keychain does not answer', error);
      return false;
    }
  }

  async function sealed(): Promise<string> {
    const text = await readIfThere(file);
    const parsed = fileSchema.safeParse(text === null ? NONE : parseJson(text));
    return parsed.success ? parsed.data.sealed : '';
  }

  return {
    status: async () => ({ available: available(), kept: (await sealed()) !== '' }),
    async make() {
      if (!available()) throw new MainFailure('refused');
      const secret = new Uint8Array(randomBytes(SECRET_BYTES));
      const hidden = keychain.encryptString(toHex(secret));
      // A keychain that cannot give back what it took is told before anybody relies on it.
      if (keychain.decryptString(hidden) !== toHex(secret)) throw new MainFailure('refused');
      await writeDurably(file, JSON.stringify({ format: 1, sealed: toHex(new Uint8Array(hidden)) }));
      return secret;
    },
    async read() {
      try {
        const hidden = await sealed();
        if (hidden === '' || !available()) return null;
        const secret = fromHex(keychain.decryptString(Buffer.from(hidden, 'hex')));
        return secret.length === SECRET_BYTES ? Uint8Array.from(secret) : null;
      } catch (error) {
        log.error('The keychain did not give the secret', error);
        return null;
      }
    },
    forget: () => writeDurably(file, JSON.stringify(NONE)),
  };
}
