import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHex } from '#shared/lib/bytes.ts';
import { openJournal, type Journal } from '#main/services/journal/journal.ts';
import { shortenJournal } from './compaction.ts';
import type { VerifiedBackup } from './set-index.ts';

let folder: string;
let journal: Journal;
let heads: { seq: number; hash: Uint8Array }[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compaction-'));
  journal = await openJournal({ folder, vaultId: '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b', segmentBytes: 600 });
  heads = [];
  for (let index = 0; index < 30; index += 1) heads.push(await journal.append([new Uint8Array(200)]));
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (seq: number, more: Partial<VerifiedBackup> = {}): VerifiedBackup => ({
  fileName: `${String(seq)}.age`,
  size: 1,
  madeAt: seq,
  reason: 'daily',
  sealed: true,
  seq,
  hash: toHex(heads[seq - 1]?.hash ?? new Uint8Array(32)),
  stamp: '',
  counts: {},
  quarantined: 0,
  shrunken: false,
  verifiedAt: seq,
  ...more,
});

describe('the journal is made shorter', () => {
  it('by what the older of the newest two backups holds', async () => {
    await shortenJournal(journal, [at(5), at(12), at(25)]);
    expect(journal.floor().seq).toBeGreaterThan(5);
    expect(journal.floor().seq).toBeLessThanOrEqual(12);
    expect((await journal.read(12, 1)).frames[0]?.seq).toBe(13);
    await shortenJournal(journal, [at(12), at(25), at(30)]);
    expect(journal.floor().seq).toBeGreaterThan(12);
  });

  it.each<[string, () => VerifiedBackup[]]>([
    ['one backup', () => [at(25)]],
    ['no backup', () => []],
    ['one of two that lacks records', () => [at(12), at(25, { quarantined: 1 })]],
    ['one of two that holds suddenly less', () => [at(12), at(25, { shrunken: true })]],
    ['one of two from another chain', () => [at(12), at(25, { hash: '0'.repeat(64) })]],
    ['one of two from beyond its end', () => [at(12), at(99)]],
  ])('not at all by %s', async (_what, backups) => {
    await shortenJournal(journal, backups());
    expect(journal.floor().seq).toBe(0);
  });
});
