import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { RestoreProgress } from '#shared/ipc/contract/backups.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import { asFailure } from '#main/lib/system-error.ts';
import type { Log } from '#main/services/log/log.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import { asBackupFailure } from './failures.ts';
import { installBackup, type RestoreWatch } from './install.ts';
import { SET_PREFIX } from './places.ts';
import { candidatesIn } from './restore-source.ts';

export interface RestoreDeps {
  readonly paths: DataPaths;
  readonly vault: Pick<VaultService, 'status'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks for a backup file or a folder; null when the user changed their mind. */
  readonly choose: (from: 'file' | 'folder') => Promise<string | null>;
  /** Tells how far a restore has come. */
  readonly onProgress: (progress: RestoreProgress) => void;
  /** Lets go of the files of the vault that is there. */
  readonly release: () => Promise<void>;
}

/** Progress is told no more often. */
const TELL_MS = 100;

/** Makes a backup the vault of this machine: on a new one, or in the place of a vault that is damaged. */
export class RestoreService {
  readonly #deps: RestoreDeps;
  /** Where the backups lie that were offered, by their ids: no path ever comes from the renderer. */
  readonly #offered = new Map<string, string>();
  #control: AbortController | null = null;

  constructor(deps: RestoreDeps) {
    this.#deps = deps;
  }

  async choose({ from }: RequestOf<'restore.choose'>): Promise<ResponseOf<'restore.choose'>> {
    const chosen = await this.#deps.choose(from);
    if (chosen === null) return { state: 'cancelled' };
    const { paths } = this.#deps;
    try {
      const names = from === 'folder' ? await readdir(chosen) : [];
      const sets = names.filter((name) => name.startsWith(SET_PREFIX));
      const idOf = (path: string): string => this.#idOf(path);
      return { state: 'chosen', candidates: await candidatesIn(chosen, sets, { paths, idOf }) };
    } catch (error) {
      throw asFailure(error, chosen);
    }
  }

  /** Where an offered backup lies; null for any other id. */
  pathOf(backupId: string): string | null {
    return this.#offered.get(backupId) ?? null;
  }

  /** Runs a part of a restore that tells how far it is and that {@link cancel} ends. */
  async watched<T>(work: (watch: RestoreWatch) => Promise<T>): Promise<T> {
    this.cancel();
    const control = new AbortController();
    this.#control = control;
    let [toldAt, toldStep] = [0, ''];
    const onProgress = (progress: RestoreProgress): void => {
      const now = performance.now();
      if (progress.step === toldStep && now - toldAt < TELL_MS) return;
      [toldAt, toldStep] = [now, progress.step];
      this.#deps.onProgress(progress);
    };
    try {
      return await work({ signal: control.signal, onProgress });
    } catch (error) {
      throw control.signal.aborted ? new MainFailure('refused') : error;
    } finally {
      if (this.#control === control) this.#control = null;
    }
  }

  /** Ends what goes on, as long as it has not happened. */
  cancel(): void {
    this.#control?.abort();
  }

  async install({
    backupId,
    identity,
    mac,
    replace = false,
  }: RequestOf<'restore.install'>): Promise<ResponseOf<'restore.install'>> {
    const path = this.pathOf(backupId);
    if (path === null) throw new MainFailure('refused');
    const { vault, paths, clock, log, release } = this.#deps;
    const { state } = await vault.status();
    if (state === 'newer') throw new MainFailure('vaultNewer', { format: 0 });
    if (state === 'ready' && !replace) throw new MainFailure('vaultExists', { folder: paths.vault });
    await release();
    try {
      const header = await this.watched((watch) =>
        installBackup(paths, path, identity, clock.now(), { ...watch, mac }),
      );
      await vault.status(); // Puts it into its place, in the turn of everything that asks for the vault.
      log.info('Vault restored from a backup');
      return { header };
    } catch (error) {
      throw asBackupFailure(error, path);
    }
  }

  #idOf(path: string): string {
    for (const [id, known] of this.#offered) if (known === path) return id;
    const id = `chosen/${randomUUID()}`;
    this.#offered.set(id, path);
    return id;
  }
}
