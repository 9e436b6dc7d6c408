import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '#main/lib/atomic-file.ts';
import { keyringOf, keyringText, type KeyringFile } from '#shared/formats/keyring-file.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import type { KeyringService } from '#main/services/keyring/keyring.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';

/** What lies beside the backups in a chosen folder, so that the folder is all that is needed to restore. */
export interface Companions {
  /** The keyring as it is now. Always replaced, never kept in versions: a destroyed key must be gone here too. */
  readonly keyring: KeyringFile | null;
  /** How it is to lie where there is one already. */
  readonly forPlace: KeyringService['forPlace'];
  /** The header as it is now: today's passphrase and words. */
  readonly header: string;
  /** The program that recovers the data without the app. */
  readonly script: string;
  readonly readMe: { readonly name: string; readonly text: string };
}

export const KEYRING_NAME = 'keyring.json';
export const HEADER_NAME = 'header.json';
export const ATTACHMENTS_NAME = 'attachments';
const SCRIPT_NAME = 'recover.mjs';

/** Puts the companions into a folder, replacing those that are there. */
export async function writeCompanions(folder: string, companions: Companions): Promise<void> {
  if (companions.keyring !== null) {
    const path = join(folder, KEYRING_NAME);
    const text = await readIfThere(path).catch(() => null);
    const there = text === null ? null : keyringOf(parseJson(text));
    await writeDurably(path, keyringText(companions.forPlace(companions.keyring, there)));
  }
  await writeDurably(join(folder, HEADER_NAME), companions.header);
  await writeDurably(join(folder, SCRIPT_NAME), companions.script);
  await writeDurably(join(folder, companions.readMe.name), companions.readMe.text);
}

const CHUNK = /^[0-9a-f]{64}$/;

/** Names of all chunks in a folder of attachments, sorted; none when there is no such folder. */
export async function chunkNames(attachments: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const shelf of await namesIn(attachments)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    names.push(...(await namesIn(join(attachments, shelf))).filter((name) => CHUNK.test(name)));
  }
  return names.toSorted();
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return [];
    throw error;
  }
}

const pathOf = (attachments: string, name: string): string => join(attachments, name.slice(0, 2), name);

/**
 * Copies the chunks that a folder of attachments lacks. A copy is read back before it gets its name. Chunks never change,
 * so one of the right name and size is there already.
 * @param onEach Told each name before it is looked at; what it throws ends the copying.
 * @returns How many were copied.
 */
export async function copyChunks(
  from: string,
  to: string,
  names: readonly string[],
  onEach?: (name: string) => void,
): Promise<number> {
  let copied = 0;
  const shelves = new Set<string>();
  for (const name of names) {
    onEach?.(name);
    const [source, target] = [pathOf(from, name), pathOf(to, name)];
    if ((await sizeOf(target)) === (await stat(source)).size) continue;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyProven(source, target);
    shelves.add(dirname(target));
    copied += 1;
  }
  for (const shelf of shelves) await syncFolder(shelf);
  if (shelves.size > 0) await syncFolder(to);
  return copied;
}

/** Copies a file beside its target, reads it back, renames it. The folder is left for the caller to sync. */
export async function copyProven(source: string, target: string): Promise<void> {
  const beside = `${target}.part`;
  await rm(beside, { force: true });
  await copyFile(source, beside, constants.COPYFILE_EXCL);
  const copy = await open(beside, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
  if ((await hashOf(source)) !== (await hashOf(beside))) {
    await rm(beside, { force: true });
    throw new Error('A copy differs from its original');
  }
  await rename(beside, target);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
