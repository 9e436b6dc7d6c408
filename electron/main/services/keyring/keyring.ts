import { createHash } from 'node:crypto';
import type { FileId } from '#shared/domain/ids.ts';
import type { KeyringFile } from '#shared/formats/keyring-file.ts';
import type { KeyringEntry } from '#shared/ipc/contract.ts';
import { fromHex, toHex } from '#shared/lib/bytes.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';
import { KeyringFolder, type KeyringOwner } from './keyring-folder.ts';

export type { KeyringOwner } from './keyring-folder.ts';

/** Whether a place that holds a copy of the keyring has the new one. */
export interface Mirrored {
  /** As the user knows it: a folder. */
  readonly place: string;
  readonly reached: boolean;
}

/** Why the keyring changed. Copies beside backups must follow at once when keys were destroyed or wrapped anew. */
export type KeyringChange = 'added' | 'erased' | 'rotated';

/** Brings the copies of the keyring up to date. Answers for every place there is; does not throw. */
export type KeyringMirror = (file: KeyringFile, change: KeyringChange) => Promise<readonly Mirrored[]>;

/** A client file that is to be erased, with what the vault leaves as a proof of it. */
export interface Erased {
  readonly fileId: FileId;
  readonly mac: string;
}

/** What became of a key that was destroyed. */
export interface ErasedKey {
  /** SHA-256 of the wrapped key, hexadecimal. */
  readonly fingerprint: string;
  /** Those of the other files. */
  readonly more: readonly string[];
  readonly places: readonly Mirrored[];
}

/** The keys of the client files, and the files of which it says that they were erased. */
interface LoadedKeyring {
  readonly entries: KeyringEntry[];
  readonly erased: { readonly fileId: FileId; readonly mac: string | null }[];
  /** Damage was found on the disk, and mended from the other copy. */
  readonly mended: boolean;
}

/** The wrapped keys of client files, kept apart from records, journal and backups. */
export interface KeyringService {
  /**
   * Every key of the vault, and which ones were destroyed. A damaged keyring is set aside and its copy is used;
   * a rotation that was cut off after the header told of it is carried to its end.
   * Throws `vaultDamaged` when nothing can be read, `vaultNewer` when a newer app wrote it, `headerAltered` when the
   * header is older than the keyring.
   */
  load(owner: KeyringOwner): Promise<LoadedKeyring>;
  /** Adds keys, or replaces those of the same client files; on the disk when it answers. */
  put(owner: KeyringOwner, entries: readonly KeyringEntry[]): Promise<void>;
  /**
   * Destroys the key of a client file in every copy on this machine, then in those that can be reached elsewhere. Asked
   * again, it finishes what was left. Throws `notFound` when there never was such a key.
   * @param file `mac` shows later that the vault has erased it.
   * @param also Files that went into it, whose keys are destroyed in the same step; those that are not there are none.
   */
  erase(owner: KeyringOwner, file: Erased, also?: readonly Erased[]): Promise<ErasedKey>;
  /**
   * Takes note which erasures are the vault's own: main has no key to tell. What else the keyring says of erasures is
   * dropped; keys of files that were erased, which a restore has brought from an older copy, are destroyed.
   */
  confirm(owner: KeyringOwner, erased: readonly FileId[]): Promise<void>;
  /** A keyring as it is to lie somewhere else: without keys of erased files, with keys that only the other place has. */
  forPlace(file: KeyringFile, there: KeyringFile | null): KeyringFile;
  /** Lays a keyring wrapped by the vault key of the next epoch beside the one in use. Counts once the header says so. */
  stage(next: KeyringOwner, entries: readonly KeyringEntry[]): Promise<void>;
  /** Whether a whole keyring of that epoch is there, staged. */
  isStaged(next: KeyringOwner): Promise<boolean>;
  /** Puts the staged keyring in the place of the old one, which is destroyed. Both copies of the header must say so. */
  settle(owner: KeyringOwner): Promise<readonly Mirrored[]>;
  /** The files are other ones now, as after a restore: they are read again when they are needed. */
  forget(): void;
  /** Whoever opened the vault was told of what was mended. */
  noteTold(): void;
  /** Mirrors every change. Returns the function that ends it. */
  onChange(mirror: KeyringMirror): () => void;
}

