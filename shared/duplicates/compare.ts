import type { MatchReason } from '#shared/domain/conflict-check.ts';
import { matchNames, type Compare } from '#shared/names/match.ts';
import { parseName, type Name } from '#shared/names/name.ts';
import { likeness } from '#shared/names/similarity.ts';
import { type Common, contradict, type Key, keysOf, type Known, namesOf } from './keys.ts';

/** Why two clients may be one. */
export interface Reason {
  readonly why: Common;
  /** What both say, as one of them writes it. */
  readonly said: string;
  /** How names that are not written alike were found to be one: `conflicts.reason.<reason>`. Empty: they are. */
  readonly how: readonly MatchReason[];
}

/** How much two clients look like one. */
export interface Resemblance {
  /** 0 to 100. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly Reason[];
}

/** From here on an import takes two for one by itself. */
export const LIKELY = 70;
/** From here on two are listed to be looked at. */
export const POSSIBLE = 50;
/** From here on somebody is shown to whoever is typing a name. */
export const HINT = 40;

/** What each thing in common is worth alone. A phone counts where the names have a word in common: households share one. */
const WORTH: Readonly<Record<Common, number>> = { number: 95, email: 85, phone: 78, name: 76 };
const SHARED_PHONE = 30;
/** Of how a name that is written otherwise matches, this much counts, so that it never reaches {@link LIKELY}. */
const ALIKE = 0.68;
/** Words of the longer name that nothing answers, and each further reason. */
const OFF_PARTIAL = 10;
const FURTHER = 4;
/** Other days of birth or other numbers weigh against everything else. */
const CONTRADICTED = 40;

/** A client made ready to be compared. */
export interface Prepared {
  readonly known: Known;
  readonly keys: readonly Key[];
  readonly names: readonly { readonly said: string; readonly name: Name }[];
  /** Words of the names, folded. */
  readonly words: ReadonlySet<string>;
}

/** Makes a client ready to be compared with many. */
export function prepared(known: Known): Prepared {
  const keys = keysOf(known);
  const words = keys.flatMap(({ why, key }) => (why === 'name' ? key.split(' ').slice(1) : []));
  return {
    known,
    keys,
    names: namesOf(known).map((said) => ({ said, name: parseName(said) })),
    words: new Set(words),
  };
}

/** Words are one by their spelling, not by a typing error alone: Kolář is not Kovář. Something else has to agree then. */
export const withoutErrors: Compare = (one, other) => {
  const alike = likeness(one, other);
  return alike && alike.errors === 0 ? alike : null;
};

interface Weighed extends Reason {
  readonly worth: number;
}

/** The best match of two clients' names that are not written alike. */
function alikeNames(one: Prepared, other: Prepared, compare: Compare): Weighed | null {
  let best: Weighed | null = null;
  for (const { said, name } of one.names) {
    for (const { name: theirs } of other.names) {
      const match = matchNames(name, theirs, compare);
      if (!match) continue;
      const worth = Math.round(match.score * ALIKE - (match.reasons.includes('partial') ? OFF_PARTIAL : 0));
      if (!best || worth > best.worth) best = { why: 'name', said, how: match.reasons, worth };
    }
  }
  return best;
}

/**
 * How much two clients look like one; null: not at all. The one rule of imports, of the form for a new client and of the list
 * of duplicates.
 * @param compare How words of names are compared; may be remembered by whoever compares many.
 */
export function resemblance(
  one: Prepared,
  other: Prepared,
  compare: Compare = withoutErrors,
): Resemblance | null {
  const theirs = new Set(other.keys.map(({ key }) => key));
  const found: Weighed[] = [];
  const related = [...one.words].some((word) => other.words.has(word));
  for (const { why, key, said } of one.keys) {
    if (!theirs.has(key) || found.some((reason) => reason.why === why)) continue;
    const worth = why === 'phone' && !related ? SHARED_PHONE : WORTH[why];
    found.push({ why, said, how: [], worth });
  }
  if (!found.some(({ why }) => why === 'name')) {
    const alike = alikeNames(one, other, compare);
    if (alike) found.push(alike);
  }
  if (found.length === 0) return null;
  const sorted = found.toSorted((a, b) => b.worth - a.worth);
  const more = sorted.filter(({ worth }) => worth >= HINT).length - 1;
  const against = contradict(one.known, other.known) ? CONTRADICTED : 0;
  const score = Math.min(100, (sorted[0]?.worth ?? 0) + Math.max(0, more) * FURTHER) - against;
  return score < HINT ? null : { score, reasons: sorted.map(({ why, said, how }) => ({ why, said, how })) };
}
