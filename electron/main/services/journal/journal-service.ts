import { MainFailure } from '#main/lib/main-failure.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import type { Log } from '#main/services/log/log.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import { type Journal, openJournal } from './journal.ts';

/** The journal of the vault, opened once, when it is first needed. */
export interface JournalService {
  /** The open journal. Throws what `VaultService.requireHeader` and `openJournal` throw; a later call tries again. */
  open(): Promise<Journal>;
  /**
   * Frames of the open journal, as `Journal.read` gives them. When damage came while it was open it is opened anew, so that
   * the next call passes over what is lost.
   */
  read(after: number, maxBytes: number): ReturnType<Journal['read']>;
  /** Waits for what is being written and lets go of the files. */
  close(): Promise<void>;
}

/** Keeps the journal open between calls. */
export function createJournalService(deps: {
  readonly paths: DataPaths;
  readonly vault: VaultService;
  readonly log: Log;
}): JournalService {
  let opening: Promise<Journal> | null = null;

  async function openNow(): Promise<Journal> {
    const { vaultId } = await deps.vault.requireHeader();
    const journal = await openJournal({ folder: deps.paths.journal, vaultId });
    if (journal.cutBytes > 0) deps.log.info('Torn end of the journal', { bytes: journal.cutBytes });
    const [damagedFiles, gaps] = [journal.damagedFiles().length, journal.gaps().length];
    if (damagedFiles + gaps > 0) deps.log.info('Journal damaged', { damagedFiles, gaps });
    return journal;
  }

  function open(): Promise<Journal> {
    opening ??= openNow().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function close(): Promise<void> {
    const journal = await opening?.catch(() => null);
    opening = null;
    await journal?.close();
  }

  return {
    open,
    async read(after, maxBytes) {
      try {
        return await (await open()).read(after, maxBytes);
      } catch (error) {
        if (error instanceof MainFailure && error.failure.code === 'journalDamaged') await close();
        throw error;
      }
    },
    close,
  };
}
