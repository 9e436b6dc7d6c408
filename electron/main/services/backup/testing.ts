import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { BackupSum, encodeRecords, encodeUnreadable, payloadOf } from '#shared/formats/backup.ts';
import type { BackupManifest, BackupReason } from '#shared/formats/backup-manifest.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import { VAULT_FORMAT, type VaultHeader } from '#shared/formats/vault-header.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { type BackupDeps, BackupService } from './backup-service.ts';
import { nativeHash } from './container.ts';

/** A header such as every vault has; nothing opens it. */
export const someHeader = (vaultId: string = v4()): VaultHeader => ({
  format: VAULT_FORMAT,
  vaultId,
  createdAt: 0,
  revision: 0,
  epoch: 0,
  slots: {
    passphrase: {
      kdf: { memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: '00'.repeat(16) },
      wrapped: '00'.repeat(72),
      madeAt: 0,
    },
    recovery: {
      wrapped: '00'.repeat(72),
      recipient: 'age1xeyqlwfqtmr79zvn6lvh7rtylcasxvmld87ge4dsw556n5n7hegqwy3dej',
      madeAt: 0,
    },
  },
  formerKeys: [],
  mac: '00'.repeat(32),
});

const settingsOf = (backupFolders: string[]): Settings => ({
  language: 'en',
  theme: 'system',
  density: 'compact',
  lockAfterMinutes: 10,
  stayInTray: false,
  languageChosen: true,
  backupFolders,
  backupAdviceFrom: 0,
});

/** That many records in the order of a backup, with bodies that nothing opens. */
export const someRecords = (count: number, bytes = 300): PutOp[] =>
  Array.from({ length: count }, (_, index): PutOp => {
    const table = TABLE_NAMES[index % TABLE_NAMES.length] ?? 'tasks';
    return {
      op: 'put',
      table,
      id: v4() as RecordId,
      fileId: v4() as FileId,
      rev: randomBytes(16).toString('hex'),
      parent: null,
      stamp: '0190f0000000-0000-00000000',
      version: 1,
      sealed: new Uint8Array(randomBytes(bytes)),
    };
  }).toSorted((one, other) => (`${one.table}/${one.id}` < `${other.table}/${other.id}` ? -1 : 1));

/** A backup service over a data folder of its own in the temporary folder. */
export interface TestBackups {
  readonly folder: string;
  readonly service: BackupService;
  readonly identity: string;
  readonly header: VaultHeader;
  /** The clock; tests set it. */
  now: number;
  /** Folder that the next question about a folder is answered with. */
  chosen: string | null;
  readonly verified: string[][];
  /** Makes a whole backup of these records. */
  readonly make: (options?: MakeOptions) => Promise<ResponseOf<'backups.finish'>>;
  /** Everything a read gives, one record after another. */
  readonly readAll: (readId: string) => Promise<Uint8Array[]>;
}

export interface MakeOptions {
  readonly records?: readonly PutOp[];
  readonly unreadable?: number;
  readonly reason?: BackupReason;
  readonly seq?: number;
  /** Seals it; without, it has a seal that main cannot tell from a right one. */
  readonly seal?: (manifest: BackupManifest) => string;
  /** Changes what is said at the end. */
  readonly end?: Partial<RequestOf<'backups.end'>>;
}

/** The seal of backups that nobody sealed. */
export const NO_SEAL = '5ea1'.repeat(16);

const hashOf = (seq: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(String(seq)).digest());

/** Makes the service and what it needs. Remove `folder` afterwards. */
export async function testBackups(more: Partial<BackupDeps> = {}): Promise<TestBackups> {
  const folder = await mkdtemp(join(tmpdir(), 'backups-'));
  const paths = dataPaths(join(folder, 'data'));
  const header = someHeader();
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  let settings = settingsOf([]);
  let frame = 0;
  const deps: BackupDeps = {
    paths,
    vault: { requireHeader: () => Promise.resolve(header) },
    settings: {
      read: () => settings,
      write: (patch) => Promise.resolve((settings = { ...settings, ...(patch as Partial<Settings>) })),
      onChange: () => () => undefined,
    },
    clock: { now: () => test.now },
    log: { info: () => undefined, error: () => undefined },
    appVersion: '0.0.0',
    companions: () =>
      Promise.resolve({
        keyring: { vaultId: header.vaultId, epoch: 0, entries: [], erased: [] },
        forPlace: (file) => file,
        header: JSON.stringify(header),
        script: '// script',
        readMe: { name: 'Read me.txt', text: 'Read' },
      }),
    isOnChain: () => Promise.resolve(true),
    offeredPath: () => null,
    watched: (work) => work({}),
    chooseFolder: () => Promise.resolve(test.chosen),
    onVerified: (local) => Promise.resolve(void test.verified.push(local.map(({ fileName }) => fileName))),
    onChange: () => undefined,
    ...more,
  };
  const service = new BackupService(deps);

  const make: TestBackups['make'] = async ({
    records = someRecords(20),
    unreadable = 0,
    ...options
  } = {}) => {
    const seq = options.seq ?? (frame += 1);
    const jobId = await service.begin({
      reason: options.reason ?? 'daily',
      head: { seq, hash: hashOf(seq) },
      stamp: '0190f0000000-0000-00000000',
      recipients: [recipient],
    });
    const sum = new BackupSum(nativeHash);
    for (let at = 0; at < records.length; at += 7) {
      const part = records.slice(at, at + 7);
      sum.records(part);
      await service.add(jobId, encodeRecords(part));
    }
    const quarantined = Array.from({ length: unreadable }, (_, index) => ({
      table: 'notes',
      id: String(index),
    }));
    for (const one of quarantined) {
      const block = encodeUnreadable({ ...one, row: { sealed: new Uint8Array(9), other: [1, null] } });
      sum.unreadable(one, payloadOf(block));
      await service.add(jobId, block);
    }
    const { rootHash, counts } = sum.end();
    const manifest = await service.end({ jobId, rootHash, counts, quarantined, ...options.end });
    return service.finish({ jobId, mac: options.seal?.(manifest) ?? NO_SEAL });
  };

  const test: TestBackups = {
    folder,
    service,
    identity,
    header,
    make,
    readAll: (readId) => readAll(service, readId),
    now: Date.UTC(2026, 10, 22, 10),
    chosen: null,
    verified: [],
  };
  return test;
}

async function readAll(service: BackupService, readId: string): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for (let part = await service.read(readId); part !== null; part = await service.read(readId)) {
    parts.push(part);
  }
  return parts;
}
