import type { Op } from '#shared/formats/entry.ts';
import type { ListedBackup } from '#shared/ipc/contract/backups.ts';
import { equalBytes, fromHex } from '#shared/lib/bytes.ts';
import { platform, PlatformError, value } from '#renderer/platform/index.ts';
import { openBackup } from './backup-reader.ts';
import { placeOf, type Journal, type JournalExtent } from './journal.ts';

/** A state of the vault from which the journal leads on to today's. */
export interface Base {
  /** The frame it stands at; 0 and nothing known at the very beginning. */
  readonly seq: number;
  readonly latest: ReadonlyMap<string, Op>;
  readonly stamp: string;
  /** When the backup was made that it comes from; null for the very beginning. */
  readonly madeAt: number | null;
}

const BEGINNING: Base = { seq: 0, latest: new Map(), stamp: '', madeAt: null };

/** What finding a base needs. */
export interface BaseSource {
  readonly vaultId: string;
  readonly journal: Journal;
  /** What opens the vault's backups. */
  readonly identities: readonly string[];
}

/**
 * The newest state from which the journal leads on: that of the newest backup that opens and stands on the journal's own
 * chain, else the very beginning when the journal still reaches back to it. Backups that lack a record come last.
 * @returns null when there is none.
 */
export async function findBase(source: BaseSource, extent: JournalExtent): Promise<Base | null> {
  const whole = extent.floor.seq === 0 ? BEGINNING : null;
  const listed = await value(platform().backups.list()).catch(() => []);
  const usable = listed.filter(
    ({ seq }) => seq === null || (seq >= extent.floor.seq && seq <= extent.head.seq),
  );
  const complete = usable.filter(({ quarantined }) => quarantined === 0).toSorted(newestFirst);
  for (const { backupId } of complete) {
    const base = await baseFrom(source, extent, backupId);
    if (base) return base;
  }
  if (whole) return whole;
  for (const { backupId } of usable.filter(({ quarantined }) => quarantined > 0).toSorted(newestFirst)) {
    const base = await baseFrom(source, extent, backupId);
    if (base) return base;
  }
  return null;
}

/** Verified ones first, of those the ones that stand latest; the local one before its copies. */
const newestFirst = (one: ListedBackup, other: ListedBackup): number =>
  Number(other.verified) - Number(one.verified) ||
  (other.seq ?? -1) - (one.seq ?? -1) ||
  Number(other.placeId === 'local') - Number(one.placeId === 'local') ||
  other.madeAt - one.madeAt;

/** The state in one backup; null when it cannot be used. A failing one must not hide the next. */
async function baseFrom(
  { vaultId, journal, identities }: BaseSource,
  extent: JournalExtent,
  backupId: string,
): Promise<Base | null> {
  try {
    const { manifest, records, close } = await openBackup(backupId, identities);
    try {
      const { seq } = manifest.head;
      const there = seq <= extent.head.seq ? await journal.hashAt(seq, extent) : null;
      if (manifest.vaultId !== vaultId || !there || !equalBytes(there, fromHex(manifest.head.hash)))
        return null;
      const latest = new Map<string, Op>();
      for await (const ops of records) for (const op of ops) latest.set(placeOf(op), op);
      return { seq, latest, stamp: manifest.stamp, madeAt: manifest.madeAt };
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof PlatformError) return null;
    throw error;
  }
}
