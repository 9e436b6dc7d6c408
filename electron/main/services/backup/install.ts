import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupBrokenError } from '#shared/formats/backup-blocks.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import type { RestoreProgress } from '#shared/ipc/contract/backups.ts';
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

/** How much is copied at once. */
const COPY_BYTES = 1024 * 1024;

/** Who follows a restore, and may end it as long as it has not happened. */
export interface RestoreWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
  /** The seal that was found right before, null: none; a backup with another one is refused. */
  readonly mac?: string | null;
}

/** A vault being prepared, beside the one that is there. */
const STAGED = 'restore.new';
/** A whole vault that only waits to be put in its place. From the moment it has this name the restore has happened. */
const READY = 'restore.ready';

/**
 * Makes a new vault of a backup, whole and on the disk, and then, by one rename, the vault of this machine. Until that
 * rename nothing of what is there has changed; after it {@link finishRestore} is to carry on, now or at the next start.
 * @returns The header that the vault opens with.
 * @throws What `verifyContainer` throws, `keyringMissing`, `diskFull` …, the signal's reason: then everything is as it was.
 */
export async function installBackup(
  paths: DataPaths,
  path: string,
  identity: string,
  now: number,
  watch: RestoreWatch = {},
): Promise<VaultHeader> {
  const staged = join(paths.userData, STAGED);
  let header: VaultHeader;
  try {
    await rm(staged, { recursive: true, force: true });
    ({ header } = await stage(staged, { path, identity, now, paths, watch }));
    await fault('restore.staged');
    watch.signal?.throwIfAborted();
    await rename(staged, join(paths.userData, READY));
    await syncFolder(paths.userData);
    await fault('restore.ready');
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => undefined);
    throw asFailure(error, path);
  }
  return header;
}

interface Staging {
  readonly path: string;
  readonly identity: string;
  readonly now: number;
  readonly paths: DataPaths;
  readonly watch: RestoreWatch;
}

async function stage(folder: string, { path, identity, now, paths, watch }: Staging): Promise<RestoreKeys> {
  const [vault, keyring] = [join(folder, 'vault'), join(folder, 'keyring')];
  const backups = join(vault, 'backups');
  await mkdir(backups, { recursive: true, mode: 0o700 });
  await mkdir(keyring, { mode: 0o700 });
  const fileName = basename(path);
  const copy = join(backups, fileName);
  await copyDurably(path, copy, watch);
  await fault('restore.backupStaged');
  // What is proven is what lies on this disk now.
  const { size } = await stat(copy);
  const manifest = await verifyContainer(copy, identity, watch.signal, (done) =>
    watch.onProgress?.({ step: 'proving', done, total: size }),
  );
  if (watch.mac !== undefined && (manifest.mac ?? null) !== watch.mac) {
    throw new BackupBrokenError('it is not the one whose seal was checked');
  }
  const keys = await findKeys(dirname(path), manifest, paths);
  await writeHeaderCopies(vault, keys.header);
  await fault('restore.headerStaged');
  await writeGeneration(join(keyring, 'keyring.json'), keys.keyring);
  await fault('restore.keyringStaged');
  const entry = entryOf({ fileName, size }, manifest, { verifiedAt: now, shrunken: false });
  await writeIndex(backups, manifest.vaultId, { backups: [entry], drill: null });
  const head = { seq: manifest.head.seq, hash: fromHex(manifest.head.hash) };
  await seedJournal(join(vault, 'journal'), manifest.vaultId, head);
  await fault('restore.journalStaged');
  await stageChunks(dirname(path), join(vault, ATTACHMENTS_NAME), manifest.chunks, { paths, watch });
  for (const one of [backups, vault, keyring, folder, paths.userData]) await syncFolder(one);
  return keys;
}

/** Brings the attachments along: from beside the backup, and what is not there from this machine. */
async function stageChunks(
  from: string,
  to: string,
  names: readonly string[],
  { paths, watch: { signal, onProgress } }: Pick<Staging, 'paths' | 'watch'>,
): Promise<void> {
  const placed = new Set<string>();
  const total = names.length;
  for (const source of [join(from, ATTACHMENTS_NAME), paths.attachments]) {
    const there: string[] = [];
    for (const name of names) {
      if (!placed.has(name) && (await isThere(join(source, name.slice(0, 2), name)))) there.push(name);
    }
    await copyChunks(source, to, there, (name) => {
      signal?.throwIfAborted();
      placed.add(name);
      onProgress?.({ step: 'documents', done: placed.size, total });
    });
  }
}

async function copyDurably(from: string, to: string, { signal, onProgress }: RestoreWatch): Promise<void> {
  const { size: total } = await stat(from);
  const copy = await open(to, 'wx', 0o600);
  try {
    let done = 0;
    for await (const bytes of createReadStream(from, { highWaterMark: COPY_BYTES })) {
      signal?.throwIfAborted();
      await copy.writeFile(bytes as Buffer);
      onProgress?.({ step: 'copying', done: (done += (bytes as Buffer).length), total });
    }
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
