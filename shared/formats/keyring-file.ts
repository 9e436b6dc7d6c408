import { z } from 'zod';
import { fileIdSchema } from '#shared/domain/ids.ts';

/** Newest keyring format this version of the app can read and write. */
export const KEYRING_FORMAT = 1;

export const keyringFileSchema = z.object({
  format: z.literal(KEYRING_FORMAT),
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
    }),
  ),
});
/** The keyring as it lies on the disk, and beside the backups. */
export type KeyringFile = z.infer<typeof keyringFileSchema>;

/** Reads only the format number, so that a newer keyring is told from a damaged one. */
export const keyringFormatSchema = z.object({ format: z.number().int() });
