import { BackupSum, payloadOf, recordsIn } from '#shared/formats/backup.ts';
import { decodeOps } from '#shared/formats/entry.ts';
import { BACKUP_FORMAT, type BackupEnd, type BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { BackupOutcome, BackupPlace, ListedBackup } from '#shared/ipc/contract/backups.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import { toHex } from '#shared/lib/bytes.ts';
import type { FakeBackup, FakeBackups, FakeDisk } from './disk.ts';

const local: BackupPlace = {
  placeId: 'local',
  path: '/data/vault/backups',
  local: true,
  reachable: true,
  lastVerifiedAt: null,
  lastFailure: null,
};

/** A disk without backups. */
export const noBackups = (): FakeBackups => ({ made: [], places: [], drill: null });

type BackupChannel = Extract<Channel, `backups.${string}` | `restore.${string}`>;
type Answers = { readonly [C in BackupChannel]: (request: RequestOf<C>) => ResponseOf<C> };

interface Job {
  readonly begun: RequestOf<'backups.begin'>;
  readonly entries: Uint8Array<ArrayBuffer>[];
  manifest?: BackupManifest;
}

/** The stamp's time, milliseconds since the epoch; null when there is none. */
const timeOf = (stamp: string): number | null => (stamp === '' ? null : parseInt(stamp, 16));

/** Compares what was added with what is said of it at the end, as main does. */
function checkSum(blocks: readonly Uint8Array[], end: Pick<BackupEnd, 'rootHash' | 'quarantined'>): void {
  const sum = new BackupSum();
  const waiting = [...end.quarantined];
  for (const block of blocks) {
    const records = recordsIn(block);
    if (records) sum.records(decodeOps(records).filter((op) => op.op === 'put'));
    else sum.unreadable(waiting.shift() ?? { table: '', id: '' }, payloadOf(block));
  }
  if (sum.end().rootHash !== end.rootHash) throw new Error('What was added is not what is said of it');
}

/** Answers of the backup channels: everything is kept in memory, and what was added is what is read back. */
export function backupAnswers(disk: FakeDisk, changed: () => void): Answers {
  const jobs = new Map<string, Job>();
  const reads = new Map<string, Uint8Array<ArrayBuffer>[]>();
  let next = 0;
  const newId = (kind: string) => `${kind}-${String((next += 1))}`;
  const { backups } = disk;

  function end({ jobId, ...sent }: RequestOf<'backups.end'>): BackupManifest {
    const job = jobs.get(jobId);
    if (!job || !disk.header) throw new Error('No such job');
    checkSum(job.entries, sent);
    const { reason, head, stamp } = job.begun;
    job.manifest = {
      format: BACKUP_FORMAT,
      vaultId: disk.header.vaultId,
      madeAt: Date.now(),
      reason,
      appVersion: '0.1.0',
      head: { seq: head.seq, hash: toHex(head.hash) },
      stamp,
      header: disk.header,
      ...sent,
      chunks: [],
    };
    return job.manifest;
  }

  function finish({ jobId, mac }: RequestOf<'backups.finish'>): ResponseOf<'backups.finish'> {
    const job = jobs.get(jobId);
    if (!job?.manifest) throw new Error('No such job');
    jobs.delete(jobId);
    const manifest = { ...job.manifest, mac };
    const { madeAt, reason, stamp, head } = manifest;
    const fileName = `${new Date(madeAt).toISOString().replaceAll(/[:.]/g, '')}.${reason}.age`;
    const backupId = `local/${fileName}/${String(backups.made.length)}`;
    const listed: ListedBackup = {
      backupId,
      placeId: 'local',
      fileName,
      madeAt,
      reason,
      size: job.entries.reduce((sum, entry) => sum + entry.length, 0),
      verified: true,
      counts: manifest.counts,
      newestChange: timeOf(stamp),
      seq: head.seq,
      onChain: true,
      quarantined: manifest.quarantined.length,
      shrunken: false,
      sealed: true,
    };
    backups.made.unshift({ listed, manifest, entries: job.entries });
    changed();
    const places = [local, ...backups.places].map(({ placeId, reachable }): BackupOutcome =>
      reachable ? { placeId, state: 'verified' } : { placeId, state: 'absent' },
    );
    return { backupId, fileName, shrunken: false, places };
  }

  const find = (backupId: string): FakeBackup => {
    const found = backups.made.find(({ listed }) => listed.backupId === backupId);
    if (!found) throw new Error('No such backup');
    return found;
  };

  return {
    'backups.status': () => {
      const lastVerifiedAt = backups.made[0]?.listed.madeAt ?? null;
      return {
        places: [local, ...backups.places].map((place) => ({ ...place, lastVerifiedAt })),
        lastVerifiedAt,
        lastDrill: backups.drill,
      };
    },
    'backups.addPlace': () => {
      const placeId = newId('place');
      backups.places.push({ ...local, placeId, path: `/media/${placeId}`, local: false });
      changed();
      return { state: 'added', placeId };
    },
    'backups.removePlace': ({ placeId }) => {
      const at = backups.places.findIndex((place) => place.placeId === placeId);
      if (at >= 0) backups.places.splice(at, 1);
      changed();
      return undefined;
    },
    'backups.begin': (begun) => {
      const jobId = newId('job');
      jobs.clear();
      jobs.set(jobId, { begun, entries: [] });
      return { jobId };
    },
    'backups.add': ({ jobId, entry }) => void jobs.get(jobId)?.entries.push(entry.slice()),
    'backups.end': end,
    'backups.finish': finish,
    'backups.abandon': ({ jobId }) => void jobs.delete(jobId),
    'backups.list': () =>
      backups.made.map(({ listed, manifest: { head } }) => {
        const there = disk.hashes.get(head.seq);
        const known = head.seq <= (disk.frames.at(-1) ?? disk.floor).seq && there !== undefined;
        return { ...listed, onChain: known && toHex(there) === head.hash };
      }),
    'backups.open': ({ backupId }) => {
      const { manifest, entries } = find(backupId);
      const readId = newId('read');
      reads.set(
        readId,
        entries.flatMap((block) => recordsIn(block)?.slice() ?? []),
      );
      return { readId, manifest };
    },
    'backups.read': ({ readId }) => ({ ops: reads.get(readId)?.shift() ?? null }),
    'backups.trust': () => undefined,
    'backups.closeRead': ({ readId }) => void reads.delete(readId),
    'backups.noteDrill': ({ ok }) => {
      backups.drill = { at: Date.now(), ok };
      changed();
      return undefined;
    },
    'restore.choose': () => ({
      state: 'chosen',
      candidates: backups.made.map(({ listed }) => ({ ...listed, header: disk.header, keyring: true })),
    }),
    'restore.cancel': () => undefined,
    'restore.install': ({ backupId }) => {
      const { header } = find(backupId).manifest;
      disk.header = header;
      return { header };
    },
  };
}
