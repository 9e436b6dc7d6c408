import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

/** Every plain file under a folder, in the order of their names. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

/** Something done to a file, and how to take it back. */
export interface Damage {
  readonly what: string;
  readonly undo: () => void;
}

const WAYS = ['truncate', 'zero', 'flip', 'garbage', 'delete'] as const;

/** Damages one file in one way. An empty file can only be deleted. */
export function damageFile(file: string, random: Random): Damage {
  const whole = readFileSync(file);
  const undo = (): void => writeFileSync(file, whole);
  const way = whole.length === 0 ? 'delete' : random.pick(WAYS);
  const at = random.below(Math.max(1, whole.length));
  if (way === 'delete') rmSync(file);
  else if (way === 'truncate') truncateSync(file, at);
  else {
    const length = way === 'flip' ? 1 : Math.min(whole.length - at, random.between(1, 4096));
    const part = way === 'zero' ? new Uint8Array(length) : random.bytes(length);
    if (way === 'flip') part[0] = (whole[at] ?? 0) ^ (1 << random.below(8));
    overwrite(file, at, part);
  }
  return {
    what: `${way} at ${String(at)} of ${String(whole.length)} in ${file.split('/').slice(-2).join('/')}`,
    undo,
  };
}

/** Writes bytes over those that stand at a place in a file. */
export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, bytes, 0, bytes.length, at);
  } finally {
    closeSync(handle);
  }
}
