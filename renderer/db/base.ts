import type { FileId } from '#shared/domain/ids.ts';
import { GROWING_TABLES } from '#shared/domain/record.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { ListedBackup } from '#shared/ipc/contract/backups.ts';
import { equalBytes, fromHex } from '#shared/lib/bytes.ts';
import { platform, PlatformError, value } from '#renderer/platform/index.ts';
import { openBackup } from './backup-reader.ts';
import { VaultDamagedError } from './errors.ts';
import type { VaultKeys } from './vault-keys.ts';
import { placeOf, type Fold, type Journal, type JournalExtent } from './journal.ts';

type Records = ReadonlyMap<string, Op>;

/** A state of the vault from which the journal leads on to today's. */
export interface Base {
  /** The frame it stands at; 0 and nothing known at the very beginning. */
  readonly seq: number;
  readonly latest: Records;
  readonly stamp: string;
  /** When the backup was made that it comes from; null for the very beginning. */
  readonly madeAt: number | null;
  /** Only of a backup of an older format, without the seal that shows that the vault itself made it. */
  readonly unsealed?: true;
  /** Only of a state that the journal has lost the way to: what is left of the journal comes to this. */
  readonly journal?: Records;
}

/** The frame after which the journal leads on from a base. */
export const leadsOnAfter = ({ seq, journal }: Base, { head }: JournalExtent): number =>
  journal ? head.seq : seq;

const BEGINNING: Base = { seq: 0, latest: new Map(), stamp: '', madeAt: null };

/** What finding a base needs. */
export interface BaseSource {
  readonly journal: Journal;
  readonly vaultKeys: VaultKeys;
  /** Whether a client file was erased: what is left of it anywhere counts as not there. */
  readonly isErased: (fileId: FileId) => boolean;
}

/**
 * The newest state from which the journal leads on: that of the newest backup that opens and stands on the journal's own
 * chain, or after where damage cut the chain and knows all that came before; else the very beginning when the journal
 * still reaches back to it. Backups that lack a record come later, and last those of format 1: anybody could have put them
 * together.
 * @returns null when there is none.
 */
export async function findBase(source: BaseSource, extent: JournalExtent): Promise<Base | null> {
  const listed = await value(platform().backups.list()).catch(() => []);
  const onChain = await newestOnChain(source, extent, listed);
  const newer = listed.filter(
    ({ verified, quarantined, seq }) => verified && quarantined === 0 && (seq ?? 0) > (onChain?.seq ?? 0),
  );
  for (const { backupId, seq } of newer.toSorted(newestFirst)) {
    const base = await baseApart(source, extent, { backupId, seq: seq ?? 0, before: onChain });
    if (base) return base;
  }
  return onChain;
}

async function newestOnChain(
  source: BaseSource,
  extent: JournalExtent,
  listed: readonly ListedBackup[],
): Promise<Base | null> {
  const usable = listed.filter(
    ({ seq }) => seq === null || (seq >= extent.floor.seq && seq <= extent.head.seq),
  );
  const complete = usable.filter(({ quarantined }) => quarantined === 0).toSorted(newestFirst);
  const lacking = usable.filter(({ quarantined }) => quarantined > 0).toSorted(newestFirst);
  const first = async (backups: readonly ListedBackup[], unsealed: boolean): Promise<Base | null> => {
    for (const { backupId } of backups) {
      const base = await baseFrom(source, extent, { backupId, unsealed });
      if (base) return base;
    }
    return null;
  };
  const sealed = await first(complete, false);
  if (sealed) return sealed;
  if (extent.floor.seq === 0) return BEGINNING;
  return (await first(lacking, false)) ?? first([...complete, ...lacking], true);
}

/** Verified ones first, of those the ones that stand latest; the local one before its copies. */
const newestFirst = (one: ListedBackup, other: ListedBackup): number =>
  Number(other.verified) - Number(one.verified) ||
  (other.seq ?? -1) - (one.seq ?? -1) ||
  Number(other.placeId === 'local') - Number(one.placeId === 'local') ||
  other.madeAt - one.madeAt;

