import type { MatchReason } from '#shared/domain/conflict-check.ts';
import { editDistance } from './distance.ts';
import { givenForms } from './given-names.ts';
import type { Name, NameWord } from './name.ts';
import { numbersIn, sameNumber, type Num } from './number.ts';
import { isCyrillic, skeletons } from './skeleton.ts';

/*
 * Names in running text stand in all their cases. A word of the text stands for a name when it begins with the stem of one
 * of its forms and ends in a case ending of Czech, Polish or Russian (Mluvnice češtiny 2; Nowy słownik poprawnej polszczyzny;
 * Русская грамматика 1980), as skeletons spell them.
 */
const ENDINGS = new Set(
  `a u e i o ou om em im am ovi ove ova ovou ovu ovoi ovei ov ovih ovic ovim ami imi ah ac ih ic eho emu ego ogo omu oi ei s`.split(
    ' ',
  ),
);
const LONGEST_ENDING = 5;
const SHORTEST_STEM = 3;
/** From this length on one typing error in a stem is forgiven. */
const FORGIVING = 6;

/** The stems of a word of a name: the vowel at the end left away, and the e that falls out (Havel, Havla). */
export function stemsOf(word: NameWord): readonly string[] {
  const forms = word.groups.length > 0 ? [...word.keys, ...givenForms(word.groups)] : word.forms;
  const stems = forms.flatMap((form) => {
    const stem = form.replace(/[aeiou]+$/, '');
    const fleeting = /^(.+[^aeiou])e([^aeiou])$/.exec(stem);
    return fleeting ? [stem, `${fleeting[1] ?? ''}${fleeting[2] ?? ''}`] : [stem];
  });
  return [...new Set(stems)].filter((stem) => stem.length >= SHORTEST_STEM);
}

/** Whether a word of a text, by its skeleton, is a case of what has that stem. */
export const isCaseOf = (term: string, stem: string): boolean =>
  term.startsWith(stem) &&
  term.length - stem.length <= LONGEST_ENDING &&
  (term.length === stem.length || ENDINGS.has(term.slice(stem.length)));

/** As {@link isCaseOf}, with one typing error in the stem, which then has to be long. */
export function isMistypedCaseOf(term: string, stem: string): boolean {
  if (stem.length < FORGIVING || term.charAt(0) !== stem.charAt(0)) return false;
  const over = term.length - stem.length;
  if (over < -1 || over > LONGEST_ENDING + 1) return false;
  for (const length of [stem.length - 1, stem.length, stem.length + 1]) {
    const ending = term.slice(length);
    if ((ending === '' || ENDINGS.has(ending)) && editDistance(term.slice(0, length), stem, 1) === 1)
      return true;
  }
  return false;
}

/** A word of a name by which a text is found: not an initial, not «group». First names only where there is nothing else. */
export function telling(name: Name): readonly NameWord[] {
  const all = name.words.filter((word) => !word.initial && !/^\p{N}/u.test(word.lower));
  const long = all.filter((word) => word.folded.length >= SHORTEST_STEM);
  const words = long.length > 0 ? long : all;
  const bearing = words.filter((word) => !word.generic && word.groups.length === 0);
  if (bearing.length > 0) return bearing;
  const given = words.filter((word) => !word.generic);
  return given.length > 0 ? given : words;
}

/** What was found in a text. */
export interface TextMatch {
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  /** The words around it. */
  readonly found: string;
}

interface Word {
  readonly text: string;
  readonly at: number;
}
interface Place {
  readonly index: number;
  readonly reason: MatchReason;
}

const termsCache = new Map<string, readonly string[]>();
const MOST_CACHED = 50_000;

/** The terms under which a word of a text is found. */
export function termsOf(word: string): readonly string[] {
  const known = termsCache.get(word);
  if (known) return known;
  if (termsCache.size >= MOST_CACHED) termsCache.clear();
  const terms = skeletons(word);
  termsCache.set(word, terms);
  return terms;
}

export const WORDS = /[\p{L}\p{M}]+/gu;
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORDS)].map((found) => ({ text: found[0], at: found.index }));

function reasonFor(word: NameWord, text: string, stems: readonly string[]): MatchReason | null {
  const lower = text.toLowerCase();
  if (lower === word.lower) return 'exact';
  const terms = termsOf(lower);
  const stem = stems.find((one) => terms.some((term) => isCaseOf(term, one)));
  if (stem === undefined) {
    return stems.some((one) => terms.some((term) => isMistypedCaseOf(term, one))) ? 'typo' : null;
  }
  if (isCyrillic(lower) !== word.cyrillic) return 'script';
  if (
    word.groups.length > 0 &&
    !word.keys.some((key) => terms.some((term) => term.startsWith(key.slice(0, 3))))
  )
    return 'given';
  return 'inflected';
}

