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

/** A vault key sealed under another key: 24-byte nonce, 32-byte key, 16-byte tag. */
const wrappedKey = hex(24 + 32 + 16);
/** Milliseconds since the epoch. */
const moment = z.number().int();
const slot = z.object({ wrapped: wrappedKey, madeAt: moment });

export const passphraseSlotSchema = slot.extend({ kdf: argonParamsSchema });
export const recoverySlotSchema = slot.extend({
  /** The public half of the identity that the words give: backups are made for it too. */
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
});

/** Most vault keys that one vault has had before. */
const MOST_FORMER = 1000;

export const vaultHeaderSchema = z.object({
  format: z.number().int().positive(),
  vaultId: z.uuid(),
  createdAt: moment,
  /** Counts the changes of this header: 0 in a new vault, one more with each. */
  revision: z.number().int().nonnegative(),
  /** Counts the vault keys: 0 for the first, one more with each rotation. */
  epoch: z.number().int().nonnegative(),
  slots: z.object({
    passphrase: passphraseSlotSchema,
    recovery: recoverySlotSchema,
    /** Only where the user has chosen that this computer opens the vault. */
    device: slot.exactOptional(),
  }),
  /** The vault keys of earlier epochs, oldest first, each wrapped by the one of today: old backups open with them. */
  formerKeys: z.array(wrappedKey).max(MOST_FORMER),
  /** HMAC-SHA-256 of all the rest under a key derived from the vault key. */
  mac: hex(32),
});
/** What stands in clear at the door of a vault: how the vault key is wrapped, and nothing else. */
export type VaultHeader = z.infer<typeof vaultHeaderSchema>;

/** Reads only the format number, so that a newer vault is told from a damaged one. */
export const vaultFormatSchema = z.object({ format: z.number().int().positive() });
