import type { DateTime } from 'luxon';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { SampleClient, SampleClientTexts } from '#shared/domain/sample.ts';
import type { VaultWriter } from '#renderer/db/types.ts';
import type { SampleContent } from './sample-practice-content.ts';

/** Where and when the sample is added. */
export interface SampleSetting {
  /** Moment of adding, in the zone of the practice; every date of the sample is relative to it. */
  readonly now: DateTime;
  /** Name of the professional; empty when none was given. */
  readonly professional: string;
  /** The catalogue by its names; left out: there is none. */
  readonly serviceIds?: ReadonlyMap<string, RecordId>;
}

/** How a record is written. */
export type Put = VaultWriter['put'];

/** What every part of one client's file is built with. */
export interface FileContext {
  readonly content: SampleContent;
  readonly setting: SampleSetting;
  readonly put: Put;
  readonly fileId: FileId;
  readonly client: SampleClient;
  readonly texts: SampleClientTexts;
  /** The person spoken with: the client, or the organisation's contact. */
  readonly speaker: string;
}

/** A text or person that the content must hold; anything else is a mistake in the content. */
export function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The sample lacks ${what}`);
  return value;
}

const SATURDAY = 6;

/** The working day that many days from now: a weekend moves on to Monday, in the past back to Friday. */
export function workingDay(now: DateTime, days: number): DateTime {
  const day = now.startOf('day').plus({ days });
  const over = day.weekday - SATURDAY;
  if (over < 0) return day;
  return days < 0 ? day.minus({ days: over + 1 }) : day.plus({ days: 2 - over });
}

/** A day as records hold it. */
export const isoDay = (day: DateTime): string => day.toFormat('yyyy-MM-dd');
/** A day and a time as records hold them. */
export const wallTime = (day: DateTime, time: string): string => `${isoDay(day)}T${time}`;
/** The moment on a day at a time `HH:mm`. */
export const at = (day: DateTime, time: string): DateTime =>
  day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) });

/** Who does a task, as it would have been typed. */
export function doer({ setting, speaker }: FileContext, side: 'client' | 'practice' | 'other'): string {
  if (side === 'client') return speaker;
  return side === 'practice' ? setting.professional : '';
}
