import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  type BackupReason,
  type BackupStart,
} from '#shared/formats/backup-manifest.ts';
import type { BackupOutcome, BackupsStatus, ListedBackup } from '#shared/ipc/contract/backups.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { asFailure } from '#main/lib/system-error.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import type { Log } from '#main/services/log/log.ts';
import type { SettingsService } from '#main/services/settings/settings.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import { ATTACHMENTS_NAME, chunkNames, type Companions, copyChunks, writeCompanions } from './companions.ts';
import { verifyContainer } from './container.ts';
import { asBackupFailure, failureOf } from './failures.ts';
import { BackupJob, type Written } from './job.ts';
import { LOCAL, type Place, placeIdOf, setName } from './places.ts';
import { createReads } from './reads.ts';
import { BackupRegistry, fileSize } from './registry.ts';
import type { RestoreService } from './restore-service.ts';
import type { VerifiedBackup } from './set-index.ts';

export interface BackupDeps {
  readonly paths: DataPaths;
  readonly vault: Pick<VaultService, 'requireHeader'>;
  readonly settings: SettingsService;
  readonly clock: Clock;
  readonly log: Log;
  readonly appVersion: string;
  /** What is put beside the backups of a chosen place now. */
  readonly companions: () => Promise<Companions>;
  /** Where a backup lies that was offered for a restore; null for any other id. */
  readonly offeredPath: (backupId: string) => string | null;
  /** Follows the opening of such a backup. */
  readonly watched: RestoreService['watched'];
  /** Whether the journal had, or still has, the frame with that number and chain hash. */
  readonly isOnChain: (seq: number, hash: string) => Promise<boolean>;
  /** Asks the user for a folder; null when they changed their mind. */
  readonly chooseFolder: () => Promise<string | null>;
  /** A backup in the local place was verified: the journal may be made shorter. */
  readonly onVerified: (local: readonly VerifiedBackup[], reason: BackupReason) => Promise<void>;
  /** Something that `status` or `list` tell has changed. */
  readonly onChange: () => void;
}

/** Whether a chosen place has today's keys beside its backups. */
export interface Mirrored {
  readonly placeId: string;
  readonly path: string;
  readonly done: boolean;
}

interface Untrusted {
  readonly place: Place;
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** Backups of the vault in every place. Methods that answer channels are described in the contract. */
export class BackupService {
  readonly #deps: BackupDeps;
  readonly #registry: BackupRegistry;
  readonly #reads = createReads();
  /** Backups of the places that are being read, and of which only the renderer can tell whether the vault made them. */
  readonly #untrusted = new Map<string, Untrusted>();
  #job: BackupJob | null = null;
  /** The one that is being verified. */
  #finishing: BackupJob | null = null;
  /** One at a time writes beside the backups, so that an older keyring never comes after a newer one. */
  #companions: Promise<unknown> = Promise.resolve();

  constructor(deps: BackupDeps) {
    this.#deps = deps;
    this.#registry = new BackupRegistry(deps);
  }

  status(): Promise<BackupsStatus> {
    return this.#registry.status();
  }

  list(): Promise<ListedBackup[]> {
    return this.#registry.list();
  }

  async addPlace(): Promise<ResponseOf<'backups.addPlace'>> {
    const { settings, vault } = this.#deps;
    const path = await this.#deps.chooseFolder();
    if (path === null) return { state: 'cancelled' };
    const { backupFolders } = settings.read();
    const folder = join(path, setName((await vault.requireHeader()).vaultId));
    try {
      // The folder is made now: from then on it shows whether a removable disk is there.
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw asFailure(error, folder);
    }
    if (!backupFolders.includes(path)) await settings.write({ backupFolders: [...backupFolders, path] });
    this.#deps.onChange();
    return { state: 'added', placeId: placeIdOf(path) };
  }