function placesOf(word: NameWord, words: readonly Word[]): readonly Place[] {
  if (word.initial) {
    return words.flatMap(({ text }, index) =>
      text.toLowerCase().startsWith(word.lower) && /\p{Lu}/u.test(text.charAt(0))
        ? [{ index, reason: 'initial' as const }]
        : [],
    );
  }
  const stems = stemsOf(word);
  return words.flatMap(({ text }, index) => {
    const reason = reasonFor(word, text, stems);
    return reason === null ? [] : [{ index, reason }];
  });
}

/** How far apart the words of one name may stand. */
const NEAR = 3;
const AROUND = 60;

/** The words around a place of a text, as one line. */
function around(text: string, from: number, to: number): string {
  const start = text.lastIndexOf(' ', Math.max(0, from - AROUND)) + 1;
  const space = text.indexOf(' ', to + AROUND);
  const end = space < 0 ? text.length : space;
  const cut = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`.slice(0, 400);
}

const SCORE = { together: 84, alone: 44, quiet: 34, typo: 12, other: 6, initial: 10 };

/**
 * Looks for a name in a text: its words near one another, or, weaker, a telling one by itself, with a capital or in full.
 * @returns The best place; null when there is none.
 */
export function findName(text: string, name: Name): TextMatch | null {
  const words = wordsOf(text);
  const tellers = telling(name);
  const rest = name.words.filter(
    (word) =>
      !tellers.includes(word) && !word.generic && (word.initial || word.folded.length >= SHORTEST_STEM),
  );
  let best: TextMatch | null = null;
  const restPlaces = rest.map((word) => placesOf(word, words));
  const tellerPlaces = tellers.map((word) => placesOf(word, words));
  for (const [teller, places] of tellerPlaces.entries()) {
    for (const place of places) {
      const others = [...tellerPlaces.filter((_, index) => index !== teller), ...restPlaces];
      const near = others.flatMap((list) => {
        const found = list.find(
          ({ index }) => index !== place.index && Math.abs(index - place.index) <= NEAR,
        );
        return found ? [found] : [];
      });
      const score = scoreOf(place, near, others.length, words[place.index]?.text ?? '', tellers[teller]);
      if (score === null || (best && best.score >= score)) continue;
      const spots = [place, ...near].map(({ index }) => words[index]);
      const from = Math.min(...spots.map((spot) => spot?.at ?? 0));
      const to = Math.max(...spots.map((spot) => (spot?.at ?? 0) + (spot?.text.length ?? 0)));
      const reasons = [...new Set([place, ...near].map(({ reason }) => reason))];
      const partial: readonly MatchReason[] = near.length < others.length ? ['partial'] : [];
      best = { score, reasons: [...clean(reasons), ...partial], found: around(text, from, to) };
    }
  }
  return best;
}

const clean = (reasons: readonly MatchReason[]): readonly MatchReason[] =>
  reasons.length > 1 ? reasons.filter((reason) => reason !== 'exact') : reasons;

function scoreOf(
  place: Place,
  near: readonly Place[],
  wanted: number,
  written: string,
  word: NameWord | undefined,
): number | null {
  const off = [place, ...near].reduce(
    (sum, { reason }) =>
      sum +
      (reason === 'typo'
        ? SCORE.typo
        : reason === 'initial'
          ? SCORE.initial
          : reason === 'exact'
            ? 0
            : SCORE.other / 2),
    0,
  );
  if (near.length === wanted && wanted > 0) return SCORE.together - off;
  if (near.some(({ reason }) => reason !== 'initial')) return SCORE.together - off - SCORE.other * 2;
  // A typing error needs another word of the name beside it.
  if (place.reason === 'typo' && wanted > 0) return null;
  const full = word !== undefined && written.toLowerCase() === word.lower;
  if (/^\p{Lu}/u.test(written)) return (wanted === 0 ? SCORE.together - SCORE.other * 2 : SCORE.alone) - off;
  return full && written.length > 4 ? SCORE.quiet : null;
}

/** Looks for a number or an address in a text. */
export function findNumber(text: string, number: Num): TextMatch | null {
  if (!numbersIn(text).some((found) => sameNumber(found, number))) return null;
  const tail = number.value.slice(-4);
  const at =
    number.kind === 'email'
      ? text.toLowerCase().indexOf(number.value)
      : text.replaceAll(/\D/g, '·').indexOf(tail);
  const start = Math.max(0, at);
  return { score: 85, reasons: ['number'], found: around(text, start, start + number.value.length) };
}
