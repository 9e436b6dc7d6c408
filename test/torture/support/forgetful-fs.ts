import { basename, dirname } from 'node:path';
import type { JournalFile, JournalFs } from '#main/services/journal/journal-fs.ts';
import type { Random } from './random.ts';

/** The least that a disk writes whole. */
const SECTOR = 512;

type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly length: number };

/** A file: what the program sees, what the disk is sure to have, and what lies between. */
interface Inode {
  seen: Uint8Array;
  durable: Uint8Array;
  pending: Pending[];
}

type NameChange =
  | { readonly kind: 'link'; readonly name: string; readonly inode: Inode }
  | { readonly kind: 'rename'; readonly name: string; readonly from: string; readonly inode: Inode }
  | { readonly kind: 'unlink'; readonly name: string };

/** The names of a folder: as the program sees them, as the disk has them, and what lies between. */
interface Folder {
  seen: Map<string, Inode>;
  durable: Map<string, Inode>;
  pending: NameChange[];
}

/** The power is gone: nothing that was asked for from now on happens. */
export class PowerCut extends Error {}

const resized = (bytes: Uint8Array, length: number): Uint8Array => {
  const next = new Uint8Array(length);
  next.set(bytes.subarray(0, length));
  return next;
};

function written(bytes: Uint8Array, at: number, added: Uint8Array): Uint8Array {
  const next = resized(bytes, Math.max(bytes.length, at + added.length));
  next.set(added, at);
  return next;
}

const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

/**
 * A disk in memory that forgets what was not synced when its power is cut: any part of the writes since the last sync
 * may be there, in any order, torn at sectors; any first part of the changes of names since the folder was synced.
 */
export class ForgetfulFs implements JournalFs {
  readonly #folders = new Map<string, Folder>();
  #stepsLeft = Number.POSITIVE_INFINITY;
  #cut = false;
  /** Steps asked for since the disk was made. */
  steps = 0;

  /** The power goes after so many more steps. */
  cutAfter(steps: number): void {
    this.#stepsLeft = steps;
  }

  /** What is left when the power comes back. */
  afterCut(random: Random): ForgetfulFs {
    const next = new ForgetfulFs();
    const survivors = new Map<Inode, Inode>();
    for (const [path, folder] of this.#folders) {
      const names = new Map(folder.durable);
      const kept = folder.pending.slice(0, random.below(folder.pending.length + 1));
      for (const change of kept) {
        if (change.kind === 'unlink') names.delete(change.name);
        else names.set(change.name, change.inode);
        if (change.kind === 'rename') names.delete(change.from);
      }
      const seen = new Map(
        [...names].map(([name, inode]) => {
          const bytes = survivors.get(inode)?.durable ?? afterCut(inode, random);
          const survivor = survivors.get(inode) ?? { seen: bytes, durable: bytes, pending: [] };
          survivors.set(inode, survivor);
          return [name, survivor] as const;
        }),
      );
      next.#folders.set(path, { seen, durable: new Map(seen), pending: [] });
    }
    return next;
  }

