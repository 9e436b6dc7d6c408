import type { ListedBackup } from '#shared/ipc/contract/backups.ts';

/** One making of a backup, in all places that have it. `backupId` and `verified` are of the best of its copies. */
export interface BackupSet extends Omit<ListedBackup, 'placeId'> {
  readonly placeIds: readonly string[];
}

/** Puts the copies of each backup together, newest first. */
export function backupSets(list: readonly ListedBackup[]): readonly BackupSet[] {
  const sets = new Map<string, BackupSet>();
  for (const { placeId, ...backup } of list) {
    const known = sets.get(backup.fileName);
    const best = known && (known.verified || !backup.verified) ? known : backup;
    sets.set(backup.fileName, { ...best, placeIds: [...(known?.placeIds ?? []), placeId] });
  }
  return [...sets.values()].toSorted((one, other) => other.madeAt - one.madeAt);
}

/** How many records a backup holds; null when that is not known. */
export const recordsIn = ({ counts }: Pick<ListedBackup, 'counts'>): number | null =>
  counts === null ? null : Object.values(counts).reduce((sum, count) => sum + count, 0);