interface KeyringDeps {
  readonly folder: string;
  readonly log: Log;
  readonly clock?: Clock;
}

class Keyring {
  readonly #files: KeyringFolder;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly mirrors = new Set<KeyringMirror>();
  #known: KeyringFile | null = null;
  /** Client files that the vault itself has erased, as far as the renderer has said so. */
  readonly #proven = new Set<FileId>();
  #mended = false;

  constructor({ folder, log, clock = systemClock }: KeyringDeps) {
    this.#files = new KeyringFolder(folder, log);
    this.#log = log;
    this.#clock = clock;
  }

  async load(owner: KeyringOwner): Promise<LoadedKeyring> {
    const { entries, erased } = await this.#current(owner);
    this.#mended = this.#files.takeMended() || this.#mended;
    return {
      mended: this.#mended,
      entries: entries.map(({ fileId, wrapped }) => ({
        fileId,
        wrapped: fromHex(wrapped) as Uint8Array<ArrayBuffer>,
      })),
      erased: erased.map(({ fileId, mac = null }) => ({ fileId, mac })),
    };
  }

  async put(owner: KeyringOwner, entries: readonly KeyringEntry[]): Promise<void> {
    const before = await this.#current(owner);
    if (entries.some(({ fileId }) => before.erased.some((gone) => gone.fileId === fileId))) {
      throw new MainFailure('refused'); // What was erased never comes back under its name.
    }
    const merged = new Map(before.entries.map((entry) => [entry.fileId, entry]));
    for (const { fileId, wrapped } of entries) merged.set(fileId, { fileId, wrapped: toHex(wrapped) });
    const next: KeyringFile = { ...before, entries: [...merged.values()] };
    await this.#files.add(next);
    this.#known = next;
    void this.#mirrored(next, 'added');
  }

