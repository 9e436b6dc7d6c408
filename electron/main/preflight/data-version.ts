import { join } from 'node:path';
import { z } from 'zod';
import { KEYRING_FORMAT } from '#shared/formats/keyring-file.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import { BACKUP_INDEX, BACKUP_INDEX_FORMAT } from '#main/services/backup/set-index.ts';

/**
 * The version of everything in the data folder together. Raised when an older app would misread or spoil what this one
 * writes, in whichever file: it is the first thing that is looked at.
 */
export const DATA_VERSION = 1;

const FILE = 'version.json';

const userSchema = z.object({
  /** Version of the app. */
  app: z.string(),
  /** Electron's major version; null where an installed Chromium stands in for it. */
  electron: z.number().int().nullable(),
});
/** What uses a data folder. */
export type User = z.infer<typeof userSchema>;

const schema = z.object({ data: z.number().int().positive(), user: userSchema.optional() });
const formatSchema = z.object({ format: z.number().int() });

/** What a data folder was last used with; null in a new one, or when it cannot be told. */
async function lastUse(folder: string): Promise<z.infer<typeof schema> | null> {
  const text = await readIfThere(join(folder, FILE));
  const parsed = schema.safeParse(parseJson(text ?? ''));
  return parsed.success ? parsed.data : null;
}

/** Files that tell their own format, and the newest that this app knows. */
const formats = ({ keyring, backups }: DataPaths): readonly (readonly [path: string, newest: number])[] => [
  [join(keyring, 'keyring.json'), KEYRING_FORMAT],
  [join(keyring, 'keyring.backup.json'), KEYRING_FORMAT],
  [join(backups, BACKUP_INDEX), BACKUP_INDEX_FORMAT],
];

/** The version of a newer app that used this data folder; null when there is none. Nothing is touched. */
export async function newerVersion(paths: DataPaths): Promise<number | null> {
  const found = await lastUse(paths.userData);
  if (found && found.data > DATA_VERSION) return found.data;
  for (const [path, newest] of formats(paths)) {
    const parsed = formatSchema.safeParse(parseJson((await readIfThere(path)) ?? ''));
    if (parsed.success && parsed.data.format > newest) return parsed.data.format;
  }
  return null;
}

/**
 * Notes that this version uses the data folder now. After an upgrade, of the app or of Electron's major version, its last
 * user stays noted until {@link noteUser}: a backup from before is wanted.
 * @returns Whether there was an upgrade.
 */
export async function noteVersion({ userData }: DataPaths, user: User): Promise<boolean> {
  const found = await lastUse(userData);
  const upgraded = found !== null && !same(found.user, user);
  const before = upgraded ? found.user : user;
  if (found?.data !== DATA_VERSION)
    await write(userData, { data: DATA_VERSION, ...(before && { user: before }) });
  return upgraded;
}

/** Notes who uses the data folder now. */
export const noteUser = ({ userData }: DataPaths, user: User): Promise<void> =>
  write(userData, { data: DATA_VERSION, user });

const same = (one: User | undefined, other: User): boolean =>
  one?.app === other.app && one.electron === other.electron;

const write = (folder: string, note: z.infer<typeof schema>): Promise<void> =>
  writeDurably(join(folder, FILE), JSON.stringify(note));