  async removePlace(placeId: string): Promise<void> {
    const { settings } = this.#deps;
    const left = settings.read().backupFolders.filter((path) => placeIdOf(path) !== placeId);
    await settings.write({ backupFolders: left });
    this.#deps.onChange();
  }

  async begin({ reason, head, stamp, recipients }: RequestOf<'backups.begin'>): Promise<string> {
    await this.#abandon();
    const header = await this.#deps.vault.requireHeader();
    const start: BackupStart = {
      format: BACKUP_FORMAT,
      vaultId: header.vaultId,
      madeAt: this.#deps.clock.now(),
      reason,
      appVersion: this.#deps.appVersion,
      head: { seq: head.seq, hash: toHex(head.hash) },
      stamp,
      header,
    };
    const places = await this.#registry.places();
    const reachable = places.filter((one) => one.reachable).map(({ place }) => place);
    this.#job = await BackupJob.begin(start, recipients, reachable);
    return this.#job.jobId;
  }

  async add(jobId: string, block: Uint8Array): Promise<void> {
    await this.#running(jobId).add(block);
  }

  async end({ jobId, ...sent }: RequestOf<'backups.end'>): Promise<ResponseOf<'backups.end'>> {
    const chunks = await chunkNames(this.#deps.paths.attachments);
    return this.#running(jobId).end({ ...sent, chunks: [...chunks] });
  }

  async finish({ jobId, mac }: RequestOf<'backups.finish'>): Promise<ResponseOf<'backups.finish'>> {
    const job = this.#running(jobId);
    this.#job = null;
    this.#finishing = job;
    try {
      const places = await this.#registry.places();
      const local = places.find(({ place }) => place.local)?.place;
      const shrunken = local !== undefined && (await this.#registry.isShrunken(local, job.counts));
      const outcomes: BackupOutcome[] = [];
      for (const written of await job.finish(mac)) {
        outcomes.push(await this.#keep(written, job.fileName, shrunken));
      }
      const tried = new Set(outcomes.map(({ placeId }) => placeId));
      for (const { place } of places) {
        if (!tried.has(place.placeId)) outcomes.push({ placeId: place.placeId, state: 'absent' });
      }
      const best = outcomes.find(({ state }) => state === 'verified')?.placeId ?? LOCAL;
      return { backupId: `${best}/${job.fileName}`, fileName: job.fileName, shrunken, places: outcomes };
    } catch (error) {
      await job.abandon();
      throw error;
    } finally {
      this.#finishing = null;
      this.#deps.onChange();
    }
  }

  async abandon(jobId: string): Promise<void> {
    if (this.#finishing?.jobId === jobId) this.#finishing.cancel();
    if (this.#job?.jobId === jobId) await this.#abandon();
  }

  async open({ backupId, identity }: RequestOf<'backups.open'>): Promise<ResponseOf<'backups.open'>> {
    const offered = this.#deps.offeredPath(backupId);
    if (offered !== null) return this.#openOffered(offered, identity);
    const { place, path } = await this.#registry.find(backupId);
    try {
      const manifest = await verifyContainer(path, identity);
      const readId = this.#reads.open(path, identity, manifest);
      this.#untrusted.set(readId, { place, path, manifest });
      return { readId, manifest };
    } catch (error) {
      throw asBackupFailure(error, path);
    }
  }

  async #openOffered(path: string, identity: string): Promise<ResponseOf<'backups.open'>> {
    try {
      const total = await fileSize(path);
      const manifest = await this.#deps.watched(({ signal, onProgress }) =>
        verifyContainer(path, identity, signal, (done) => onProgress?.({ step: 'checking', done, total })),
      );
      return { readId: this.#reads.open(path, identity, manifest), manifest };
    } catch (error) {
      throw asBackupFailure(error, path);
    }
  }

  read(readId: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#reads.next(readId);
  }

  async trust(readId: string): Promise<void> {
    const read = this.#untrusted.get(readId);
    if (!read) return;
    const { place, path, manifest } = read;
    const file = { fileName: basename(path), size: await fileSize(path) };
    const shrunken = await this.#registry.isShrunken(place, manifest.counts);
    await this.#registry.enter(place, file, manifest, shrunken);
  }

  closeRead(readId: string): Promise<void> {
    this.#untrusted.delete(readId);
    return this.#reads.close(readId);
  }

  async noteDrill(ok: boolean): Promise<void> {
    await this.#registry.noteDrill(ok);
    this.#deps.onChange();
  }

  /** Names of the attachments' chunks that local backups count on; null when that cannot be known of each of them. */
  namedChunks(): Promise<ReadonlySet<string> | null> {
    return this.#registry.namedChunks();
  }

  /** The folders with copies of the attachments' chunks, in every chosen place that can be reached now. */
  async chunkFolders(): Promise<readonly string[]> {
    const places = await this.#registry.places();
    return places
      .filter(({ place, reachable }) => reachable && !place.local)
      .map(({ place }) => join(place.folder, ATTACHMENTS_NAME));
  }

  /** Brings keyring and header in every reachable chosen place up to date. Tells which places took them. */
  async mirrorKeyring(): Promise<readonly Mirrored[]> {
    const mirrored: Mirrored[] = [];
    for (const { place, reachable } of await this.#registry.places()) {
      if (place.local) continue;
      let done = false;
      try {
        if (reachable) await this.#putCompanions(place);
        done = reachable;
      } catch (error) {
        this.#deps.log.error('A keyring beside backups could not be renewed', error);
      }
      mirrored.push({ placeId: place.placeId, path: place.path, done });
    }
    return mirrored;
  }

  /** The vault was locked or its renderer is gone: nobody will finish what was begun. */
  async release(): Promise<void> {
    await this.#abandon();
    this.#untrusted.clear();
    await this.#reads.closeAll();
  }

  async #abandon(): Promise<void> {
    const job = this.#job;
    this.#job = null;
    await job?.abandon();
  }

  #running(jobId: string): BackupJob {
    if (this.#job?.jobId !== jobId) throw new MainFailure('refused');
    return this.#job;
  }

  /** Finishes a backup in one place: attachments, keys and script beside it, then its name, then the index. */
  async #keep(written: Written, fileName: string, shrunken: boolean): Promise<BackupOutcome> {
    const { place, sink } = written;
    const { placeId } = place;
    try {
      if (sink === null) throw written.failure;
      if (!place.local) {
        const copies = join(place.folder, ATTACHMENTS_NAME);
        await copyChunks(this.#deps.paths.attachments, copies, written.manifest.chunks);
        await this.#putCompanions(place);
      }
      await sink.publish();
      const file = { fileName, size: written.size };
      await this.#registry.enter(place, file, written.manifest, shrunken);
      this.#registry.noteFailure(placeId, null);
      await this.#tidy(place, written.manifest.reason);
      return { placeId, state: 'verified' };
    } catch (error) {
      await sink?.discard();
      const failure = failureOf(asBackupFailure(error, join(place.folder, fileName)));
      if (failure.code === 'unexpected') this.#deps.log.error('A backup failed', error);
      this.#registry.noteFailure(placeId, failure.code);
      return { placeId, state: 'failed', failure };
    }
  }

  /** What follows from a verified backup must not undo it: old ones go, the journal is made shorter. */
  async #tidy(place: Place, reason: BackupReason): Promise<void> {
    try {
      const staying = await this.#registry.prune(place);
      if (place.local) await this.#deps.onVerified(staying, reason);
    } catch (error) {
      this.#deps.log.error('What a new backup makes superfluous could not be removed', error);
    }
  }

  #putCompanions({ folder }: Place): Promise<void> {
    const put = this.#companions.then(async () => writeCompanions(folder, await this.#deps.companions()));
    this.#companions = put.catch(() => undefined);
    return put;
  }
}
