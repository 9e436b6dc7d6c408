import { DateTime } from 'luxon';
import { inParts } from '#shared/domain/money.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** One part of what is paid in parts. */
export interface Instalment {
  readonly amount: number;
  readonly dueOn: IsoDate;
}

/**
 * An amount in parts of equal size, one a month. The day of the month stays that of the first; where a month is shorter,
 * its last day.
 */
export const instalments = (total: number, count: number, first: IsoDate): readonly Instalment[] =>
  inParts(total, count).map((amount, months) => ({
    amount,
    dueOn: DateTime.fromISO(first).plus({ months }).toISODate() ?? first,
  }));
