import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, realpath, unlink } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AttachmentContent } from '#shared/formats/attachment-chunks.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import { MOST_SCANS, type Scan, type Scans as ScansStatus } from '#shared/ipc/contract/scans.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Attachments } from '#main/services/attachments/attachments.ts';
import type { ScanMemory } from './scan-memory.ts';

/** Between two looks at the folder, milliseconds. A file is offered when two looks in turn found it the same. */
export const LOOK_MS = 2000;

/** Names that programs give to what they are still writing, or keep for themselves. */
const UNFINISHED = /^[.~]|\.(tmp|temp|part|partial|crdownload|filepart|lock|lck)$/i;

type Keys = RequestOf<'scans.start'>['keys'];

export interface ScansDeps {
  readonly memory: ScanMemory;
  readonly attachments: Pick<Attachments, 'startPath' | 'verify'>;
  /** Asks the user for a folder. Null when they changed their mind. */
  readonly chooseFolder: () => Promise<string | null>;
  /** The app's own data, which is no place for scans. */
  readonly userData: string;
  /** Whether the vault is open: nothing is looked at while it is not. */
  readonly isUnlocked: () => boolean;
  readonly onChange: (status: ScansStatus) => void;
}

interface Found extends Scan {
  readonly path: string;
  /** What a file is known by once it was seen to: another file of its name is another. */
  readonly mark: string;
}

const markOf = (name: string, size: number, changedAt: number): string =>
  createHash('sha256')
    .update(`${name}\n${String(size)}\n${String(changedAt)}`)
    .digest('hex')
    .slice(0, 32);

const within = (outer: string, inner: string): boolean =>
  resolve(inner) === resolve(outer) || resolve(inner).startsWith(resolve(outer) + sep);

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The folder that a scanner writes to: what is new and finished in it is offered, and put into the vault when asked. */
export class Scans {
  readonly #deps: ScansDeps;
  /** What the last look found, by name. */
  #before: ReadonlyMap<string, string> = new Map();
  #offered: readonly Found[] = [];
  #there = true;
  #told = '';
  #looking: Promise<void> = Promise.resolve();

  constructor(deps: ScansDeps) {
    this.#deps = deps;
  }