  async makeFolder(path: string): Promise<void> {
    await this.#step();
    // The folder itself is made durable by whoever founds a vault, before the journal is opened.
    if (!this.#folders.has(path))
      this.#folders.set(path, { seen: new Map(), durable: new Map(), pending: [] });
  }

  async list(path: string): Promise<readonly string[]> {
    await this.#step();
    return [...this.#folder(path).seen.keys()].toSorted();
  }

  async readWhole(path: string): Promise<Uint8Array> {
    await this.#step();
    return this.#inode(path).seen.slice();
  }

  async open(path: string, mode: 'read' | 'change' | 'create'): Promise<JournalFile> {
    await this.#step();
    const folder = this.#folder(dirname(path));
    let inode = folder.seen.get(basename(path));
    if (inode === undefined) {
      if (mode !== 'create') throw missing(path);
      inode = { seen: new Uint8Array(), durable: new Uint8Array(), pending: [] };
      folder.seen.set(basename(path), inode);
      folder.pending.push({ kind: 'link', name: basename(path), inode });
    } else if (mode === 'create') {
      truncate(inode, 0);
    }
    return this.#file(inode);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step();
    const inode = this.#inode(from);
    const folder = this.#folder(dirname(from));
    folder.seen.delete(basename(from));
    folder.seen.set(basename(to), inode);
    folder.pending.push({ kind: 'rename', name: basename(to), from: basename(from), inode });
  }

  async remove(path: string): Promise<void> {
    await this.#step();
    const folder = this.#folder(dirname(path));
    if (!folder.seen.delete(basename(path))) throw missing(path);
    folder.pending.push({ kind: 'unlink', name: basename(path) });
  }

  async syncFolder(path: string): Promise<void> {
    await this.#step();
    const folder = this.#folder(path);
    folder.durable = new Map(folder.seen);
    folder.pending = [];
  }

  /** Bytes of a file as the program sees them; for tests that damage it. */
  peek(path: string): Uint8Array {
    return this.#inode(path).seen;
  }

  /** Puts a file there, durably; for tests that damage it. */
  plant(path: string, bytes: Uint8Array): void {
    const folder = this.#folders.get(dirname(path)) ?? {
      seen: new Map<string, Inode>(),
      durable: new Map<string, Inode>(),
      pending: [],
    };
    this.#folders.set(dirname(path), folder);
    const inode: Inode = { seen: bytes, durable: bytes, pending: [] };
    folder.seen.set(basename(path), inode);
    folder.durable.set(basename(path), inode);
  }

  #file(inode: Inode): JournalFile {
    const step = (): Promise<void> => this.#step();
    return {
      async write(bytes, position) {
        await step();
        const own = bytes.slice();
        inode.seen = written(inode.seen, position, own);
        inode.pending.push({ kind: 'write', at: position, bytes: own });
        return bytes.length;
      },
      async read(into, position) {
        await step();
        const part = inode.seen.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      },
      async sync() {
        await step();
        inode.durable = inode.seen.slice();
        inode.pending = [];
      },
      async truncate(length) {
        await step();
        truncate(inode, length);
      },
      close: () => step(),
    };
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path);
    if (folder === undefined) throw missing(path);
    return folder;
  }

  #inode(path: string): Inode {
    const inode = this.#folder(dirname(path)).seen.get(basename(path));
    if (inode === undefined) throw missing(path);
    return inode;
  }

  async #step(): Promise<void> {
    await Promise.resolve();
    this.steps += 1;
    this.#stepsLeft -= 1;
    if (this.#stepsLeft < 0) this.#cut = true;
    if (this.#cut) throw new PowerCut('The power is gone');
  }
}

function truncate(inode: Inode, length: number): void {
  inode.seen = resized(inode.seen, length);
  inode.pending.push({ kind: 'truncate', length });
}

/** What the disk has of a file: of each write since the last sync, any of its sectors, or only its length. */
function afterCut(inode: Inode, random: Random): Uint8Array {
  let bytes = inode.durable;
  // Sometimes all or nothing, which random choices by sector would hardly ever hit.
  const whole = random.below(4);
  const kept = random.below(inode.pending.length + 1);
  for (const [index, change] of inode.pending.entries()) {
    if (whole === 0) break;
    if (whole === 1 && index >= kept) break;
    if (change.kind === 'truncate') {
      if (whole === 1 || random.chance(0.5)) bytes = resized(bytes, change.length);
      continue;
    }
    bytes = whole === 1 ? written(bytes, change.at, change.bytes) : torn(bytes, change, random);
  }
  return bytes;
}

function torn(
  bytes: Uint8Array,
  { at, bytes: added }: Extract<Pending, { kind: 'write' }>,
  random: Random,
): Uint8Array {
  // The length may be on the disk before the data: what was not written reads as zeros.
  const length = random.chance(0.5) ? at + added.length : at + random.below(added.length + 1);
  let next = resized(bytes, Math.max(bytes.length, length));
  for (let start = at - (at % SECTOR); start < at + added.length; start += SECTOR) {
    if (random.chance(0.5)) continue;
    const from = Math.max(start, at);
    const to = Math.min(start + SECTOR, at + added.length, next.length);
    if (to > from) next = written(next, from, added.subarray(from - at, to - at));
  }
  return next;
}
