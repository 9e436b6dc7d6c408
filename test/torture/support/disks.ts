import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Places that are mounted and not yet let go. */
const mounted = new Set<string>();

/** However this process ends, it leaves nothing mounted. */
process.on('exit', () => {
  for (const place of mounted) spawnSync('umount', ['--lazy', place]);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** Why no disk can be made here; null when one can. */
export function cannotMount(): string | null {
  if (process.platform !== 'linux') return 'only Linux has such disks';
  if (process.getuid?.() !== 0) return 'only root may make disks';
  const probe = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return probe.status === 0 ? null : 'this machine lets nobody mount';
}

/** Why no disk with a file system of its own can be made here; null when one can. */
export function cannotLoop(): string | null {
  const reason = cannotMount();
  if (reason !== null) return reason;
  if (spawnSync('mkfs.ext4', ['-V']).error !== undefined) return 'mkfs.ext4 is missing';
  return spawnSync('losetup', ['--find']).status === 0 ? null : 'there are no loop devices';
}

function mount(place: string, ...options: readonly string[]): void {
  mkdirSync(place, { recursive: true });
  execFileSync('mount', [...options, place]);
  mounted.add(place);
}

/** Lets go of a mounted place. */
export function unmount(place: string): void {
  if (!mounted.delete(place)) return;
  if (spawnSync('umount', [place]).status !== 0) execFileSync('umount', ['--lazy', place]);
}

/** Mounts a disk in memory of so many MiB. */
export const mountTmpfs = (place: string, mebibytes: number): void =>
  mount(place, '-t', 'tmpfs', '-o', `size=${String(mebibytes)}m`, 'tmpfs');

/** Mounts the disk in an image file. */
export const mountImage = (place: string, image: string): void => mount(place, '-o', 'loop', image);

/** Makes an image file with an empty ext4 of so many MiB in it. */
export function makeImage(image: string, mebibytes: number): void {
  execFileSync('truncate', ['-s', `${String(mebibytes)}M`, image]);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
}

/**
 * What would be on the disk if the power went now: a copy of the image file, in which nothing is of what still waits in
 * the memory of the file system above it.
 */
export const copyImage = (from: string, to: string): void =>
  void execFileSync('cp', ['--sparse=always', from, to]);

/** A place for a disk image and what is mounted of it. */
export interface CutDisk {
  readonly image: string;
  readonly place: string;
}

/** Makes and mounts an empty disk inside a folder. */
export function makeCutDisk(inside: string, name: string, mebibytes: number): CutDisk {
  const disk = { image: join(inside, `${name}.img`), place: join(inside, name) };
  makeImage(disk.image, mebibytes);
  mountImage(disk.place, disk.image);
  return disk;
}

/** Mounts what a cut leaves of a disk while `look` looks at it. */
export async function afterPowerCut(disk: CutDisk, look: (place: string) => Promise<void>): Promise<void> {
  const cut = { image: `${disk.image}.cut`, place: `${disk.place}.cut` };
  copyImage(disk.image, cut.image);
  mountImage(cut.place, cut.image);
  try {
    await look(cut.place);
  } finally {
    unmount(cut.place);
    rmSync(cut.image, { force: true });
  }
}

/** Lets go of a disk and removes it. */
export function dropDisk({ image, place }: CutDisk): void {
  unmount(place);
  rmSync(image, { force: true });
}

/** Fills a disk with ballast until so many KiB are left. */
export function fillDisk(place: string, ballast: string, leftKiB: number): void {
  const { bavail, bsize } = statfsSync(place);
  let left = bavail * bsize - leftKiB * 1024;
  const block = new Uint8Array(1024 * 1024);
  const file = openSync(ballast, 'w');
  try {
    while (left > 0) left -= writeSync(file, block, 0, Math.min(left, block.length));
  } catch (error) {
    // Somebody else has taken the last of it.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}