  async erase(owner: KeyringOwner, file: Erased, also: readonly Erased[] = []): Promise<ErasedKey> {
    const before = await this.#current(owner);
    const { folder } = this.#files;
    const known = [file, ...also].flatMap(({ fileId, mac }) => {
      const held = before.entries.find((entry) => entry.fileId === fileId);
      const done = before.erased.find((gone) => gone.fileId === fileId);
      if (held === undefined && done === undefined) return [];
      const fingerprint = done?.fingerprint ?? fingerprintOf(held?.wrapped ?? '');
      return [done ?? { fileId, at: this.#clock.now(), fingerprint, mac }];
    });
    const [first, ...more] = known.map(({ fingerprint }) => fingerprint);
    if (first === undefined || known[0]?.fileId !== file.fileId)
      throw new MainFailure('notFound', { fileName: '', folder });
    const gone = new Set(known.map(({ fileId }) => fileId));
    const next: KeyringFile = {
      ...before,
      entries: before.entries.filter(({ fileId }) => !gone.has(fileId)),
      erased: [...before.erased.filter(({ fileId }) => !gone.has(fileId)), ...known],
    };
    await this.#files.takeOut(next);
    this.#known = next;
    for (const fileId of gone) this.#proven.add(fileId);
    // What is left of them in other files goes now, or at the next opening.
    let cleared = true;
    for (const fileId of gone) cleared = (await this.#files.clear(next, fileId)) && cleared;
    const here = cleared ? [] : [{ place: folder, reached: false }];
    return { fingerprint: first, more, places: [...here, ...(await this.#mirrored(next, 'erased'))] };
  }

  async confirm(owner: KeyringOwner, erased: readonly FileId[]): Promise<void> {
    this.#proven.clear();
    for (const fileId of erased) this.#proven.add(fileId);
    const before = await this.#current(owner);
    const next = this.#withoutErased({
      ...before,
      erased: before.erased.filter(({ fileId }) => this.#proven.has(fileId)),
    });
    const gone = before.entries.filter(({ fileId }) => this.#proven.has(fileId));
    if (gone.length === 0 && next.erased.length === before.erased.length) return;
    this.#known = next;
    try {
      await this.#files.takeOut(next);
      for (const { fileId } of gone) await this.#files.clear(next, fileId);
    } catch (error) {
      this.#log.error('The keyring still says what it should not', error);
    }
  }

  forPlace(file: KeyringFile, there: KeyringFile | null): KeyringFile {
    const same = there?.vaultId === file.vaultId && there.epoch === file.epoch;
    const known = new Set(file.entries.map(({ fileId }) => fileId));
    // Whoever took a key out here must not reach the copies by it.
    const more = same ? there.entries.filter(({ fileId }) => !known.has(fileId)) : [];
    return this.#withoutErased({
      ...file,
      entries: [...file.entries, ...more],
      erased: file.erased.filter(({ fileId }) => this.#proven.has(fileId)),
    });
  }

  #withoutErased(file: KeyringFile): KeyringFile {
    return { ...file, entries: file.entries.filter(({ fileId }) => !this.#proven.has(fileId)) };
  }

  async stage(next: KeyringOwner, entries: readonly KeyringEntry[]): Promise<void> {
    const before = await this.#current({ vaultId: next.vaultId, epoch: next.epoch - 1 });
    const given = new Map(entries.map(({ fileId, wrapped }) => [fileId, toHex(wrapped)]));
    // A key that is not carried over would be lost with the old vault key.
    const complete =
      given.size === before.entries.length && before.entries.every(({ fileId }) => given.has(fileId));
    if (!complete) throw new MainFailure('refused');
    const wrapped = before.entries.map(({ fileId }) => ({ fileId, wrapped: given.get(fileId) ?? '' }));
    await this.#files.stage({ ...before, epoch: next.epoch, entries: wrapped });
  }

  isStaged(next: KeyringOwner): Promise<boolean> {
    return this.#files.isStaged(next);
  }

  forget(): void {
    this.#known = null;
  }

  noteTold(): void {
    this.#mended = false;
  }

  async settle(owner: KeyringOwner): Promise<readonly Mirrored[]> {
    this.#known = null;
    return this.#mirrored(await this.#current(owner), 'rotated');
  }

  async #current({ vaultId, epoch }: KeyringOwner): Promise<KeyringFile> {
    if (this.#known?.vaultId === vaultId && this.#known.epoch === epoch) return this.#known;
    this.#known = (await this.#files.read({ vaultId, epoch })) ?? {
      vaultId,
      epoch,
      entries: [],
      erased: [],
    };
    return this.#known;
  }

  async #mirrored(file: KeyringFile, change: KeyringChange): Promise<readonly Mirrored[]> {
    try {
      return (await Promise.all([...this.mirrors].map((mirror) => mirror(file, change)))).flat();
    } catch (error) {
      this.#log.error('Keyring not mirrored', error);
      return [];
    }
  }
}

const fingerprintOf = (wrapped: string): string =>
  createHash('sha256').update(fromHex(wrapped)).digest('hex');

/** Keeps the keyring in a folder of its own, twice. */
export function createKeyring(deps: KeyringDeps): KeyringService {
  const keyring = new Keyring(deps);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    load: (owner) => inTurn(() => keyring.load(owner)),
    put: (owner, entries) => inTurn(() => keyring.put(owner, entries)),
    erase: (owner, file, also) => inTurn(() => keyring.erase(owner, file, also)),
    confirm: (owner, erased) => inTurn(() => keyring.confirm(owner, erased)),
    forPlace: (file, there) => keyring.forPlace(file, there),
    stage: (next, entries) => inTurn(() => keyring.stage(next, entries)),
    isStaged: (next) => inTurn(() => keyring.isStaged(next)),
    settle: (owner) => inTurn(() => keyring.settle(owner)),
    forget: () => keyring.forget(),
    noteTold: () => keyring.noteTold(),
    onChange(mirror) {
      keyring.mirrors.add(mirror);
      return () => keyring.mirrors.delete(mirror);
    },
  };
}
