import { describe, expect, it } from 'vitest';
import type { ListedBackup } from '#shared/ipc/contract/backups.ts';
import { backupSets } from './backup-sets.ts';

const listed = (fileName: string, placeId: string, verified: boolean, madeAt: number): ListedBackup => ({
  backupId: `${placeId}/${fileName}`,
  placeId,
  fileName,
  madeAt,
  reason: 'daily',
  size: 1000,
  verified,
  counts: { clients: 2, notes: 3 },
  newestChange: madeAt,
  seq: 4,
  onChain: verified,
  quarantined: 0,
  shrunken: false,
  sealed: true,
});

describe('backups of one making', () => {
  it('are one, read from a place where it is verified', () => {
    const [newest, older, ...none] = backupSets([
      listed('b.age', 'usb', false, 20),
      listed('a.age', 'local', true, 10),
      listed('b.age', 'local', true, 20),
    ]);
    expect(newest).toMatchObject({ backupId: 'local/b.age', verified: true, placeIds: ['usb', 'local'] });
    expect(older).toMatchObject({ backupId: 'local/a.age', placeIds: ['local'] });
    expect(none).toEqual([]);
  });

  it('are not verified when no place verified them', () => {
    expect(backupSets([listed('b.age', 'usb', false, 20)])[0]?.verified).toBe(false);
  });
});