interface Found {
  readonly manifest: BackupManifest;
  readonly latest: Records;
  readonly unsealed: boolean;
}

/** A backup that may be of use. */
interface Candidate {
  readonly backupId: string;
  /** Whether it is to be one without the seal of the vault, or one with it. */
  readonly unsealed: boolean;
}

/** Reads a backup, unless `wanted` says that it is of no use; null when it cannot be read. A failing one must not hide the next. */
async function read(
  { vaultKeys }: BaseSource,
  { backupId, unsealed }: Candidate,
  wanted: (manifest: BackupManifest) => Promise<boolean>,
): Promise<Found | null> {
  try {
    const { manifest, origin, records, close } = await openBackup(backupId, vaultKeys);
    try {
      if ((origin === 'unsealed') !== unsealed || !(await wanted(manifest))) return null;
      const latest = new Map<string, Op>();
      for await (const ops of records) for (const op of ops) latest.set(placeOf(op), op);
      return { manifest, latest, unsealed };
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof PlatformError) return null;
    throw error;
  }
}

const baseOf = ({ manifest, latest, unsealed }: Found): Base => ({
  seq: manifest.head.seq,
  latest,
  stamp: manifest.stamp,
  madeAt: manifest.madeAt,
  ...(unsealed && { unsealed }),
});

/** The state in a backup on the journal's chain; null when it does not stand there, or cannot be used. */
async function baseFrom(
  source: BaseSource,
  extent: JournalExtent,
  candidate: Candidate,
): Promise<Base | null> {
  const { journal } = source;
  const found = await read(source, candidate, async ({ head: { seq, hash } }) => {
    const there = seq <= extent.head.seq ? await journal.hashAt(seq, extent) : null;
    return there !== null && equalBytes(there, fromHex(hash));
  });
  return found && baseOf(found);
}

interface Apart {
  readonly backupId: string;
  /** The frame it was made at. */
  readonly seq: number;
  /** The newest state on the chain. */
  readonly before: Base | null;
}

/** The state in a backup that was made where damage has cut the chain; null when it does not know what came before. */
async function baseApart(
  source: BaseSource,
  extent: JournalExtent,
  { backupId, seq, before }: Apart,
): Promise<Base | null> {
  const { journal, isErased } = source;
  const gap = extent.gaps.find(({ from, to }) => from <= seq && seq <= to);
  const end = gap ? gap.from - 1 : extent.head.seq;
  const after = before && before.seq <= end ? before.seq : extent.floor.seq;
  const found = await read(source, { backupId, unsealed: false }, async () => true);
  if (!found) return null;
  try {
    const left = await journal.fold({ after, gaps: extent.gaps }, end);
    // A journal that is gone altogether contradicts nothing.
    if (extent.head.seq > 0 && !knows(found.latest, left, isErased)) return null;
    if (gap) return baseOf(found);
    return { ...baseOf(found), journal: new Map([...(before?.latest ?? []), ...left.latest]) };
  } catch (error) {
    if (error instanceof VaultDamagedError) return null;
    throw error;
  }
}

const growing = ({ table }: Op): boolean => GROWING_TABLES.some((name) => name === table);

/**
 * Whether a state came after what the journal says: each record is as the journal has it, or was changed later. One of
 * another history, from before a restore say, lacks lines of the activity log, which are never removed.
 */
function knows(state: Records, { latest }: Fold, isErased: BaseSource['isErased']): boolean {
  let same = false;
  for (const [place, op] of latest) {
    if (op.op === 'remove' || isErased(op.fileId)) continue;
    const there = state.get(place);
    if (there === undefined) {
      if (growing(op)) return false;
    } else if (there.op === 'put' && there.rev === op.rev) same = true;
    else if (there.stamp <= op.stamp) return false;
  }
  return same;
}
