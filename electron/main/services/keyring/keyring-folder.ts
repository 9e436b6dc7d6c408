import { join } from 'node:path';
import type { FileId } from '#shared/domain/ids.ts';
import { keyringText, type KeyringFile } from '#shared/formats/keyring-file.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { fault } from '#shared/lib/fault.ts';
import { setAside } from '#main/lib/durable-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';
import { readGeneration, remove, scrubStrays, writeGeneration, type Generation } from './keyring-files.ts';

/** Whose keyring, wrapped by the vault key of which epoch: what its header says. */
export type KeyringOwner = Pick<VaultHeader, 'vaultId' | 'epoch'>;

const belongs = (owner: KeyringOwner, { vaultId, epoch }: KeyringOwner): boolean =>
  vaultId === owner.vaultId && epoch === owner.epoch;

/** The files of the keyring: it, its copy, and during a rotation the one of the next epoch. */
export class KeyringFolder {
  readonly folder: string;
  readonly #log: Log;
  readonly #newest: string;
  readonly #copy: string;
  readonly #staged: string;
  #mayBeStaged = false;
  #mended = false;

  constructor(folder: string, log: Log) {
    this.folder = folder;
    this.#log = log;
    this.#newest = join(folder, 'keyring.json');
    this.#copy = join(folder, 'keyring.backup.json');
    this.#staged = join(folder, 'keyring.next.json');
  }

  /** Whether damage was found since it was last asked, and mended from the other copy. */
  takeMended(): boolean {
    const mended = this.#mended;
    this.#mended = false;
    return mended;
  }

  /** The keyring that belongs to a header; null when there is none. Throws as `KeyringService.load`. */
  async read(owner: KeyringOwner): Promise<KeyringFile | null> {
    const [first, second, third] = [
      await readGeneration(this.#newest),
      await readGeneration(this.#copy),
      await readGeneration(this.#staged),
    ];
    const leading = first.state === 'whole' ? first : second;
    if (leading.state === 'whole' && leading.file.vaultId !== owner.vaultId) {
      // Keys of a vault that was taken away: whoever brings it back needs them.
      const suffix = `.${leading.file.vaultId}`;
      for (const path of [this.#newest, this.#copy, this.#staged]) await setAside(path, suffix);
      return null;
    }
    const found = await this.#ofOwner(owner, [first, second, third]);
    if (found !== null) await this.#finish(found, second, third);
    return found;
  }

  /** Writes the keyring, then its copy: one of the two is always whole, and afterwards neither is needed alone. */
  async add(next: KeyringFile): Promise<void> {
    await this.#dropStaged();
    await writeGeneration(this.#newest, next);
    await fault('keyring.written');
    await writeGeneration(this.#copy, next);
    await fault('keyring.copied');
  }

  /** Takes a key out of the keyring. From the moment it is written the key counts as destroyed. */
  async takeOut(next: KeyringFile): Promise<void> {
    await this.#dropStaged();
    await writeGeneration(this.#newest, next);
  }

  /** Takes destroyed keys out of all other files of the folder. Answers whether that went well. */
  async clear(file: KeyringFile, fileId: FileId): Promise<boolean> {
    try {
      await fault('keyring.erased.newest');
      await writeGeneration(this.#copy, file);
      await fault('keyring.erased.copy');
      await scrubStrays(this.folder, [this.#newest, this.#copy], [fileId]);
      await fault('keyring.erased.strays');
      return true;
    } catch (error) {
      this.#log.error('A key was destroyed, and a copy of it is left', error);
      return false;
    }
  }

  /** Lays the keyring of the next epoch beside the others. */
  async stage(file: KeyringFile): Promise<void> {
    this.#mayBeStaged = true;
    await writeGeneration(this.#staged, file);
    await fault('keyring.staged');
  }

  async isStaged(next: KeyringOwner): Promise<boolean> {
    const found = await readGeneration(this.#staged);
    return found.state === 'whole' && belongs(next, found.file);
  }

  /** The keyring that belongs to the header: what is damaged is taken from its copy. */
  async #ofOwner(
    owner: KeyringOwner,
    generations: readonly [Generation, Generation, Generation],
  ): Promise<KeyringFile | null> {
    const [first, second, third] = generations;
    if (first.state === 'whole' && belongs(owner, first.file)) return first.file;
    for (const one of [second, third]) {
      if (one.state !== 'whole' || !belongs(owner, one.file)) continue;
      if (one === second) {
        this.#mended = true;
        this.#log.info('Keyring restored from its copy', { cause: first.state });
      }
      if (first.state === 'damaged') await setAside(this.#newest, '.damaged');
      await writeGeneration(this.#newest, one.file);
      await fault('keyring.promoted');
      return one.file;
    }
    if (first.state === 'missing' && second.state === 'missing') return null;
    if (first.state === 'whole' && first.file.epoch > owner.epoch) throw new MainFailure('headerAltered');
    throw new MainFailure('vaultDamaged', { folder: this.folder });
  }

  /** Carries to its end what a crash cut off: a copy, a rotation, an erasure. A full disk is no reason not to open. */
  async #finish(found: KeyringFile, second: Generation, third: Generation): Promise<void> {
    const copied = second.state === 'whole' && keyringText(second.file) === keyringText(found);
    const erased = found.erased.map(({ fileId }) => fileId);
    if (second.state === 'damaged') this.#mended = true;
    try {
      if (!copied) await writeGeneration(this.#copy, found);
      await fault('keyring.finished.copy');
      if (third.state !== 'missing') await remove(this.#staged, this.folder);
      await scrubStrays(this.folder, [this.#newest, this.#copy], erased);
    } catch (error) {
      this.#log.error('A change of the keyring is not finished', error);
    }
  }

  /** A keyring for the next epoch counts only when nothing came between its making and the header. */
  async #dropStaged(): Promise<void> {
    if (!this.#mayBeStaged) return;
    await remove(this.#staged, this.folder);
    this.#mayBeStaged = false;
  }
}
