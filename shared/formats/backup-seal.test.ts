import { describe, expect, it } from 'vitest';
import { someHeader } from '#main/services/backup/testing.ts';
import { BACKUP_FORMAT, backupManifestSchema, type BackupManifest } from './backup-manifest.ts';
import { originOf, sealOfBackup } from './backup-seal.ts';

const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const hash = (digit: string): string => digit.repeat(64);
const header = { ...someHeader('4b2c3f5e-0000-4000-8000-000000000001'), epoch: 1 };
const manifest: BackupManifest = {
  format: BACKUP_FORMAT,
  vaultId: header.vaultId,
  madeAt: 1,
  reason: 'daily',
  appVersion: '0.1.0',
  head: { seq: 7, hash: hash('a') },
  stamp: '0190f0000000-0000-00000000',
  header,
  rootHash: hash('b'),
  counts: { tasks: 2, clients: 1 },
  quarantined: [{ table: 'tasks', id: 'x' }],
  chunks: [hash('c')],
};
const sealed = { ...manifest, mac: sealOfBackup(second, manifest) };

describe('the seal of a backup', () => {
  it('holds with the vault key of its epoch, however its JSON is ordered', () => {
    expect(originOf(sealed, [first, second])).toBe('sealed');
    const reordered = Object.fromEntries(Object.entries(sealed).toReversed());
    expect(originOf(backupManifestSchema.parse(reordered), [first, second])).toBe('sealed');
    expect(originOf(sealed, [second, first])).toBe('forged');
    expect(originOf(sealed, [first])).toBe('forged');
  });

  it.each<Partial<BackupManifest>>([
    { rootHash: hash('d') },
    { counts: { tasks: 1, clients: 1 } },
    { head: { seq: 8, hash: hash('a') } },
    { head: { seq: 7, hash: hash('e') } },
    { stamp: '0190f0000001-0000-00000000' },
    { chunks: [] },
    { quarantined: [] },
    { madeAt: 2 },
    { vaultId: '4b2c3f5e-0000-4000-8000-000000000002' },
    { header: { ...header, revision: 1 } },
    { mac: hash('0') },
  ])('does not hold when anything is other than it was: %j', (change) => {
    expect(originOf({ ...sealed, ...change }, [first, second])).toBe('forged');
  });

  it('cannot be left out of a format that has one', () => {
    expect(originOf(manifest, [first, second])).toBe('forged');
    expect(originOf({ ...manifest, format: 1 }, [first, second])).toBe('unsealed');
  });
});
