import { fold } from '#shared/lib/fold.ts';
import { dayFrom, nextDayOfYear, nextWeekday, addDays } from './calendar-day.ts';
import { monthOf, relativeDaysOf, weekdayOf } from './line-words.ts';
import type { IsoDate } from './values.ts';

/** A part of a line: from (inclusive) to (exclusive), in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Who does a task and by when, as read from the words of its line. */
export interface LineParts {
  /** Name after «@», as typed; empty when nobody is named. */
  readonly who: string;
  readonly due: IsoDate | null;
  /** Where the name stands, «@» included. */
  readonly whoAt: Span | null;
  /** Where the day stands, its preposition included. */
  readonly dueAt: Span | null;
}

interface Found extends Span {
  readonly day: IsoDate;
}

interface Context {
  readonly today: IsoDate;
  /** Word before the place, folded. */
  readonly before: (index: number) => string;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Say that a day is the last one: such a day wins over others in the line. */
const DEADLINE = words(
  'do by until till before due deadline termin termín nejpozdeji najpozniej до срок позднее',
);
const ON = words('v ve w we na k ke on next this в во на к ко');
const SINCE = words('od since from от с со');
/** Words before numbers of sections and versions, which look like days: «čl. 3.1.». */
const SECTION = words('cl bod odst art pkt par ust ver verze version wersja версия ст п пункт section kap');

const yearOf = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text);

function dayOfParts(today: IsoDate, day: string, month: number, year: string | undefined): IsoDate | null {
  return year === undefined
    ? nextDayOfYear(today, month, Number(day))
    : dayFrom(yearOf(year), month, Number(day));
}

function found(match: RegExpExecArray, day: IsoDate | null): readonly Found[] {
  return day === null ? [] : [{ day, from: match.index, to: match.index + match[0].length }];
}

const DOTTED =
  /(?<![\p{L}\d.,:/]|\d[-–])(\d{1,2})\.[ \u00a0]?(\d{1,2})(?:(\.)(?:[ \u00a0]?(\d{4})|(\d{2}))?)?(?!\d|[.:]\d)/gu;
const SLASHED = /(?<![\p{L}\d./])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/gu;
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;
const DAY_MONTH =
  /(?<![\p{L}\d.,:/])(\d{1,2})(?:\.|st|nd|rd|th)?[ \u00a0](?:of )?(\p{L}{3,})(?!\p{L})(?:\.?,?[ \u00a0](\d{4})(?!\d))?/gu;
const MONTH_DAY =
  /(?<![\p{L}\d])([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d]|[.:]\d)(?:,? (\d{4})(?!\d))?/gu;
const WORD = /(?<![\p{L}\p{M}\d@])\p{L}[\p{L}\p{M}]+/gu;

function dottedDays(text: string, { today, before }: Context): readonly Found[] {
  return [...text.matchAll(DOTTED)].flatMap((match) => {
    const [, day = '', month = '', dot, longYear, shortYear] = match;
    const year = longYear ?? shortYear;
    const word = before(match.index);
    // «8.30» is a time or a number, «do 30.11» is a day.
    if (dot === undefined && !DEADLINE.has(word)) return [];
    if (year === undefined && SECTION.has(word)) return [];
    return found(match, dayOfParts(today, day, Number(month), year));
  });
}

function slashedDays(text: string, { today, before }: Context): readonly Found[] {
  return [...text.matchAll(SLASHED)].flatMap((match) => {
    const [, first = '', second = '', year] = match;
    if (year === undefined && !DEADLINE.has(before(match.index))) return [];
    // Day first, as in Europe, unless only the other order makes a day: 11/22.
    const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
    return found(match, dayOfParts(today, day, Number(month), year));
  });
}

function namedMonthDays(text: string, { today }: Context): readonly Found[] {
  const dayFirst = [...text.matchAll(DAY_MONTH)].flatMap((match) => {
    const month = monthOf(match[2] ?? '');
    return month === undefined ? [] : found(match, dayOfParts(today, match[1] ?? '', month, match[3]));
  });
  const monthFirst = [...text.matchAll(MONTH_DAY)].flatMap((match) => {
    const month = monthOf(match[1] ?? '');
    return month === undefined ? [] : found(match, dayOfParts(today, match[2] ?? '', month, match[3]));
  });
  return [...dayFirst, ...monthFirst];
}

function wordDays(text: string, { today, before }: Context): readonly Found[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const days = relativeDaysOf(match[0]);
    if (days !== undefined) return found(match, addDays(today, days));
    const word = before(match.index);
    const weekday = weekdayOf(match[0], DEADLINE.has(word) || ON.has(word));
    return weekday === undefined ? [] : found(match, nextWeekday(today, weekday));
  });
}

const isoDays = (text: string): readonly Found[] =>
  [...text.matchAll(ISO)].flatMap((match) =>
    found(match, dayFrom(Number(match[1]), Number(match[2]), Number(match[3]))),
  );

const BEFORE = /([\p{L}\p{M}]+)[.:,]?\s*$/u;

