import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MainFailure } from '#main/lib/main-failure.ts';
import { asFailure, systemErrorCode } from '#main/lib/system-error.ts';
import { fault } from '#shared/lib/fault.ts';
import { isReservedName } from '#shared/lib/safe-file-name.ts';

/** What the writer needs of an open file. */
export interface FileHandlePort {
  /** Writes on from where the last write ended. */
  writeFile(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What the writer needs of the file system; tests break each of these in turn. */
export interface FilePort {
  realpath(path: string): Promise<string>;
  /** Permission bits of a file. */
  mode(path: string): Promise<number>;
  /** Rejects when an existing file may not be written. */
  checkWritable(path: string): Promise<void>;
  open(path: string, flags: string, mode?: number): Promise<FileHandlePort>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

export interface AtomicFileDeps {
  readonly files: FilePort;
  readonly platform: NodeJS.Platform;
  /** Waits that many milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
}

const nodeFiles: FilePort = {
  realpath: (path) => fs.realpath(path),
  mode: async (path) => (await fs.stat(path)).mode & 0o777,
  checkWritable: (path) => fs.access(path, constants.W_OK),
  open: (path, flags, mode) => fs.open(path, flags, mode),
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
};

/** The machine's own files and clock. */
export const nodeFileDeps: AtomicFileDeps = { files: nodeFiles, platform: process.platform, wait: sleep };

/** Milliseconds before each further try when another program holds the file. */
const RETRY_DELAYS_MS = [200, 400, 800] as const;
/** Units of the target's name that its temporary neighbour repeats, so that it is never longer than a name may be. */
const NAME_PART = 40;
/** Units behind that part. */
const TAIL_UNITS = '.0123456789ab.tmp'.length;

interface AtomicFileOptions {
  readonly mode?: number;
  readonly deps?: AtomicFileDeps;
}

type Content = (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>;

/**
 * Writes a file so that it is wholly old or wholly new whatever happens: written beside the target, fsynced, renamed over
 * it, the folder fsynced. A link is followed; an existing file keeps its permissions.
 * @param mode Permissions of a file that did not exist.
 * Throws `MainFailure` (`notFound`, `readOnly`, `diskFull`, `pathTooLong`, `fileBusy`, `nameNotAllowed`); the old file is
 * then untouched and nothing is left beside it.
 */
export const writeFileAtomically = (
  path: string,
  bytes: Uint8Array,
  options: AtomicFileOptions = {},
): Promise<void> => fillFileAtomically(path, (write) => write(bytes), options);

/**
 * As {@link writeFileAtomically}, for content that comes in pieces.
 * @param content Gives the pieces in their order. What it throws is thrown again, and the old file is untouched.
 */
export async function fillFileAtomically(
  path: string,
  content: Content,
  { mode = 0o666, deps = nodeFileDeps }: AtomicFileOptions = {},
): Promise<void> {
  if (isReservedName(basename(path)))
    throw new MainFailure('nameNotAllowed', { fileName: basename(path), folder: dirname(path) });
  try {
    const target = await existing(path, deps.files);
    await replace(target?.path ?? path, content, target?.mode ?? mode, deps);
  } catch (error) {
    throw explain(error, path);
  }
}

/** The file a path leads to, with its permissions; null when there is none yet. */
async function existing(path: string, files: FilePort): Promise<{ path: string; mode: number } | null> {
  let real: string;
  try {
    real = await files.realpath(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
  await files.checkWritable(real);
  return { path: real, mode: await files.mode(real) };
}

async function replace(path: string, content: Content, mode: number, deps: AtomicFileDeps): Promise<void> {
  const { files } = deps;
  const beside = join(dirname(path), temporaryName(basename(path)));
  const handle = await files.open(beside, 'wx', mode);
  try {
    try {
      await content((bytes) => handle.writeFile(bytes));
      await fault('file.written');
      await handle.sync();
      await fault('file.synced');
    } finally {
      await handle.close();
    }
    await renameOver(beside, path, deps);
  } catch (error) {
    await files.unlink(beside).catch(() => undefined);
    throw error;
  }
  await fault('file.renamed');
  await syncFolder(dirname(path), deps);
  await fault('file.named');
}

const temporaryName = (name: string): string =>
  `.${Array.from(name).slice(0, NAME_PART).join('')}.${randomBytes(6).toString('hex')}.tmp`;

/** Whether a file is one that was being written beside its target. */
export const isTemporary = (name: string): boolean => /^\..*\.[0-9a-f]{12}\.tmp$/su.test(name);

/** Whether a file is one that was being written beside this target. */
export const isTemporaryOf = (target: string, name: string): boolean =>
  isTemporary(name) && name.slice(0, -TAIL_UNITS) === temporaryName(target).slice(0, -TAIL_UNITS);

/** Renames; waits for a program that holds the target (virus scanner, indexer, viewer), and says so when it does not let go. */
async function renameOver(from: string, to: string, deps: AtomicFileDeps): Promise<void> {
  const held = deps.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'];
  for (let attempt = 0; ; attempt += 1) {
    try {
      await deps.files.rename(from, to);
      return;
    } catch (error) {
      if (!held.includes(systemErrorCode(error) ?? '')) throw error;
      const delay = RETRY_DELAYS_MS[attempt];
      if (delay === undefined)
        throw new MainFailure('fileBusy', { fileName: basename(to), folder: dirname(to) });
      await deps.wait(delay);
    }
  }
}

/**
 * Makes the names in a folder survive a power cut. Windows does it by itself; some network file systems cannot, and say so.
 */
export async function syncFolder(
  folder: string,
  { files, platform }: AtomicFileDeps = nodeFileDeps,
): Promise<void> {
  if (platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'].includes(systemErrorCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

function explain(error: unknown, path: string): unknown {
  const code = systemErrorCode(error) ?? '';
  // What Windows answers to a name it does not take, and every system to a name that is a folder's.
  if (code === 'EINVAL' || code === 'EISDIR')
    return new MainFailure('nameNotAllowed', { fileName: basename(path), folder: dirname(path) });
  return asFailure(error, path);
}
