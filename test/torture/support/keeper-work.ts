import type { FileId } from '#shared/domain/ids.ts';
import { VAULT_FORMAT, type VaultHeader } from '#shared/formats/vault-header.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { caseSeed, type Random, randomFrom } from './random.ts';

/*
 * What a keeper (a process with the code of the main process) writes: all of it follows from the seed, so that whoever
 * looks afterwards knows what should be there.
 */

export const KEEPER_VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
/** Whose keyring the keeper keeps. */
export const KEEPER = { vaultId: KEEPER_VAULT, epoch: 0 };

/** What the keeper says when something is safely on the disk. */
export type Acknowledged =
  | { readonly what: 'open' }
  /** Entries up to this number. */
  | { readonly what: 'journal'; readonly seq: number }
  /** Said before it is done: files whose entries all lie up to this number may be gone. */
  | { readonly what: 'drop'; readonly seq: number }
  /** Keys up to this number. */
  | { readonly what: 'keyring'; readonly keys: number }
  /** This header. */
  | { readonly what: 'header'; readonly number: number };

const sourceFor = (seed: number, kind: number, number: number): Random =>
  randomFrom(caseSeed(caseSeed(seed, kind), number));

/** The entry with this number, counted from 1. */
export function entryNumber(seed: number, number: number): Uint8Array<ArrayBuffer> {
  const random = sourceFor(seed, 1, number);
  return random.bytes(random.chance(0.05) ? random.between(20_000, 90_000) : random.between(20, 2000));
}

/** The client file with this number, and its wrapped key. */
export function keyNumber(
  seed: number,
  number: number,
): { readonly fileId: FileId; readonly wrapped: Uint8Array<ArrayBuffer> } {
  const random = sourceFor(seed, 2, number);
  const hex = toHex(random.bytes(16));
  const fileId =
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}` as FileId;
  return { fileId, wrapped: random.bytes(72) };
}

/** The header with this number; all are of the same vault. */
export function headerNumber(seed: number, number: number): VaultHeader {
  const random = sourceFor(seed, 3, number);
  return {
    format: VAULT_FORMAT,
    vaultId: KEEPER_VAULT,
    createdAt: number,
    revision: number,
    epoch: 0,
    slots: {
      passphrase: {
        kdf: { memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: toHex(random.bytes(16)) },
        wrapped: toHex(random.bytes(72)),
        madeAt: number,
      },
      recovery: { wrapped: toHex(random.bytes(72)), recipient: `age1${'q'.repeat(58)}`, madeAt: number },
    },
    formerKeys: [],
    mac: toHex(random.bytes(32)),
  };
}
