import type { VaultHeader } from '#shared/formats/vault-header.ts';

/** First eight signs of the vault's id, as its recovery sheet shows them. */
export const vaultSign = (header: VaultHeader): string => header.vaultId.slice(0, 8);
