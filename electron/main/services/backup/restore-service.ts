import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import { asFailure } from '#main/lib/system-error.ts';
import type { Log } from '#main/services/log/log.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import { asBackupFailure } from './failures.ts';
import { installBackup } from './install.ts';
import { SET_PREFIX } from './places.ts';
import { candidatesIn } from './restore-source.ts';

export interface RestoreDeps {
  readonly paths: DataPaths;
  readonly vault: Pick<VaultService, 'status'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks for a backup file or a folder; null when the user changed their mind. */
  readonly choose: (from: 'file' | 'folder') => Promise<string | null>;
  /** Lets go of the files of the vault that is there. */
  readonly release: () => Promise<void>;
}

/** Makes a backup the vault of this machine: on a new one, or in the place of a vault that is damaged. */
export class RestoreService {
  readonly #deps: RestoreDeps;
  /** Where the backups lie that were offered, by their ids: no path ever comes from the renderer. */
  readonly #offered = new Map<string, string>();

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

  async install({
    backupId,
    identity,
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
      const header = await installBackup(paths, path, identity, clock.now());
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