/** The word before a place, folded; names of weekdays are passed over, so that «do pátku 30. 11.» is seen as «do». */
function wordBefore(text: string, index: number): string {
  const match = BEFORE.exec(text.slice(Math.max(0, index - 40), index));
  if (!match) return '';
  const word = match[1] ?? '';
  const start = index - match[0].length;
  return weekdayOf(word, true) !== undefined && start > 0 ? wordBefore(text, start) : fold(word);
}

function daysIn(text: string, today: IsoDate): readonly Found[] {
  const context: Context = { today, before: (index) => wordBefore(text, index) };
  const all = [
    ...isoDays(text),
    ...dottedDays(text, context),
    ...slashedDays(text, context),
    ...namedMonthDays(text, context),
    ...wordDays(text, context),
  ];
  const rank = (day: Found): number => {
    const word = context.before(day.from);
    const byWord = DEADLINE.has(word) ? 0 : SINCE.has(word) ? 4 : 2;
    // «Friday 30 Nov»: the number says which Friday.
    return byWord + (/\d/u.test(text.slice(day.from, day.to)) ? 0 : 1);
  };
  return all.toSorted((a, b) => rank(a) - rank(b) || a.from - b.from);
}

/** Takes the prepositions and weekdays before a day into its place: «nejpozději do pátku 30. 11.». */
function withPreposition(text: string, span: Span): Span {
  const match = BEFORE.exec(text.slice(0, span.from));
  const typed = match?.[1] ?? '';
  const word = fold(typed);
  const belongs = DEADLINE.has(word) || ON.has(word) || weekdayOf(typed, false) !== undefined;
  return match && belongs ? withPreposition(text, { from: match.index, to: span.to }) : span;
}

const NAME = /(?<![\p{L}\p{N}._-])@(\p{L}[\p{L}\p{M}'’_-]*)/u;

function personIn(
  text: string,
  people: readonly string[],
): { readonly who: string; readonly at: Span } | null {
  const match = NAME.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + 1);
  const whole = people
    .toSorted((a, b) => b.length - a.length)
    .find((name) => name !== '' && fold(rest.slice(0, name.length)) === fold(name));
  const typed = whole === undefined ? (match[1] ?? '') : rest.slice(0, whole.length);
  return {
    who: typed.replaceAll('_', ' ').trim(),
    at: { from: match.index, to: match.index + 1 + typed.length },
  };
}

/**
 * Reads who does a task and by when from the words of its line, written in any of the four languages:
 * «@Jana», «do 30. 11.», «до 30.11.2026», «by 30 Nov», «w piątek», «завтра».
 * @param today Day that words such as «tomorrow», and days without a year, are counted from.
 * @param people Full names that may follow «@»; other names are one word, or joined by «_».
 */
export function parseLineParts(text: string, today: IsoDate, people: readonly string[] = []): LineParts {
  const person = personIn(text, people);
  const [day] = daysIn(text, today);
  return {
    who: person?.who ?? '',
    whoAt: person?.at ?? null,
    due: day?.day ?? null,
    dueAt: day ? withPreposition(text, { from: day.from, to: day.to }) : null,
  };
}

const ONLY_SIGNS = /^[\s.,;!?)]*$/u;
const TIDY: readonly (readonly [RegExp, string])[] = [
  [/\s+/gu, ' '],
  [/^[\s,;:–-]+|[\s,;:–-]+$/gu, ''],
];

const tidy = (line: string): string => TIDY.reduce((out, [pattern, by]) => out.replace(pattern, by), line);

/** Which parts a record holds apart from its words. */
export interface HeldParts {
  readonly who: boolean;
  readonly due: boolean;
}

/**
 * The words of a task without who and when, for a record that holds these apart. Cautious: a name goes only from the start
 * or the end of the line, a day only from the end and only when the line names no other.
 */
export function textWithoutParts(
  text: string,
  today: IsoDate,
  people: readonly string[] = [],
  held: HeldParts = { who: true, due: true },
): string {
  const cutDay = (line: string): string => {
    const { dueAt } = parseLineParts(line, today, people);
    const atEnd = dueAt !== null && ONLY_SIGNS.test(line.slice(dueAt.to));
    const alone = atEnd && daysIn(line, today).every((day) => day.from >= dueAt.from);
    return held.due && alone ? line.slice(0, dueAt.from) : line;
  };
  const cutName = (line: string): string => {
    const { whoAt } = parseLineParts(line, today, people);
    if (whoAt === null) return line;
    const [before, after] = [line.slice(0, whoAt.from), line.slice(whoAt.to)];
    const atEdge = before.trim() === '' || ONLY_SIGNS.test(after);
    return held.who && atEdge ? `${before}${after}` : `${before}${line.slice(whoAt.from + 1)}`;
  };
  // The name may stand behind the day or before it.
  const short = tidy(cutDay(cutName(cutDay(text))));
  return /\p{L}{2}/u.test(short) ? short : tidy(text.replace(NAME, '$1'));
}