  status(): ScansStatus {
    const { folder } = this.#deps.memory.read();
    const scans = this.#offered.map(({ scanId, name, size, changedAt }) => ({
      scanId,
      name,
      size,
      changedAt,
    }));
    return { folder, there: this.#there, scans };
  }

  /** Looks at the folder, and tells when something is new. One look at a time. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look()).catch(() => undefined);
    return this.#looking;
  }

  async choose(): Promise<ResponseOf<'scans.choose'>> {
    const folder = await this.#deps.chooseFolder();
    if (folder === null) return { outcome: 'cancelled' };
    const real = await realpath(folder);
    const own = await realpath(this.#deps.userData);
    if (within(own, real) || within(real, own)) return { outcome: 'inside' };
    await this.#deps.memory.write({ folder: real, seen: [] });
    this.#forgetFound();
    await this.look();
    return { outcome: 'chosen' };
  }

  async forget(): Promise<void> {
    await this.#deps.memory.write({ folder: null, seen: [] });
    this.#forgetFound();
    this.#tell();
  }

  /** These are not offered any more. */
  async leave(ids: readonly string[]): Promise<void> {
    const left = this.#offered.filter(({ scanId }) => ids.includes(scanId));
    await this.#see(left);
  }

  /** Starts to import a scan. Throws `sourceUnreadable` when it is gone, or is no plain file of the folder any more. */
  async start({ scanId, keys }: RequestOf<'scans.start'>): Promise<ResponseOf<'scans.start'>> {
    const found = this.#found(scanId);
    await this.#requireOwn(found);
    return this.#deps.attachments.startPath(keys, found.path);
  }

  /**
   * A scan is a document now. Its file is removed when that is wanted, and only when the vault gives the content back whole
   * and the file still is the same. Throws `attachmentDamaged`, `sourceChanged`, `fileBusy`; then the file stays.
   */
  async finish({
    scanId,
    keys,
    content,
    remove,
  }: RequestOf<'scans.finish'>): Promise<ResponseOf<'scans.finish'>> {
    const found = this.#found(scanId);
    await this.#see([found]);
    if (remove) await this.#remove(found, keys, content);
    return { removed: remove };
  }

  async #remove(found: Found, keys: Keys, content: AttachmentContent): Promise<void> {
    const { name, path } = found;
    await this.#deps.attachments.verify(keys, name, content);
    await this.#requireOwn(found);
    const hash = await hashOf(path).catch(() => null);
    if (hash !== content.sha256) throw new MainFailure('sourceChanged', { fileName: name });
    await unlink(path).catch(() => {
      throw new MainFailure('fileBusy', { fileName: name });
    });
  }

  #found(scanId: string): Found {
    const found = this.#offered.find((one) => one.scanId === scanId);
    if (!found) throw new MainFailure('sourceUnreadable', { fileName: '' });
    return found;
  }

  /** Only a plain file that lies in the folder itself: no link leads anywhere else. */
  async #requireOwn({ name, path }: Found): Promise<void> {
    const { folder } = this.#deps.memory.read();
    const real = await realpath(path).catch(() => null);
    if (folder === null || real !== join(folder, name))
      throw new MainFailure('sourceUnreadable', { fileName: name });
  }

  async #see(found: readonly Found[]): Promise<void> {
    const { folder, seen } = this.#deps.memory.read();
    const marks = found.map(({ mark }) => mark);
    await this.#deps.memory.write({ folder, seen: [...new Set([...seen, ...marks])] });
    this.#offered = this.#offered.filter(({ mark }) => !marks.includes(mark));
    this.#tell();
  }

  #forgetFound(): void {
    [this.#before, this.#offered, this.#there] = [new Map(), [], true];
  }

  async #look(): Promise<void> {
    const { folder, seen } = this.#deps.memory.read();
    if (folder === null || !this.#deps.isUnlocked()) return;
    const now = await this.#list(folder);
    this.#there = now !== null;
    if (now !== null) {
      const known = new Map(this.#offered.map((one) => [one.mark, one]));
      const fresh = now.filter(({ name, mark }) => this.#before.get(name) === mark && !seen.includes(mark));
      this.#offered = fresh.slice(0, MOST_SCANS).map((one) => known.get(one.mark) ?? one);
      this.#before = new Map(now.map(({ name, mark }) => [name, mark]));
      await this.#prune(now);
    } else [this.#before, this.#offered] = [new Map(), []];
    this.#tell();
  }

  /** What lies in the folder, the oldest first; null when it cannot be read. */
  async #list(folder: string): Promise<readonly Found[] | null> {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name));
      const found = await Promise.all(
        names.map(async ({ name }): Promise<readonly Found[]> => {
          const path = join(folder, name);
          const state = await lstat(path).catch(() => null);
          if (!state?.isFile() || state.size === 0) return [];
          const { size } = state;
          const changedAt = Math.max(0, Math.floor(state.mtimeMs));
          return [{ scanId: randomUUID(), name, path, size, changedAt, mark: markOf(name, size, changedAt) }];
        }),
      );
      return found.flat().toSorted((one, other) => one.changedAt - other.changedAt);
    } catch {
      return null;
    }
  }

  /** Forgets files that were seen to and are gone. */
  async #prune(now: readonly Found[]): Promise<void> {
    const { folder, seen } = this.#deps.memory.read();
    const there = new Set(now.map(({ mark }) => mark));
    const kept = seen.filter((mark) => there.has(mark));
    if (kept.length !== seen.length) await this.#deps.memory.write({ folder, seen: kept });
  }

  #tell(): void {
    const status = this.status();
    const told = JSON.stringify(status);
    if (told === this.#told) return;
    this.#told = told;
    this.#deps.onChange(status);
  }
}
