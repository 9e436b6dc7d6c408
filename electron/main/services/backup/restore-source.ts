import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { keyringOf, type KeyringFile } from '#shared/formats/keyring-file.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import { vaultHeaderSchema, type VaultHeader } from '#shared/formats/vault-header.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { parseJson, readIfThere } from '#main/lib/durable-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import { HEADER_NAME, KEYRING_NAME } from './companions.ts';
import { listedOf } from './registry.ts';
import { backupFiles, readIndex } from './set-index.ts';

/** A header kept beside backups; null when there is none that can be read. */
const headerIn = async (folder: string): Promise<VaultHeader | null> =>
  vaultHeaderSchema.safeParse(await jsonIn(folder, HEADER_NAME)).data ?? null;

/** A keyring in a folder; null when there is none that can be read. */
const keyringIn = async (folder: string): Promise<KeyringFile | null> =>
  keyringOf(await jsonIn(folder, KEYRING_NAME));

async function jsonIn(folder: string, name: string): Promise<unknown> {
  const text = await readIfThere(join(folder, name)).catch(() => null);
  return text === null ? undefined : parseJson(text);
}

/**
 * The backups that a chosen file or folder offers, newest first. In a folder also those of the sets in it.
 * @param idOf Gives each file an id and remembers it.
 */
export async function candidatesIn(
  chosen: string,
  sets: readonly string[],
  { paths, idOf }: { readonly paths: DataPaths; readonly idOf: (path: string) => string },
): Promise<RestoreCandidate[]> {
  const single = (await stat(chosen)).isFile() ? basename(chosen) : null;
  const folders = single === null ? [chosen, ...sets.map((name) => join(chosen, name))] : [dirname(chosen)];
  const found: RestoreCandidate[] = [];
  for (const folder of folders) {
    const local = folder === paths.backups;
    const header = await headerIn(local ? paths.vault : folder);
    const keyring = (await keyringIn(local ? paths.keyring : folder)) !== null;
    const files = await backupFiles(folder);
    const index = header ? await readIndex(folder, header.vaultId, files) : { backups: [] };
    for (const file of files.filter(({ fileName }) => single === null || fileName === single)) {
      const known = index.backups.find(({ fileName }) => fileName === file.fileName);
      const backupId = idOf(join(folder, file.fileName));
      found.push({ ...listedOf(backupId, 'chosen', file, known), header, keyring });
    }
  }
  return found.toSorted((one, other) => other.madeAt - one.madeAt);
}

/** Claims with other proofs are other ones: a wrong one must not stand in the way of a right one. */
const claimOf = ({ fileId, mac = '' }: KeyringFile['erased'][number]): string => `${fileId}/${mac}`;

/** What makes a vault of a backup: the header it opens with and the keys of its client files. */
export interface RestoreKeys {
  readonly header: VaultHeader;
  readonly keyring: KeyringFile;
}

/**
 * Finds the header and the keyring that belong together, the newest first: those on this machine, those beside the backup,
 * the header in the backup itself. What any of them says of erased client files goes along, and no key is left out for it:
 * only the vault, once it is open, can tell its own erasures from what somebody wrote there, and then destroys those keys.
 * @throws `keyringMissing` when no keyring belongs to any header.
 */
export async function findKeys(
  folder: string,
  { vaultId, header: then, counts }: BackupManifest,
  paths: DataPaths,
): Promise<RestoreKeys> {
  const own = <T extends { readonly vaultId: string }>(one: T | null): T[] =>
    one?.vaultId === vaultId ? [one] : [];
  const headers = [...own(await headerIn(paths.vault)), ...own(await headerIn(folder)), then].toSorted(
    (one, other) => other.revision - one.revision,
  );
  const keyrings = [...own(await keyringIn(paths.keyring)), ...own(await keyringIn(folder))];
  if (keyrings.length === 0 && (counts['clients'] ?? 0) === 0) {
    return { header: then, keyring: { vaultId, epoch: then.epoch, entries: [], erased: [] } };
  }
  const claims = keyrings.flatMap((one) => one.erased.map((gone) => [claimOf(gone), gone] as const));
  const erased = new Map(claims);
  for (const header of headers) {
    const matching = keyrings.filter(({ epoch }) => epoch === header.epoch);
    const [first] = matching;
    if (!first) continue;
    const entries = new Map(
      matching.toReversed().flatMap((one) => one.entries.map((entry) => [entry.fileId, entry] as const)),
    );
    return { header, keyring: { ...first, entries: [...entries.values()], erased: [...erased.values()] } };
  }
  throw new MainFailure('keyringMissing', { folder });
}
