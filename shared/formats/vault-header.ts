import { z } from 'zod';

/** Newest vault format this version of the app can open. */
export const VAULT_FORMAT = 1;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`));

export const argonParamsSchema = z.object({
  /** Memory in KiB; at least 64 MiB. */
  memoryKiB: z.number().int().min(65_536).max(2_097_152),
  iterations: z.number().int().min(3).max(64),
  parallelism: z.literal(1),
  salt: hex(16),
});
/** Parameters of Argon2id (RFC 9106). */
export type ArgonParams = z.infer<typeof argonParamsSchema>;

/** The vault key sealed under one way to open it: 24-byte nonce, 32-byte key, 16-byte tag. */
const wrappedKey = hex(24 + 32 + 16);

export const passphraseSlotSchema = z.object({ kdf: argonParamsSchema, wrapped: wrappedKey });
export const recoverySlotSchema = z.object({ wrapped: wrappedKey });

export const vaultHeaderSchema = z.object({
  format: z.number().int().positive(),
  vaultId: z.uuid(),
  createdAt: z.number().int(),
  slots: z.object({ passphrase: passphraseSlotSchema, recovery: recoverySlotSchema }),
});
/** What stands in clear at the door of a vault: how the vault key is wrapped, and nothing else. */
export type VaultHeader = z.infer<typeof vaultHeaderSchema>;

/** Reads only the format number, so that a newer vault is told from a damaged one. */
export const vaultFormatSchema = z.object({ format: z.number().int().positive() });
