import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { fileIdSchema } from '#shared/domain/ids.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

/** Newest keyring format this version of the app can read and write. Format 1 had no checksum, 2 no proofs of erasures. */
export const KEYRING_FORMAT = 3;

const keyringSchema = z.object({
  vaultId: z.uuid(),
  /** Epoch of the vault key that wraps these keys, as the header counts it. */
  epoch: z.number().int().nonnegative(),
  /** The keys of the client files, wrapped: hexadecimal. */
  entries: z.array(z.object({ fileId: fileIdSchema, wrapped: z.string().regex(/^([0-9a-f]{2}){0,256}$/) })),
  /** Client files whose key was destroyed. Their records may still lie in old copies, and nothing opens them. */
  erased: z.array(
    z.object({
      fileId: fileIdSchema,
      /** Milliseconds since the epoch. */
      at: z.number().int(),
      /** SHA-256 of the wrapped key that was destroyed. */
      fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
      /** Shows that the vault itself has erased it; see `erasure-proof.ts`. Without a right one the entry means nothing. */
      mac: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .exactOptional(),
    }),
  ),
});
/** The keyring: what lies on the disk and beside the backups. */
export type KeyringFile = z.infer<typeof keyringSchema>;

const storedSchema = z.union([
  z.object({ format: z.literal(1), ...keyringSchema.shape }),
  z.object({ format: z.literal([2, KEYRING_FORMAT]), ...keyringSchema.shape, checksum: z.string() }),
]);

/**
 * SHA-256 of the content, hexadecimal. A wrapped key that was altered is refused by its own seal, but only when the client
 * file is opened; the checksum tells at once, while its copy is whole.
 */
const checksumOf = (file: KeyringFile): string => toHex(sha256(utf8(canonicalJson(file))));

/** The text of a keyring, as it is written to the disk. */
export const keyringText = (file: KeyringFile): string =>
  JSON.stringify({ format: KEYRING_FORMAT, ...file, checksum: checksumOf(file) });

/** The keyring in a parsed file; null when it is damaged. */
export function keyringOf(parsed: unknown): KeyringFile | null {
  const stored = storedSchema.safeParse(parsed).data;
  const file = keyringSchema.safeParse(parsed).data;
  if (!stored || !file) return null;
  return stored.format === 1 || stored.checksum === checksumOf(file) ? file : null;
}

/** Reads only the format number, so that a newer keyring is told from a damaged one. */
export const keyringFormatSchema = z.object({ format: z.number().int() });
