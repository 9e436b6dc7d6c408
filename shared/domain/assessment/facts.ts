import type { ClientBody } from '../client.ts';
import type { IsoDate } from '../values.ts';

/** What a relationship is judged by. */
export interface ClientFacts {
  readonly client: ClientBody;
  readonly today: IsoDate;
  /** How many meetings there were. */
  readonly meetings: number;
  /** Day of the last contact; null: never. */
  readonly lastContact: IsoDate | null;
  /** Day of the earliest open task or reminder; null: nothing is planned. */
  readonly nextDate: IsoDate | null;
  /** Open tasks of the practice past their day. */
  readonly overdueTasks: number;
  /** Questions of the client that the practice has not answered. */
  readonly unanswered: number;
  /** Whether a person who decides is known, by name or among the people of the file. */
  readonly decisionMakerKnown: boolean;
}

/** A judgement names what it comes from: `key` of its words, and the numbers in them. */
export interface Reason<Key extends string> {
  readonly key: Key;
  readonly count?: number;
}

const DAY_MS = 86_400_000;

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Days since the last contact; null: there was none. */
export const silence = ({ lastContact, today }: ClientFacts): number | null =>
  lastContact === null ? null : Math.max(0, daysBetween(lastContact, today));
