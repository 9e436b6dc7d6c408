import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import type { Needle } from './needles.ts';

const BLOCK = 256 * 1024;

/** Every process of the groups, with what it is. */
export function processesOf(
  groups: readonly number[],
): readonly { readonly pid: number; readonly name: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // After the name in brackets: state, parent, group.
        const group = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[2]);
        if (!groups.includes(group)) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        const type = command.find((part) => part.startsWith('--type='))?.slice(7);
        const kind = type ?? (command[0]?.includes('chrom') === true ? 'browser' : 'main');
        return [{ pid: Number(name), name: kind }];
      } catch {
        return []; // It has ended.
      }
    });
}

/** Stretches of memory that a process can write to. */
function stretchesOf(pid: number): readonly { readonly from: number; readonly to: number }[] {
  return readFileSync(`/proc/${String(pid)}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      return match
        ? [{ from: Number.parseInt(match[1] ?? '', 16), to: Number.parseInt(match[2] ?? '', 16) }]
        : [];
    });
}

const NOTHING = Buffer.alloc(BLOCK + 1024);

/** What is read of a process; null when it has ended, for then nothing is left of it. */
function unlessEnded<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Where needles stand in the memory of a process: form and surroundings. */
export function findInMemory(
  pid: number,
  needles: readonly Needle[],
): { readonly hits: readonly string[]; readonly bytes: number } {
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const buffer = Buffer.alloc(BLOCK + longest);
  const stretches = unlessEnded(() => stretchesOf(pid));
  const memory = unlessEnded(() => openSync(`/proc/${String(pid)}/mem`, 'r'));
  if (stretches === null || memory === null) return { hits: [], bytes: 0 };
  const hits: string[] = [];
  let total = 0;
  try {
    for (const { from, to } of stretches) {
      for (let at = from; at < to; at += BLOCK) {
        const read = readAt(memory, buffer, at, Math.min(to - at, buffer.length));
        total += Math.min(read, BLOCK);
        const part = buffer.subarray(0, read);
        // Most of what is reserved was never written to.
        if (part.equals(NOTHING.subarray(0, read))) continue;
        for (const { form, bytes } of needles) {
          const found = part.indexOf(bytes);
          if (found !== -1) hits.push(`${form} in «${around(part, found)}»`);
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return { hits, bytes: total };
}

/** The letters around a place, by which one sees whose memory it was. */
const around = (bytes: Buffer, at: number): string =>
  bytes
    .subarray(Math.max(0, at - 200), at + 100)
    .toString('latin1')
    .replaceAll(/[^ -~]+/g, ' ');

function readAt(memory: number, buffer: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch {
    return 0; // Reserved and never used.
  }
}
