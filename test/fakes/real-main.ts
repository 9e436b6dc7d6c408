import { rm } from 'node:fs/promises';
import type { KartotekaApi } from '#shared/ipc/api.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import { contract, type RequestOf, type ResponseOf } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { type DataPaths, dataPaths } from '#main/lib/paths.ts';
import { BackupService } from '#main/services/backup/backup-service.ts';
import { companionsNow } from '#main/services/backup/beside.ts';
import { isOnChain, shortenJournal } from '#main/services/backup/compaction.ts';
import { finishRestore } from '#main/services/backup/install.ts';
import { RestoreService } from '#main/services/backup/restore-service.ts';
import { createJournalService } from '#main/services/journal/journal-service.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import type { Log } from '#main/services/log/log.ts';
import type { SettingsService } from '#main/services/settings/settings.ts';
import { replaceHeader } from '#main/services/vault/handlers.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { fakePlatform } from './platform.ts';

/** A main process whose vault, journal, keyring and backups are the real ones, on the real disk. */
export interface RealMain {
  readonly api: KartotekaApi;
  readonly paths: DataPaths;
  /** What the next question about a file or folder is answered with. */
  chosen: string | null;
  /** Lets go of the files; the data stay. */
  close(): Promise<void>;
  /** Lets go and removes the data. */
  remove(): Promise<void>;
}

const CONSOLE: Log = {
  info: () => undefined,
  error: (what, error) => console.error(what, error),
};

type Real = { readonly [C in Channel]?: (request: RequestOf<C>) => Promise<unknown> };

/** Starts over a data folder. Everything that has nothing to do with the disk is answered by the fake. */
export function realMain(folder: string, log: Log = CONSOLE): RealMain {
  const paths = dataPaths(folder);
  const clock = { now: () => Date.now() };
  const vault = createVaultService({ paths, log, settle: () => finishRestore(paths, clock.now()) });
  const journal = createJournalService({ paths, vault, log });
  const keyring = createKeyring({ folder: paths.keyring, log });
  const settings = memorySettings();
  const restore = new RestoreService({
    paths,
    vault,
    clock,
    log,
    choose: () => Promise.resolve(main.chosen),
    onProgress: () => undefined,
    release: async () => {
      await journal.close();
      keyring.forget();
    },
  });
  const backups: BackupService = new BackupService({
    paths,
    vault,
    settings,
    clock,
    log,
    appVersion: '0.1.0',
    companions: () => companionsNow({ paths, vault, keyring, settings }),
    isOnChain: async (seq, hash) => isOnChain(await journal.open(), seq, hash),
    offeredPath: (backupId) => restore.pathOf(backupId),
    watched: (work) => restore.watched(work),
    chooseFolder: () => Promise.resolve(main.chosen),
    onVerified: async (local) => shortenJournal(await journal.open(), local),
    onChange: () => undefined,
  });
  const answers: Real = {
    'vault.status': () => vault.status(),
    'vault.create': ({ header }) => vault.create(header),
    'vault.replaceHeader': ({ header }) => replaceHeader({ vault, keyring }, header),
    'keyring.load': async () => keyring.load(await vault.requireSettledHeader()),
    'keyring.put': async (entries) => keyring.put(await vault.requireSettledHeader(), entries),
    'keyring.erase': async ({ fileId, mac, also }) => {
      const header = await vault.requireSettledHeader();
      const { fingerprint, more, places } = await keyring.erase(header, { fileId, mac }, also);
      return { fingerprint, more: [...more], places: [...places] };
    },
    'keyring.confirm': async ({ erased }) => keyring.confirm(await vault.requireSettledHeader(), erased),
    'journal.head': async () => {
      const open = await journal.open();
      const [head, floor, gaps] = [open.head(), open.floor(), [...open.gaps()]];
      return { head, floor, gaps, damagedFiles: [...open.damagedFiles()], cutBytes: open.cutBytes };
    },
    'journal.append': async ({ entries }) => (await journal.open()).append(entries),
    'journal.read': async ({ after, maxBytes }) => (await journal.open()).read(after, maxBytes),
    'backups.status': () => backups.status(),
    'backups.addPlace': () => backups.addPlace(),
    'backups.begin': async (request) => ({ jobId: await backups.begin(request) }),
    'backups.add': ({ jobId, entry }) => backups.add(jobId, entry),
    'backups.end': (request) => backups.end(request),
    'backups.finish': (request) => backups.finish(request),
    'backups.abandon': ({ jobId }) => backups.abandon(jobId),
    'backups.list': () => backups.list(),
    'backups.open': (request) => backups.open(request),
    'backups.read': async ({ readId }) => ({ ops: await backups.read(readId) }),
    'backups.closeRead': ({ readId }) => backups.closeRead(readId),
    'backups.trust': ({ readId }) => backups.trust(readId),
    'backups.noteDrill': ({ ok: held }) => backups.noteDrill(held),
    'restore.choose': (request) => restore.choose(request),
    'restore.install': (request) => restore.install(request),
    'restore.cancel': async () => restore.cancel(),
  };
  const close = async (): Promise<void> => {
    await backups.release();
    await journal.close();
  };
  const main: RealMain = {
    api: overlay(fakePlatform(), answers, log),
    paths,
    chosen: null,
    close,
    remove: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return main;
}

/** The fake with real answers in the place of its own, checked against the contract as main checks them. */
function overlay(fake: KartotekaApi, answers: Real, log: Log): KartotekaApi {
  const domains: Record<string, unknown> = { ...fake };
  for (const channel of Object.keys(answers) as Channel[]) {
    const [domain = '', method = ''] = channel.split('.');
    const answer = answers[channel] as (request: unknown) => Promise<unknown>;
    const call = async (request: unknown): Promise<Result<ResponseOf<Channel>, Failure>> => {
      try {
        return ok(contract[channel].response.parse(await answer(contract[channel].request.parse(request))));
      } catch (error) {
        if (error instanceof MainFailure) return { ok: false, error: error.failure };
        log.error(`${channel} failed`, error);
        return { ok: false, error: { code: 'unexpected', details: {} } };
      }
    };
    domains[domain] = { ...(domains[domain] as object), [method]: call };
  }
  return domains as unknown as KartotekaApi;
}

function memorySettings(): SettingsService {
  const fake = fakePlatform().fake.disk;
  return {
    read: () => fake.settings,
    write: (patch) => Promise.resolve((fake.settings = { ...fake.settings, ...(patch as object) })),
    onChange: () => () => undefined,
  };
}
