import { join } from 'node:path';
import { z } from 'zod';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';

/**
 * The version of everything in the data folder together. Raised when an older app would misread or spoil what this one
 * writes, in whichever file: it is the first thing that is looked at.
 */
export const DATA_VERSION = 1;

const FILE = 'version.json';
const schema = z.object({ data: z.number().int().positive() });

/** The version that a data folder was last used with; null in a new one, or when it cannot be told. */
async function versionIn(folder: string): Promise<number | null> {
  const text = await readIfThere(join(folder, FILE));
  const parsed = schema.safeParse(parseJson(text ?? ''));
  return parsed.success ? parsed.data.data : null;
}

/** The version of a newer app that used this data folder; null when there is none. Nothing is touched. */
export async function newerVersion(folder: string): Promise<number | null> {
  const found = await versionIn(folder);
  return found !== null && found > DATA_VERSION ? found : null;
}

/** Notes that this version uses the data folder now. */
export async function noteVersion(folder: string): Promise<void> {
  if ((await versionIn(folder)) === DATA_VERSION) return;
  await writeDurably(join(folder, FILE), JSON.stringify({ data: DATA_VERSION }));
}
