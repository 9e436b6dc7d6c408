import { MATCH_REASONS, type MatchReason } from '#shared/domain/conflict-check.ts';
import type { Name, NameWord } from './name.ts';
import { likeness, type Likeness } from './similarity.ts';

/** How two names match. */
export interface NameMatch {
  /** 0 to 100: 100 is the same name. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

interface Pair extends Likeness {
  readonly word: NameWord;
  readonly with: NameWord;
  readonly from: number;
  readonly to: number;
}

/** How alike two words are; may be remembered by whoever compares many names. */
export type Compare = (one: NameWord, other: NameWord) => Likeness | null;

/** More words than this are not tried in every order. */
const MOST_WORDS = 6;
const worth = (pairs: readonly Pair[]): number => pairs.reduce((sum, { value }) => sum + value, 0);

/** The best way to find each word of the shorter name in the longer one; null when one is not there. */
function assigned(
  shorter: readonly NameWord[],
  longer: readonly NameWord[],
  compare: Compare,
): readonly Pair[] | null {
  let best: readonly Pair[] | null = null;
  const place = (from: number, taken: readonly Pair[]): void => {
    const word = shorter[from];
    if (!word) {
      if (!best || worth(taken) > worth(best)) best = taken;
      return;
    }
    for (const [to, candidate] of longer.entries()) {
      if (taken.some((pair) => pair.to === to)) continue;
      const alike = compare(word, candidate);
      if (alike) place(from + 1, [...taken, { ...alike, word, with: candidate, from, to }]);
    }
  };
  place(0, []);
  return best;
}

const isGiven = (word: NameWord): boolean => word.groups.length > 0;
const PATRONYMIC = /(?:ovi[hc]|evi[hc]|i[hc]|ovna|evna|i[hc]na)$/;
const isPatronymic = (word: NameWord): boolean => word.keys.some((key) => PATRONYMIC.test(key));
/** Bears a name by itself: no initial, no «group», no first name. */
const bears = (word: NameWord): boolean => !word.initial && !word.generic && !isGiven(word);

/** Whether what was found is enough to think of the same person or company. */
function suffices(pairs: readonly Pair[], longer: readonly NameWord[]): boolean {
  const errors = pairs.filter((pair) => pair.errors > 0);
  if (errors.length > 1) return false;
  const firm = pairs.filter((pair) => pair.errors === 0 && !pair.word.initial && !pair.with.initial);
  if (errors.length === 1) {
    // A typing error in the only word there is has to be in a long one; else another word has to agree.
    const [error] = errors;
    if (pairs.length === 1) return (error?.word.folded.length ?? 0) >= 6 && error?.word.generic === false;
    return firm.some(({ word }) => !word.generic) && pairs.length === errors.length + firm.length;
  }
  const whole = pairs.length === longer.length;
  if (whole && pairs.every(({ value }) => value === 1)) return true;
  if (!firm.some(({ word }) => !word.generic)) return false;
  if (whole) return pairs.length > 1 || firm.length > 0;
  if (firm.some((pair) => bears(pair.word) && bears(pair.with))) return true;
  // Only first names were found: enough when one of them can be the surname, because another first name stands beside.
  const rest = longer.filter((_, at) => !pairs.some((pair) => pair.to === at));
  return rest.every((word) => isGiven(word) || word.initial || isPatronymic(word)) && !pairs.every(isShort);
}

/** A short form is no surname: «Honza» alone is not «Jan» somebody. */
const isShort = (pair: Pair): boolean => pair.reasons.includes('given');

const reasonsOf = (pairs: readonly Pair[]): MatchReason[] =>
  MATCH_REASONS.filter(
    (reason) => reason !== 'exact' && pairs.some(({ reasons }) => reasons.includes(reason)),
  );

/** What a word that was not found, a part alone, and another order take off. */
const OFF = { unmatched: 7, mostUnmatched: 21, alone: 20, order: 1, form: 1 };

/**
 * Whether two names may be one, how strongly, and why. Every word of the shorter name has to be found in the longer one.
 * The same whichever comes first.
 */
export function matchNames(one: Name, other: Name, compare: Compare = likeness): NameMatch | null {
  const [shorter, longer] = one.words.length <= other.words.length ? [one, other] : [other, one];
  if (shorter.words.length === 0 || shorter.words.length > MOST_WORDS) return null;
  const pairs = assigned(shorter.words, longer.words, compare);
  if (!pairs || !suffices(pairs, longer.words)) return null;
  const letters = pairs.map(({ word, with: found }) => Math.min(word.folded.length, found.folded.length) + 2);
  const all = letters.reduce((sum, count) => sum + count, 0);
  const alike = pairs.reduce((sum, { value }, index) => sum + value * (letters[index] ?? 0), 0) / all;
  const unmatched = longer.words.length - pairs.length;
  const outOfOrder = pairs.some((pair, index) => pair.to < (pairs[index - 1]?.to ?? -1));
  const reasons = reasonsOf(pairs);
  if (outOfOrder) reasons.push('order');
  if (unmatched > 0) reasons.push('partial');
  if (one.shortened !== other.shortened) reasons.push('form');
  const off =
    Math.min(unmatched * OFF.unmatched, OFF.mostUnmatched) +
    (unmatched > 0 && pairs.length === 1 ? OFF.alone : 0) +
    (outOfOrder ? OFF.order : 0) +
    (one.shortened === other.shortened ? 0 : OFF.form);
  return {
    score: Math.max(1, Math.round(100 * alike - off)),
    reasons: reasons.length > 0 ? reasons : ['exact'],
  };
}
