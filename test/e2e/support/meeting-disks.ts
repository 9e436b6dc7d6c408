import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders on disks that refuse; null where this machine lets no spec make such a disk. */
export interface Disks {
  readonly readOnly: string | null;
  readonly full: string | null;
  readonly release: () => void;
}

/** What a disk that is full for a document of some pages still takes. */
const TINY = '16k';

const isRoot = process.getuid?.() === 0;

/** A small disk of its own; only root on Linux may make one. */
function mount(folder: string, options: string): boolean {
  if (process.platform !== 'linux' || !isRoot) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Makes the folders inside an existing one. */
export function makeDisks(inside: string): Disks {
  const [readOnly, full] = [join(inside, 'read-only'), join(inside, 'full')];
  for (const folder of [readOnly, full]) mkdirSync(folder);
  const mounted = [
    ...(mount(readOnly, 'ro') ? [readOnly] : []),
    ...(mount(full, `size=${TINY}`) ? [full] : []),
  ];
  // Root may write wherever permissions say no; Windows has no such folders.
  const byMode = !mounted.includes(readOnly) && !isRoot && process.platform !== 'win32';
  if (byMode) chmodSync(readOnly, 0o555);
  return {
    readOnly: mounted.includes(readOnly) || byMode ? readOnly : null,
    full: mounted.includes(full) ? full : null,
    release: () => {
      for (const folder of mounted) execFileSync('umount', ['--lazy', folder]);
      if (byMode) chmodSync(readOnly, 0o755);
    },
  };
}
