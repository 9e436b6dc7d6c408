import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataPaths } from '#main/lib/paths.ts';
import type { SettingsService } from '#main/services/settings/settings.ts';

/** Id of the place inside the data folder. */
export const LOCAL = 'local';

/** A folder that backups are kept in. */
export interface Place {
  readonly placeId: string;
  /** The folder the user chose, or the local one. */
  readonly path: string;
  /** Where the files of this vault lie in it. */
  readonly folder: string;
  readonly local: boolean;
}

/** What the names of all those folders begin with. */
export const SET_PREFIX = 'Kartoteka ';

/** What the folder of one vault is called in a chosen folder, which may be shared with other vaults. */
export const setName = (vaultId: string): string => `${SET_PREFIX}${vaultId.slice(0, 8)}`;

/** A place is named by its path, so that it stays the same place when it is removed and added again. */
export const placeIdOf = (path: string): string =>
  createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);

/** The local place and those the user chose. */
export function placesOf(
  paths: Pick<DataPaths, 'backups'>,
  settings: Pick<SettingsService, 'read'>,
  vaultId: string,
): readonly Place[] {
  const chosen = settings.read().backupFolders.map((path): Place => {
    return { placeId: placeIdOf(path), path, folder: join(path, setName(vaultId)), local: false };
  });
  return [{ placeId: LOCAL, path: paths.backups, folder: paths.backups, local: true }, ...chosen];
}

/**
 * Whether a place is there now. The chosen folder alone does not tell: the empty folder on which a removable disk is
 * mounted stays when the disk is gone, and what is written there fills the wrong disk. A set of ours in it tells.
 */
export async function isReachable({ local, path, folder }: Place): Promise<boolean> {
  if (local || (await isFolder(folder))) return true;
  try {
    return (await readdir(path)).some((name) => name.startsWith(SET_PREFIX));
  } catch {
    return false;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
