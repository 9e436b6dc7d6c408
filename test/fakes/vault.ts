import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { newVaultKey, type VaultKey } from '#shared/crypto/vault-key.ts';
import { withMac } from '#shared/formats/header-mac.ts';
import { VAULT_FORMAT, type VaultHeader } from '#shared/formats/vault-header.ts';
import {
  closeVault,
  createVault,
  openVault,
  prepareVault,
  vault,
  type OpeningReport,
  type PreparedVault,
  type Vault,
} from '#renderer/db/index.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { v4 } from 'uuid';
import { fakePlatform, type FakePlatform, type FakePlatformOptions } from './platform.ts';

// A test may have loaded Dexie before this file; live queries stand still for a Dexie that found no IndexedDB.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** An open vault over a fake main process and an IndexedDB in memory. */
export interface TestVault {
  readonly platform: FakePlatform;
  readonly vault: Vault;
  readonly header: VaultHeader;
  readonly vaultKey: VaultKey;
  /** Empty unless a passphrase was asked for. */
  readonly recoveryWords: readonly string[];
  /** Closes and opens again, as a restart of the app does. `vault()` is then another one. */
  readonly reopen: () => Promise<OpeningReport>;
}

export interface TestVaultOptions extends FakePlatformOptions {
  /** Makes real key slots with this passphrase, at the least work that is allowed: about 150 ms without `quickDerive`. */
  readonly passphrase?: string;
}

/** The least work the product accepts. */
const LEAST_WORK = { memoryKiB: 65_536, iterations: 3 };

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('not deleted')));
  });

/** A recipient as any header has one. */
export const SOME_RECIPIENT = 'age1xeyqlwfqtmr79zvn6lvh7rtylcasxvmld87ge4dsw556n5n7hegqwy3dej';

/** A header whose slots nothing opens: for tests that hold the vault key and need no passphrase. */
const sealedHeader = (vaultKey: VaultKey): VaultHeader =>
  withMac(vaultKey, {
    format: VAULT_FORMAT,
    vaultId: v4(),
    createdAt: Date.UTC(2026, 10, 2),
    revision: 0,
    epoch: 0,
    slots: {
      passphrase: {
        kdf: { ...LEAST_WORK, parallelism: 1, salt: '00'.repeat(16) },
        wrapped: '00'.repeat(72),
        madeAt: 0,
      },
      recovery: { wrapped: '00'.repeat(72), recipient: SOME_RECIPIENT, madeAt: 0 },
    },
    formerKeys: [],
  });

function preparedWithoutSlots(): PreparedVault {
  const vaultKey = newVaultKey();
  return { header: sealedHeader(vaultKey), vaultKey, recoveryWords: [] };
}

/** Makes and opens an empty vault, after closing the one before it and deleting its store. */
export async function openTestVault(options: TestVaultOptions = {}): Promise<TestVault> {
  await closeVault();
  await deleteDatabase('kartoteka-rows');
  const platform = fakePlatform(options);
  installPlatform(platform);
  const prepared =
    options.passphrase === undefined
      ? preparedWithoutSlots()
      : await prepareVault(options.passphrase, LEAST_WORK);
  await createVault(prepared);
  const { header, vaultKey } = prepared;
  return { ...prepared, platform, vault: vault(), reopen: () => openVault(header, vaultKey) };
}
