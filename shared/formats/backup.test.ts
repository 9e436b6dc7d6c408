import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { BackupBrokenError } from './backup-blocks.ts';
import {
  BackupSum,
  decodeBackup,
  encodeEnd,
  encodeRecords,
  encodeStart,
  encodeUnreadable,
  payloadOf,
} from './backup.ts';
import { BACKUP_FORMAT, type BackupManifest, type BackupStart } from './backup-manifest.ts';
import type { PutOp } from './entry.ts';
import { NewerDataError } from './newer-data.ts';

const slot = { wrapped: '00'.repeat(72), madeAt: 0 };
const START: BackupStart = {
  format: BACKUP_FORMAT,
  vaultId: '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b',
  madeAt: 5,
  reason: 'manual',
  appVersion: '0.1.0',
  head: { seq: 3, hash: 'a'.repeat(64) },
  stamp: '0190f0000000-0000-00000000',
  header: {
    format: 1,
    vaultId: '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b',
    createdAt: 0,
    revision: 0,
    epoch: 0,
    slots: {
      passphrase: {
        ...slot,
        kdf: { memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: '00'.repeat(16) },
      },
      recovery: { ...slot, recipient: 'age1xeyqlwfqtmr79zvn6lvh7rtylcasxvmld87ge4dsw556n5n7hegqwy3dej' },
    },
    formerKeys: [],
    mac: '00'.repeat(32),
  },
};

const rev = fc.stringMatching(/^[0-9a-f]{32}$/);
const put: fc.Arbitrary<PutOp> = fc.record({
  op: fc.constant('put' as const),
  table: fc.constantFrom(...TABLE_NAMES),
  id: fc.constant(null).map(newRecordId),
  fileId: fc.constant(null).map(newFileId),
  rev,
  parent: fc.option(rev),
  stamp: fc.constant('0190f0000000-0000-00000000'),
  version: fc.integer({ min: 1, max: 9 }),
  sealed: fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
});
const sorted = (ops: readonly PutOp[]): PutOp[] =>
  ops.toSorted((one, other) => (`${one.table}/${one.id}` < `${other.table}/${other.id}` ? -1 : 1));
const records = fc.array(put, { maxLength: 20 }).map(sorted);

const SEAL = { mac: 'b'.repeat(64) };

/** A whole backup as bytes. */
function backupOf(
  ops: readonly PutOp[],
  bad = 0,
  size = 4,
  { seal = SEAL, start = START }: { seal?: { mac?: string }; start?: BackupStart } = {},
): Uint8Array<ArrayBuffer> {
  const sum = new BackupSum();
  const parts: Uint8Array[] = [encodeStart(start)];
  for (let at = 0; at < ops.length; at += size) {
    sum.records(ops.slice(at, at + size));
    parts.push(encodeRecords(ops.slice(at, at + size)));
  }
  const quarantined = Array.from({ length: bad }, (_, index) => ({ table: 'notes', id: String(index) }));
  for (const one of quarantined) {
    const block = encodeUnreadable({ ...one, row: { sealed: new Uint8Array(5), odd: [null, 'x'] } });
    sum.unreadable(one, payloadOf(block));
    parts.push(block);
  }
  const { rootHash, counts } = sum.end();
  return concatBytes(...parts, encodeEnd({ rootHash, counts, quarantined, chunks: [], ...seal }));
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(
  bytes: Uint8Array,
  size = 1000,
): Promise<{ ops: PutOp[]; manifest: BackupManifest | null }> {
  const ops: PutOp[] = [];
  let manifest: BackupManifest | null = null;
  for await (const part of decodeBackup(inPieces(bytes, size))) {
    if (part.kind === 'records') ops.push(...part.ops);
    if (part.kind === 'whole') ({ manifest } = part);
  }
  return { ops, manifest };
}

describe('a backup stream', () => {
  it('gives back what it was made of, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(3), fc.integer({ min: 1, max: 4000 }), async (ops, bad, size) => {
        const found = await read(backupOf(ops, bad), size);
        expect(found.ops).toEqual(ops);
        expect(found.manifest).toMatchObject({ ...START, chunks: [] });
        expect(found.manifest?.quarantined).toHaveLength(bad);
      }),
    );
  });

  it('has one root hash, however its records are batched', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 9 }), async (ops, size) => {
        const [one, other] = [await read(backupOf(ops)), await read(backupOf(ops, 0, size))];
        expect(other.manifest?.rootHash).toBe(one.manifest?.rootHash);
      }),
    );
  });

  it('never becomes another one when a bit is turned', async () => {
    const [one] = fc.sample(fc.array(put, { minLength: 8, maxLength: 8 }).map(sorted), {
      numRuns: 1,
      seed: 4,
    });
    const whole = backupOf(one ?? [], 1);
    const { manifest, ops } = await read(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const turned = Uint8Array.from(whole);
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        // The container around it notices every bit; the stream by itself still never gives other records.
        const found = await read(turned).catch(() => null);
        if (found === null) return;
        expect(found.ops.map(({ rev: own, sealed }) => [own, sealed])).toEqual(
          ops.map(({ rev: own, sealed }) => [own, sealed]),
        );
        expect(found.manifest?.rootHash).toBe(manifest?.rootHash);
      }),
      { numRuns: 400 },
    );
  });

  it('is broken when it is cut anywhere, or goes on behind its end', async () => {
    const [one] = fc.sample(fc.array(put, { minLength: 3, maxLength: 3 }).map(sorted), {
      numRuns: 1,
      seed: 5,
    });
    const whole = backupOf(one ?? []);
    for (let length = 0; length < whole.length; length += 1) {
      await expect(read(whole.subarray(0, length))).rejects.toThrow(BackupBrokenError);
    }
    await expect(read(concatBytes(whole, whole))).rejects.toThrow(BackupBrokenError);
    await expect(read(concatBytes(whole, encodeRecords([])))).rejects.toThrow(BackupBrokenError);
  });

  it('holds each record once and in order', () => {
    const [one] = fc.sample(put, { numRuns: 1, seed: 6 }) as [PutOp];
    expect(() => new BackupSum().records([one, one])).toThrow(BackupBrokenError);
  });

  it('has a seal, unless it is of the first format, which had none', async () => {
    const start = { ...START, format: 1 };
    const { manifest } = await read(backupOf([], 0, 4, { seal: {}, start }));
    expect(manifest?.mac).toBeUndefined();
    await expect(read(backupOf([], 0, 4, { seal: {} }))).rejects.toThrow(BackupBrokenError);
    await expect(read(backupOf([], 0, 4, { start }))).rejects.toThrow(BackupBrokenError);
  });

  it('of a newer version is told from a broken one', async () => {
    const whole = backupOf([]);
    whole[8] = BACKUP_FORMAT + 1;
    await expect(read(whole)).rejects.toThrow(NewerDataError);
    whole[8] = 0;
    await expect(read(whole)).rejects.toThrow(BackupBrokenError);
  });
});
