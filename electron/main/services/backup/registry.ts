import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { BackupsStatus, ListedBackup } from '#shared/ipc/contract/backups.ts';
import type { FailureCode } from '#shared/ipc/failure.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { fault } from '#shared/lib/fault.ts';
import { readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import { asFailure } from '#main/lib/system-error.ts';
import type { SettingsService } from '#main/services/settings/settings.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import { failureOf } from './failures.ts';
import { isReachable, type Place, placesOf } from './places.ts';
import { superfluous } from './retention.ts';
import {
  type BackupFile,
  backupFileName,
  backupFiles,
  entryOf,
  readIndex,
  type SetIndex,
  totalOf,
  type VerifiedBackup,
  writeIndex,
} from './set-index.ts';

/** A backup that holds less than this part of the records of the one before is marked. */
const SHRUNKEN_BELOW = 0.8;

interface Deps {
  readonly paths: DataPaths;
  readonly vault: Pick<VaultService, 'requireHeader'>;
  readonly settings: Pick<SettingsService, 'read'>;
  readonly clock: Clock;
  /** Whether the journal had, or still has, the frame with that number and chain hash. */
  readonly isOnChain: (seq: number, hash: string) => Promise<boolean>;
}

/** A place with what is in it. */
interface Shelf {
  readonly place: Place;
  readonly reachable: boolean;
  readonly files: readonly BackupFile[];
  readonly index: SetIndex;
}

const newest = (backups: readonly VerifiedBackup[]): number | null =>
  backups.length === 0 ? null : Math.max(...backups.map(({ madeAt }) => madeAt));

/** Which backups there are, and where. */
export class BackupRegistry {
  readonly #deps: Deps;
  /** What went wrong at the last try, by place. */
  readonly #failures = new Map<string, FailureCode | null>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Every place, with whether it is there now. */
  async places(): Promise<readonly { readonly place: Place; readonly reachable: boolean }[]> {
    const places = placesOf(this.#deps.paths, this.#deps.settings, await this.#vaultId());
    return Promise.all(places.map(async (place) => ({ place, reachable: await isReachable(place) })));
  }

  /** Remembers how the last try in a place ended; null when well. */
  noteFailure(placeId: string, code: FailureCode | null): void {
    this.#failures.set(placeId, code);
  }

  /** How well the vault is backed up. */
  async status(): Promise<BackupsStatus> {
    const shelves = await this.#shelves();
    return {
      places: shelves.map(({ place, reachable, index }) => ({
        placeId: place.placeId,
        path: place.path,
        local: place.local,
        reachable,
        lastVerifiedAt: newest(index.backups),
        lastFailure: this.#failures.get(place.placeId) ?? null,
      })),
      lastVerifiedAt: newest(shelves.flatMap(({ index }) => index.backups)),
      lastDrill: shelves.find(({ place }) => place.local)?.index.drill ?? null,
    };
  }

  /** All backups of all reachable places, newest first. */
  async list(): Promise<ListedBackup[]> {
    const chain = new Map<string, boolean>();
    const listed: ListedBackup[] = [];
    for (const { place, files, index } of await this.#shelves()) {
      for (const file of files) {
        const known = index.backups.find(({ fileName }) => fileName === file.fileName);
        const onChain = known !== undefined && (chain.get(known.hash) ?? (await this.#isOnChain(known)));
        if (known) chain.set(known.hash, onChain);
        const backupId = `${place.placeId}/${file.fileName}`;
        listed.push({ ...listedOf(backupId, place.placeId, file, known), onChain });
      }
    }
    return listed.toSorted((one, other) => other.madeAt - one.madeAt);
  }

  /** Where a listed backup lies. Throws `refused` for an id that no list has given. */
  async find(backupId: string): Promise<{ readonly place: Place; readonly path: string }> {
    for (const { place, files } of await this.#shelves()) {
      const file = files.find(({ fileName }) => `${place.placeId}/${fileName}` === backupId);
      if (file) return { place, path: join(place.folder, file.fileName) };
    }
    throw new MainFailure('refused');
  }

  /** Whether a backup with these counts lacks over a fifth of the records that the newest one in the place has. */
  async isShrunken(place: Place, counts: VerifiedBackup['counts']): Promise<boolean> {
    const { backups } = (await this.#shelf(place)).index;
    const before = backups.toSorted((one, other) => other.madeAt - one.madeAt)[0];
    return before !== undefined && totalOf({ counts }) < totalOf(before) * SHRUNKEN_BELOW;
  }

  /** Enters a backup that was just verified. Answers all that are verified in the place. */
  enter(
    place: Place,
    file: Pick<BackupFile, 'fileName' | 'size'>,
    manifest: BackupManifest,
    shrunken: boolean,
  ): Promise<readonly VerifiedBackup[]> {
    return this.#inTurn(async () => {
      const vaultId = await this.#vaultId();
      const { index } = await this.#look(place);
      const known = index.backups.some(({ fileName }) => fileName === file.fileName);
      if (known || manifest.vaultId !== vaultId) return index.backups;
      const entry = entryOf(file, manifest, { verifiedAt: this.#deps.clock.now(), shrunken });
      if (place.local) await writeDurably(chunksPath(place, file.fileName), manifest.chunks.join('\n'));
      const backups = [...index.backups, entry];
      await writeIndex(place.folder, vaultId, { ...index, backups });
      await fault('backup.indexed');
      return backups;
    });
  }

  /** Lets those verified backups go that are not needed any more. Answers those that stay. */
  prune(place: Place): Promise<readonly VerifiedBackup[]> {
    return this.#inTurn(async () => {
      const { index } = await this.#look(place);
      const leaving = superfluous(index.backups, this.#deps.clock.now()).filter(isOurs);
      const backups = index.backups.filter((backup) => !leaving.includes(backup));
      if (leaving.length === 0) return backups;
      // Out of the index first: a file without an entry is unverified, an entry without a file would be a lie.
      await writeIndex(place.folder, await this.#vaultId(), { ...index, backups });
      for (const { fileName } of leaving) {
        await rm(join(place.folder, fileName), { force: true });
        await fault('backup.pruned');
        await rm(chunksPath(place, fileName), { force: true });
      }
      return backups;
    });
  }

  /** Notes how a drill ended. */
  noteDrill(ok: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const [local] = await this.#shelves();
      if (local === undefined) return;
      const drill = { at: this.#deps.clock.now(), ok };
      await writeIndex(local.place.folder, await this.#vaultId(), { ...local.index, drill });
    });
  }

  /** Names of the attachments' chunks that local backups count on; null when that cannot be known of each of them. */
  async namedChunks(): Promise<ReadonlySet<string> | null> {
    const [local] = await this.#shelves();
    const names = new Set<string>();
    for (const { fileName } of local?.files ?? []) {
      const text = local === undefined ? null : await readIfThere(chunksPath(local.place, fileName));
      if (text === null) return null;
      for (const name of text.split('\n')) if (name !== '') names.add(name);
    }
    return names;
  }

  /** A journal that cannot be read vouches for nothing. */
  #isOnChain({ seq, hash }: VerifiedBackup): Promise<boolean> {
    return this.#deps.isOnChain(seq, hash).catch(() => false);
  }

  async #vaultId(): Promise<string> {
    return (await this.#deps.vault.requireHeader()).vaultId;
  }

  async #shelves(): Promise<readonly Shelf[]> {
    const places = await this.places();
    return Promise.all(
      places.map(async ({ place, reachable }) =>
        reachable
          ? { ...(await this.#shelf(place)), reachable }
          : { place, reachable, files: [], index: { backups: [], drill: null } },
      ),
    );
  }

  /** What is in a place. One that cannot be read is as good as empty, and told: it must not hide the others. */
  async #shelf(place: Place): Promise<Shelf> {
    try {
      return await this.#look(place);
    } catch (error) {
      this.#failures.set(place.placeId, failureOf(asFailure(error, place.folder)).code);
      return { place, reachable: true, files: [], index: { backups: [], drill: null } };
    }
  }

  async #look(place: Place): Promise<Shelf> {
    const files = await backupFiles(place.folder);
    const index = await readIndex(place.folder, await this.#vaultId(), files);
    return { place, reachable: true, files, index };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** Whether a file has a name that we give: what somebody else put into the folder never goes. */
const isOurs = ({ fileName, madeAt, reason }: VerifiedBackup): boolean =>
  fileName === backupFileName(madeAt, reason);

const chunksPath = (place: Place, fileName: string): string => join(place.folder, `${fileName}.chunks`);

/** The moment of a hybrid stamp, milliseconds since the epoch; null when there was no change yet. */
export const momentOf = (stamp: string): number | null => {
  const time = parseInt(stamp.slice(0, 12), 16);
  return Number.isSafeInteger(time) ? time : null;
};

/** A backup as it is listed. What is not known of an unverified one is null; its time is the file's. */
export function listedOf(
  backupId: string,
  placeId: string,
  file: BackupFile,
  known: VerifiedBackup | undefined,
): ListedBackup {
  return {
    backupId,
    placeId,
    fileName: file.fileName,
    madeAt: known?.madeAt ?? file.changedAt,
    reason: known?.reason ?? null,
    size: file.size,
    verified: known !== undefined,
    counts: known?.counts ?? null,
    newestChange: known ? momentOf(known.stamp) : null,
    seq: known?.seq ?? null,
    onChain: false,
    quarantined: known?.quarantined ?? 0,
    shrunken: known?.shrunken ?? false,
    sealed: known?.sealed ?? false,
  };
}

/** Size of a file in bytes. */
export const fileSize = async (path: string): Promise<number> => (await stat(path)).size;
