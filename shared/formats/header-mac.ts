import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { equalBytes, fromHex, toHex, utf8 } from '#shared/lib/bytes.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { VaultHeader } from './vault-header.ts';

const macOf = (vaultKey: Uint8Array, { mac: _mac, ...content }: VaultHeader): Uint8Array =>
  hmac(sha256, purposeKey(vaultKey, content.vaultId, 'header'), utf8(canonicalJson(content)));

/** The header with the seal that shows that nobody without the vault key has touched it. */
export const withMac = (vaultKey: Uint8Array, header: Omit<VaultHeader, 'mac'>): VaultHeader => ({
  ...header,
  mac: toHex(macOf(vaultKey, { ...header, mac: '' })),
});

/**
 * Whether the header is one that was made with this vault key, unaltered: slots, Argon2id's parameters, recipient,
 * former keys, counts.
 *
 * It shows that the header is genuine, not that it is the newest: a genuine older one, put back by somebody who kept a
 * copy, has a right seal, and the passphrase and words of that time open it. That is noticed after opening, because the
 * vault's own records remember the count of changes; it is not noticed when records, journal and header were all put
 * back together. After a rotation an older header opens nothing that was written since: it has another vault key.
 */
export const macHolds = (vaultKey: Uint8Array, header: VaultHeader): boolean =>
  equalBytes(macOf(vaultKey, header), fromHex(header.mac));
