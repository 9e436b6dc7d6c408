import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { fromHex } from '#shared/lib/bytes.ts';
import { fault } from '#shared/lib/fault.ts';
import { syncFolder } from '#main/lib/atomic-file.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import { asFailure, systemErrorCode } from '#main/lib/system-error.ts';
import { seedJournal } from '#main/services/journal/journal.ts';
import { writeGeneration } from '#main/services/keyring/keyring-files.ts';
import { writeHeaderCopies } from '#main/services/vault/vault.ts';
import { ATTACHMENTS_NAME, copyChunks } from './companions.ts';
import { verifyContainer } from './container.ts';
import { findKeys, type RestoreKeys } from './restore-source.ts';
import { entryOf, writeIndex } from './set-index.ts';

/** A vault being prepared, beside the one that is there. */
const STAGED = 'restore.new';
/** A whole vault that only waits to be put in its place. From the moment it has this name the restore has happened. */
const READY = 'restore.ready';

/**
 * Makes a new vault of a backup, whole and on the disk, and then, by one rename, the vault of this machine. Until that
 * rename nothing of what is there has changed; after it {@link finishRestore} is to carry on, now or at the next start.
 * @returns The header that the vault opens with.
 * @throws What `verifyContainer` throws, `keyringMissing`, `diskFull` …: then everything is as it was.
 */
export async function installBackup(
  paths: DataPaths,
  path: string,
  identity: string,
  now: number,
): Promise<VaultHeader> {
  const manifest = await verifyContainer(path, identity);
  const keys = await findKeys(dirname(path), manifest, paths);
  const staged = join(paths.userData, STAGED);
  try {
    await rm(staged, { recursive: true, force: true });
    await stage(staged, { path, manifest, keys, now, paths });
    await fault('restore.staged');
    await rename(staged, join(paths.userData, READY));
    await syncFolder(paths.userData);
    await fault('restore.ready');
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => undefined);
    throw asFailure(error, path);
  }
  return keys.header;
}

interface Staging {
  readonly path: string;
  readonly manifest: BackupManifest;
  readonly keys: RestoreKeys;
  readonly now: number;
  readonly paths: DataPaths;
}

async function stage(folder: string, { path, manifest, keys, now, paths }: Staging): Promise<void> {
  const [vault, keyring] = [join(folder, 'vault'), join(folder, 'keyring')];
  const backups = join(vault, 'backups');
  await mkdir(backups, { recursive: true, mode: 0o700 });
  await mkdir(keyring, { mode: 0o700 });
  await writeHeaderCopies(vault, keys.header);
  await fault('restore.headerStaged');
  await writeGeneration(join(keyring, 'keyring.json'), keys.keyring);
  await fault('restore.keyringStaged');
  const fileName = basename(path);
  await copyDurably(path, join(backups, fileName));
  await fault('restore.backupStaged');
  const file = { fileName, size: (await stat(path)).size };
  const entry = entryOf(file, manifest, { verifiedAt: now, shrunken: false });
  await writeIndex(backups, manifest.vaultId, { backups: [entry], drill: null });
  const head = { seq: manifest.head.seq, hash: fromHex(manifest.head.hash) };
  await seedJournal(join(vault, 'journal'), manifest.vaultId, head);
  await fault('restore.journalStaged');
  await stageChunks(dirname(path), join(vault, ATTACHMENTS_NAME), manifest.chunks, paths);
  for (const one of [backups, vault, keyring, folder, paths.userData]) await syncFolder(one);
}

/** Brings the attachments along: from beside the backup, and what is not there from this machine. */
async function stageChunks(
  from: string,
  to: string,
  names: readonly string[],
  paths: DataPaths,
): Promise<void> {
  for (const source of [join(from, ATTACHMENTS_NAME), paths.attachments]) {
    const there: string[] = [];
    for (const name of names) {
      if (await isThere(join(source, name.slice(0, 2), name))) there.push(name);
    }
    if (there.length > 0) await copyChunks(source, to, there);
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const copy = await open(to, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
}

/** Removes what a restore left that was cut off before it had happened. */
export const dropUnfinishedRestore = (paths: DataPaths): Promise<void> =>
  rm(join(paths.userData, STAGED), { recursive: true, force: true });

/**
 * Carries a restore to its end that has happened already: the vault that was there is set aside under a dated name, the
 * new one takes its place, and its keys theirs. Can be cut off at any step and called again. To be called before anything
 * of a vault is read.
 */
export async function finishRestore(paths: DataPaths, now: number): Promise<void> {
  const ready = join(paths.userData, READY);
  if (!(await isThere(ready))) return;
  const aside = new Date(now).toISOString().replaceAll(/[:.]/g, '');
  const [vault, keyring] = [join(ready, 'vault'), join(ready, 'keyring')];
  if (await isThere(vault)) {
    if (await isThere(paths.vault)) await rename(paths.vault, `${paths.vault}.before-restore-${aside}`);
    await syncFolder(paths.userData);
    await fault('restore.oldVaultAside');
    await rename(vault, paths.vault);
    await syncFolder(paths.userData);
    await fault('restore.vaultPlaced');
  }
  if (await isThere(keyring)) {
    await keepOldKeys(paths.keyring, keyring, aside);
    await fault('restore.oldKeysAside');
    await rename(keyring, paths.keyring);
    await syncFolder(paths.userData);
    await fault('restore.keysPlaced');
  }
  await rm(ready, { recursive: true, force: true });
}

/** The old keyring's files stay in the folder of the new one: there a key that is destroyed is destroyed in them too. */
async function keepOldKeys(from: string, to: string, aside: string): Promise<void> {
  if (!(await isThere(from))) return;
  for (const name of await readdir(from)) {
    await rename(join(from, name), join(to, `${name}.before-restore-${aside}`));
  }
  await syncFolder(to);
  await rm(from, { recursive: true, force: true });
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return false;
    throw error;
  }
}
