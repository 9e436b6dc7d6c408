import { DateTime, IANAZone, type Zone } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import type { Reminder } from './reminder.ts';

/** What of a reminder decides when it fires. */
export type Recurring = Pick<Reminder, 'id' | 'at' | 'zone' | 'leadMinutes' | 'rule'>;

/** One moment at which a reminder fires. */
export interface ReminderOccurrence {
  /** The same for the same moment of the same reminder, however often it is worked out. */
  readonly id: string;
  /** Wall time in the reminder's zone that the user is reminded of, `YYYY-MM-DDTHH:mm`. */
  readonly wall: string;
  /** When to speak up: `wall` less the lead. Milliseconds since the epoch. */
  readonly at: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Farthest that a wall clock is from UTC, in milliseconds, rounded up. */
const FARTHEST_OFFSET_MS = DAY_MS;
/** Most occurrences given at once: a rule that speaks up every second would otherwise never end. */
const MOST = 2000;
const MOST_ITERATIONS = 200_000;

/** Wall time as if it were UTC; wall times are compared and counted in this form. */
const asUtc = (wall: string): number => DateTime.fromISO(wall, { zone: 'utc' }).toMillis();
const wallOf = (utc: number): string =>
  DateTime.fromMillis(utc, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm");

function zoneNamed(name: string): Zone {
  const zone = IANAZone.create(name);
  return zone.isValid ? zone : DateTime.local().zone;
}

/**
 * The moment of a wall time (milliseconds since the epoch). A time that the clocks skip is read with the offset before the
 * change, so it comes later by as much as was skipped; of a time that comes twice the first is taken (RFC 5545 §3.3.5,
 * «compatible» in Temporal). An unknown zone is read as the machine's.
 */
export function instantOf(wall: string, zone: string): number {
  const clock = zoneNamed(zone);
  const utc = asUtc(wall);
  const offset = (at: number): number => clock.offset(at) * MINUTE_MS;
  const before = utc - offset(utc - DAY_MS);
  const after = utc - offset(utc + DAY_MS);
  const fits = [before, after].filter((instant) => instant + offset(instant) === utc);
  return fits.length === 0 ? before : Math.min(...fits);
}

/** The wall time in a zone at a moment, to the minute, `YYYY-MM-DDTHH:mm`. */
export const wallTimeAt = (instant: number, zone: string): string =>
  DateTime.fromMillis(instant, { zone: zoneNamed(zone) }).toFormat("yyyy-MM-dd'T'HH:mm");

/** UNTIL as a wall time written as UTC, which is how the rule is counted. */
const withWallUntil = (rule: string, zone: string): string =>
  rule.replace(/UNTIL=(\d{8})(?:T(\d{6})(Z?))?/i, (_whole, day: string, time?: string, utc?: string) => {
    if (utc !== 'Z') return `UNTIL=${day}T${time ?? '235959'}Z`;
    const instant = DateTime.fromFormat(`${day}${time ?? ''}`, 'yyyyMMddHHmmss', { zone: 'utc' });
    return `UNTIL=${instant.setZone(zoneNamed(zone)).toFormat("yyyyMMdd'T'HHmmss'Z'")}`;
  });

/** Wall times of a rule within [from, to], as if they were UTC; null when the rule cannot be read. */
function wallTimes(
  { at, zone, rule }: Recurring & { rule: string },
  from: number,
  to: number,
): number[] | null {
  if (/[\r\n]/.test(rule)) return null;
  const start = at.replaceAll(/[-:]/g, '');
  try {
    const recurrence = new RRuleTemporal({
      rruleString: `DTSTART:${start}00Z\nRRULE:${withWallUntil(rule, zone)}`,
      includeDtstart: true,
      maxIterations: MOST_ITERATIONS,
    });
    const found = recurrence.between(new Date(from), new Date(to), true);
    return found.slice(0, MOST).map((time) => time.epochMilliseconds);
  } catch {
    return null;
  }
}

/** True when a recurrence rule (RFC 5545, without DTSTART) can be read. */
export function isReadableRule(rule: string): boolean {
  const once = { id: '' as Reminder['id'], at: '2026-01-01T00:00', zone: 'UTC', leadMinutes: 0, rule };
  return wallTimes(once, 0, 0) !== null;
}

/**
 * When a reminder fires within [from, to), soonest first; at most 2,000. Repetition is counted in wall time and turned
 * into moments last, so that 9:00 stays 9:00 over a change of the clocks, and no day is left out. Days that a month does
 * not have are left out (RFC 5545): «the 31st» comes in seven months; the last day of each is `BYMONTHDAY=-1`.
 * A rule that cannot be read counts as none: the reminder fires once, at its first moment.
 */
export function occurrences(reminder: Recurring, from: number, to: number): readonly ReminderOccurrence[] {
  const { id, at, zone, leadMinutes, rule } = reminder;
  const lead = leadMinutes * MINUTE_MS;
  const first = asUtc(at);
  if (!Number.isFinite(first) || from >= to) return [];
  const range = [from + lead - FARTHEST_OFFSET_MS, to + lead + FARTHEST_OFFSET_MS] as const;
  const walls = (rule === null ? null : wallTimes({ ...reminder, rule }, ...range)) ?? [first];
  const suffix = leadMinutes === 0 ? '' : `-${leadMinutes}`;
  return walls
    .map((utc) => wallOf(utc))
    .map((wall) => ({ id: `${id}:${wall}${suffix}`, wall, at: instantOf(wall, zone) - lead }))
    .filter((occurrence) => occurrence.at >= from && occurrence.at < to)
    .toSorted((a, b) => a.at - b.at);
}

/** Whether a reminder, as it is now, fires at the moment of an occurrence that was worked out earlier. */
export const stillFires = (
  reminder: Recurring,
  occurrence: { readonly id: string; readonly at: number },
): boolean => occurrences(reminder, occurrence.at, occurrence.at + 1).some(({ id }) => id === occurrence.id);
