/** A verified backup, as far as keeping it is concerned. */
export interface Kept {
  readonly fileName: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  readonly reason: string;
  /** Journal frame it was made at. */
  readonly seq: number;
}

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;
/** So many of the newest are kept whatever their age. */
const NEWEST = 2;
const DAY_MS = 86_400_000;
/** A backup from before a great change is kept this long, even when the same day has a later one. */
const BEFORE_CHANGE_MS = 7 * DAY_MS;

const pad = (value: number): string => String(value).padStart(2, '0');
const dayOf = (date: Date): string =>
  `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
const monthOf = (date: Date): string => dayOf(date).slice(0, 7);
/** Monday of the day's week. */
const weekOf = (date: Date): string =>
  dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)));

/**
 * Which verified backups may go: all but the newest of each of the last 7 days, 4 weeks and 12 months that have one, the
 * newest two, and those from before a great change in the last week. Days are those of the machine's zone.
 * @param verified Verified backups only: others neither count nor go.
 */
export function superfluous<K extends Kept>(verified: readonly K[], now: number): readonly K[] {
  const byTime = verified.toSorted((one, other) => other.madeAt - one.madeAt || other.seq - one.seq);
  const bySeq = verified.toSorted((one, other) => other.seq - one.seq || other.madeAt - one.madeAt);
  // A clock set wrong must not make an old state look like the newest: both orders count.
  const kept = new Set<K>([...byTime.slice(0, NEWEST), ...bySeq.slice(0, NEWEST)]);
  const keepEach = (periodOf: (date: Date) => string, periods: number): void => {
    const seen = new Set<string>();
    for (const backup of byTime) {
      const period = periodOf(new Date(backup.madeAt));
      if (seen.has(period)) continue;
      if (seen.size === periods) return;
      seen.add(period);
      kept.add(backup);
    }
  };
  keepEach(dayOf, DAYS);
  keepEach(weekOf, WEEKS);
  keepEach(monthOf, MONTHS);
  for (const backup of byTime) {
    if (backup.reason.startsWith('before') && now - backup.madeAt < BEFORE_CHANGE_MS) kept.add(backup);
  }
  return byTime.filter((backup) => !kept.has(backup));
}
