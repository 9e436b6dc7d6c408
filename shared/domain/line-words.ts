import { fold } from '#shared/lib/fold.ts';

/** Words for days in English, Czech, Polish and Russian, folded, in the cases they are written in after a preposition. */

const MONTH_WORDS: readonly string[] = [
  'january jan leden ledna styczen stycznia январь января янв',
  'february feb unor unora luty lutego февраль февраля фев февр',
  'march mar brezen brezna marzec marca март марта мар',
  'april apr duben dubna kwiecien kwietnia апрель апреля апр',
  'may kveten kvetna maj maja май мая',
  'june jun cerven cervna czerwiec czerwca июнь июня июн',
  'july jul cervenec cervence lipiec lipca июль июля июл',
  'august aug srpen srpna sierpien sierpnia август августа авг',
  'september sep sept zari wrzesien wrzesnia сентябрь сентября сен сент',
  'october oct rijen rijna pazdziernik pazdziernika октябрь октября окт',
  'november nov listopad listopadu listopada ноябрь ноября ноя нояб',
  'december dec prosinec prosince grudzien grudnia декабрь декабря дек',
];

/** Monday first, as ISO 8601 counts. */
const WEEKDAY_WORDS: readonly string[] = [
  'monday pondeli poniedzialek poniedzialku понедельник понедельника понедельнику',
  'tuesday utery uterka uterku wtorek wtorku вторник вторника вторнику',
  'wednesday streda stredy stredu strede sroda srody srode среда среды среду среде',
  'thursday ctvrtek ctvrtka ctvrtku czwartek czwartku четверг четверга четвергу',
  'friday patek patku piatek piatku пятница пятницы пятницу пятнице',
  'saturday sobota soboty sobotu sobote суббота субботы субботу субботе',
  'sunday nedele nedeli niedziela niedzieli niedziele воскресенье воскресенья воскресенью',
];

/** Short forms; understood only after a preposition. */
const WEEKDAY_SHORT_WORDS: readonly string[] = [
  'mon pn пн',
  'tue tues wt вт',
  'wed sr ср',
  'thu thurs czw чт',
  'fri pt пт',
  'sat sob сб',
  'sun nd вс',
];

/** Day names that mean something else as well: centre (stredu), environment (среда). */
const UNSURE_ALONE = new Set(['stredu', 'strede', 'среда', 'среды', 'среду', 'среде']);

/** English words that are months only when they start with a capital. */
const NEEDS_CAPITAL = new Set(['may', 'march', 'mar']);

const RELATIVE_WORDS: readonly (readonly [days: number, words: string])[] = [
  [0, 'today dnes dneska dzis dzisiaj сегодня'],
  [1, 'tomorrow zitra zitrka zejtra jutro jutra завтра'],
  [2, 'pozitri pojutrze послезавтра'],
];

const table = (lists: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((words, index) => words.split(' ').map((word) => [fold(word), index + first])));

const MONTHS = table(MONTH_WORDS, 1);
const WEEKDAYS = table(WEEKDAY_WORDS, 1);
const SHORT_WEEKDAYS = table(WEEKDAY_SHORT_WORDS, 1);
const RELATIVE = new Map(
  RELATIVE_WORDS.flatMap(([days, words]) => words.split(' ').map((word) => [fold(word), days])),
);

/** Number of a month (1–12) by its name in any of the four languages; undefined for other words. */
export function monthOf(word: string): number | undefined {
  const folded = fold(word);
  if (NEEDS_CAPITAL.has(folded) && word[0] === folded[0]) return undefined;
  return MONTHS.get(folded);
}

/**
 * Number of a weekday (1 Monday – 7 Sunday) by its name in any of the four languages.
 * @param sure A preposition stands before it, or nothing but a day can stand here.
 */
export function weekdayOf(word: string, sure: boolean): number | undefined {
  const folded = fold(word);
  if (sure) return WEEKDAYS.get(folded) ?? SHORT_WEEKDAYS.get(folded);
  return UNSURE_ALONE.has(folded) ? undefined : WEEKDAYS.get(folded);
}

/** Days from today that a word such as «tomorrow» means; undefined for other words. */
export const relativeDaysOf = (word: string): number | undefined => RELATIVE.get(fold(word));
