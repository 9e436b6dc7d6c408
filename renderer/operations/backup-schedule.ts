import type { BackupsStatus, ListedBackup } from '#shared/ipc/contract/backups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** While the app runs, changes wait no longer than this for a backup. */
export const DAILY_MS = DAY_MS;
/** A change that has no verified backup after this long is warned of. */
export const WARN_MS = 48 * HOUR_MS;
/** So often a backup is restored to scratch and compared. */
export const DRILL_MS = 7 * DAY_MS;
/** A drill that failed is made again so soon. */
export const FAILED_DRILL_MS = DAY_MS;
/** A backup that failed is tried again so soon. */
export const RETRY_MS = HOUR_MS / 2;

/** What the decisions about backups rest on. Moments in milliseconds since the epoch. */
export interface BackupFacts {
  readonly now: number;
  /** When the first change was made that no verified backup holds; null when all are held. */
  readonly unbackedSince: number | null;
  readonly lastVerifiedAt: number | null;
  /** A place can be reached again and lacks the newest verified backup. */
  readonly lagging: boolean;
  /** When the app was started. */
  readonly startedAt: number;
  /** Damage was found on the disk, and no backup holds what was mended. */
  readonly damaged: boolean;
  /** When the last try failed; null when it did not, or there was none. */
  readonly failedAt: number | null;
}

/** How far apart two moments are. A clock that was set back must not put off what is due. */
const apart = (one: number, other: number): number => Math.abs(one - other);

/** Whether a backup is to be made when the app ends: only when there is something that none holds. */
export const dueAtClose = ({ unbackedSince, lagging, damaged }: BackupFacts): boolean =>
  unbackedSince !== null || lagging || damaged;

/**
 * Whether the app ended without the backup that was due: behind the locked door, where nobody can make one, or by a crash.
 */
export const isOwed = ({
  unbackedSince,
  startedAt,
}: Pick<BackupFacts, 'unbackedSince' | 'startedAt'>): boolean =>
  unbackedSince !== null && unbackedSince < startedAt;

/**
 * Whether a backup is to be made while the app runs: the first one at once, then once a day, when a place is back,
 * when damage was mended and when the last end of the app owed one; never when nothing changed.
 */
export function dueNow(facts: BackupFacts): boolean {
  const { now, unbackedSince, lastVerifiedAt, lagging, damaged, failedAt } = facts;
  if (failedAt !== null && apart(now, failedAt) < RETRY_MS) return false;
  if (lagging || damaged || isOwed(facts)) return true;
  if (unbackedSince === null) return false;
  return lastVerifiedAt === null || apart(now, lastVerifiedAt) >= DAILY_MS;
}

/** Whether the user is warned: a change has been without a verified backup for 48 hours. */
export const overdue = ({ now, unbackedSince }: Pick<BackupFacts, 'now' | 'unbackedSince'>): boolean =>
  unbackedSince !== null && now - unbackedSince >= WARN_MS;

/** Whether it is time to prove by a restore to scratch that the backups can be read. */
export function drillDue(now: number, status: Pick<BackupsStatus, 'lastVerifiedAt' | 'lastDrill'>): boolean {
  const { lastVerifiedAt, lastDrill } = status;
  if (lastVerifiedAt === null) return false;
  if (lastDrill === null) return true;
  return apart(now, lastDrill.at) >= (lastDrill.ok ? DRILL_MS : FAILED_DRILL_MS);
}

type Held = Pick<ListedBackup, 'placeId' | 'onChain' | 'seq'>;

/**
 * The journal frame up to which a verified backup holds everything; null when there is none. One that is not on the
 * journal's chain, from before the journal was mended say, has a number that means another frame.
 */
export const heldUpTo = (backups: readonly Held[]): number | null =>
  backups.reduce<number | null>(
    (newest, { onChain, seq }) => (onChain && seq !== null && seq > (newest ?? -1) ? seq : newest),
    null,
  );

/**
 * Whether a place that can be reached lacks what another one has. One that refused the last backup is left out: trying
 * again without a change would only fail again.
 */
export function isLagging(places: BackupsStatus['places'], backups: readonly Held[]): boolean {
  const newest = heldUpTo(backups);
  if (newest === null) return false;
  return places
    .filter(({ reachable, lastFailure }) => reachable && lastFailure === null)
    .some(({ placeId }) => {
      const here = heldUpTo(backups.filter((backup) => backup.placeId === placeId));
      return here === null || here < newest;
    });
}
