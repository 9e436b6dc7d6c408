import { type ClientBody, isGone, LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import type { MergeSide } from '#shared/domain/duplicate.ts';
import { emailProblem, phoneProblem } from '#shared/domain/numbers/reach.ts';
import {
  customName,
  type CustomName,
  isCustom,
  SINGLE_FIELDS,
  type SingleField,
  takesBoth,
  valueOf,
} from './merge-fields.ts';

/** Why a value is proposed. Each has its words in `duplicates.because.<because>`. */
export type Because =
  | 'only'
  | 'valid'
  | 'whole'
  | 'earlier'
  | 'both'
  | 'newer'
  | 'stays'
  | 'fuller'
  | 'furthest';

/** A field in which two clients say something different. */
export interface Decision {
  readonly field: SingleField | CustomName;
  readonly side: MergeSide;
  readonly because: Because;
}

/** One of two files that are made one. */
export interface Side {
  readonly body: ClientBody;
  /** How many records stand in the file beside the client. */
  readonly records: number;
  /** Since when the client has said what it says in a field, milliseconds since the epoch. */
  readonly since: (field: SingleField | CustomName) => number;
}

/** Fields that every client has a value of, whether anybody thought of it or not, and who works with the file. */
const OF_THE_FULLER: ReadonlySet<string> = new Set(['kind', 'type', 'language', 'responsible']);

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== '' && value !== false;

/** How many of the parts of a value say something. */
const partsSaid = (value: unknown): number =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.values(value).filter(isSaid).length
    : Number(isSaid(value));

/** How much is known in a file: its records, and what the client says in each field and list. */
export const fullness = ({ body, records }: Pick<Side, 'body' | 'records'>): number =>
  Object.values(body).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : partsSaid(value)),
    records,
  );

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

type Proposal = readonly [MergeSide, Because];
const newer = (field: SingleField | CustomName, into: Side, from: Side): Proposal => [
  into.since(field) >= from.since(field) ? 'into' : 'from',
  'newer',
];

/** Of two stages the one further on; that somebody was lost or ended holds if it was said later. */
function stageProposed(into: Side, from: Side): Proposal {
  const [mine, theirs] = [into.body.stage, from.body.stage];
  if (isGone(mine) || isGone(theirs)) return newer('stage', into, from);
  const further = LIFECYCLE_STAGES.indexOf(mine) > LIFECYCLE_STAGES.indexOf(theirs);
  return [further ? 'into' : 'from', 'furthest'];
}

/**
 * The one rule of what is proposed where two clients differ in a field; the user still decides. What says something goes before
 * what says nothing, right before wrong, more before less. The stage is the one furthest in the relationship, unless the client
 * was lost or ended since. What every client has a value of, and who is responsible, is that of the fuller file; of what
 * somebody typed, what was typed last holds, however much else stands in either file.
 */
function proposed(field: SingleField, into: Side, from: Side): Proposal {
  const [kept, other] = [valueOf(into.body, field), valueOf(from.body, field)];
  if (partsSaid(other) === 0) return ['into', 'only'];
  if (partsSaid(kept) === 0) return ['from', 'only'];
  if (field === 'stage') return stageProposed(into, from);
  if (OF_THE_FULLER.has(field)) return [fullness(into) >= fullness(from) ? 'into' : 'from', 'fuller'];
  const [mine, theirs] = [textOf(kept), textOf(other)];
  const problem = field === 'email' ? emailProblem : field === 'phone' ? phoneProblem : null;
  if (problem && (problem(mine) === null) !== (problem(theirs) === null))
    return [problem(mine) === null ? 'into' : 'from', 'valid'];
  if (field === 'acquiredOn') return [mine <= theirs ? 'into' : 'from', 'earlier'];
  if (mine !== '' && mine !== theirs && mine.includes(theirs)) return ['into', 'whole'];
  if (theirs !== '' && mine !== theirs && theirs.includes(mine)) return ['from', 'whole'];
  if (partsSaid(kept) !== partsSaid(other))
    return [partsSaid(kept) > partsSaid(other) ? 'into' : 'from', 'whole'];
  if (takesBoth(field)) return ['both', 'both'];
  if (field === 'name') return ['into', 'stays'];
  return newer(field, into, from);
}

/** The practice's own fields in which two clients differ. What only one of them says is taken. */
function customDecisions(into: Side, from: Side): readonly Decision[] {
  const ids = new Set([...Object.keys(into.body.custom), ...Object.keys(from.body.custom)]);
  return [...ids].flatMap((id): Decision[] => {
    const [kept, other] = [into.body.custom[id], from.body.custom[id]];
    if (sameJson(kept, other)) return [];
    const field = customName(id);
    if (kept === undefined || other === undefined)
      return [{ field, side: kept === undefined ? 'from' : 'into', because: 'only' }];
    const [side, because] = newer(field, into, from);
    return [{ field, side, because }];
  });
}

/** The fields in which two clients differ, with the value that is proposed for each, and why. */
export const decisionsOf = (into: Side, from: Side): readonly Decision[] => [
  ...SINGLE_FIELDS.filter((field) => !sameJson(valueOf(into.body, field), valueOf(from.body, field))).map(
    (field): Decision => {
      const [side, because] = proposed(field, into, from);
      return { field, side, because };
    },
  ),
  ...customDecisions(into, from),
];

const saidIn = (body: ClientBody, field: SingleField | CustomName): unknown =>
  isCustom(field) ? body.custom[field.slice('custom:'.length)] : valueOf(body, field);

/** What a client said until a moment, milliseconds since the epoch. */
export interface Said {
  readonly body: ClientBody;
  readonly until: number;
}

/**
 * Since when a client has said what it says now, by field.
 * @param earlier What it said before, as far as it was kept, the newest first.
 * @param madeAt When the client was made: of what was never said otherwise.
 */
export const sinceOf =
  (now: ClientBody, earlier: readonly Said[], madeAt: number): Side['since'] =>
  (field) => {
    const differs = ({ body }: Said): boolean => !sameJson(saidIn(body, field), saidIn(now, field));
    return earlier.find(differs)?.until ?? madeAt;
  };
