import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { genesisHash } from '#shared/formats/journal.ts';
import type { ChainHead } from '#shared/formats/journal-scan.ts';
import { fromHex, fromUtf8, toHex, utf8 } from '#shared/lib/bytes.ts';
import { fault } from '#shared/lib/fault.ts';
import { parseJson } from '#main/lib/durable-file.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';
import { type JournalFs, writeAll } from './journal-fs.ts';

/** Where the chain begins in this folder, when frames were dropped from its beginning. */
const FLOOR_FILE = 'floor.json';

const floorSchema = z.object({
  vaultId: z.uuid(),
  seq: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** CRC-32 of all this. */
  check: z.number(),
});

const checkOf = (vaultId: string, seq: number, hash: string): number =>
  crc32(`${vaultId} ${String(seq)} ${hash}`);

/**
 * The end of the chain before the first frame that was left. Without a readable file it is the very beginning, so that
 * what is missing then counts as a gap.
 */
export async function readFloor(fs: JournalFs, folder: string, vaultId: string): Promise<ChainHead> {
  const parsed = floorSchema.safeParse(parseJson(await textOf(fs, join(folder, FLOOR_FILE))));
  const none = { seq: 0, hash: genesisHash() };
  if (!parsed.success) return none;
  const { seq, hash, check } = parsed.data;
  const own = parsed.data.vaultId === vaultId && check === checkOf(vaultId, seq, hash);
  return own ? { seq, hash: fromHex(hash) } : none;
}

async function textOf(fs: JournalFs, path: string): Promise<string> {
  try {
    return fromUtf8(await fs.readWhole(path));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Writes the floor; on the disk when it answers, and wholly old or wholly new whatever happens. */
export async function writeFloor(
  { fs, folder, vaultId }: { readonly fs: JournalFs; readonly folder: string; readonly vaultId: string },
  { seq, hash: bytes }: ChainHead,
): Promise<void> {
  const hash = toHex(bytes);
  const path = join(folder, FLOOR_FILE);
  const beside = `${path}.new`;
  const file = await fs.open(beside, 'create');
  try {
    await writeAll(file, utf8(JSON.stringify({ vaultId, seq, hash, check: checkOf(vaultId, seq, hash) })), 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await fault('journal.floor.beforeRename');
  await fs.rename(beside, path);
  await fs.syncFolder(folder);
  await fault('journal.floor.written');
}
