import type { MatchReason } from '#shared/domain/conflict-check.ts';
import { typingErrors } from './distance.ts';
import type { NameWord } from './name.ts';
import { beginnings } from './skeleton.ts';

/** How alike two words are, and why. */
export interface Likeness {
  /** 0 to 1. */
  readonly value: number;
  readonly reasons: readonly MatchReason[];
  /** Typing errors between them. */
  readonly errors: number;
}

const VALUES = {
  exact: 1,
  diacritics: 0.98,
  spelling: 0.93,
  script: 0.94,
  gender: 0.93,
  given: 0.88,
  initial: 0.6,
};
const SECOND_SCRIPT = 0.99;
const EXACT: Likeness = { value: VALUES.exact, reasons: ['exact'], errors: 0 };

const share = <Item>(one: readonly Item[], other: readonly Item[]): boolean =>
  one.some((item) => other.includes(item));

/** Both are first names, and not of one another. */
const otherGivenName = (one: NameWord, other: NameWord): boolean =>
  one.groups.length > 0 && other.groups.length > 0 && !share(one.groups, other.groups);

function initialLikeness(one: NameWord, other: NameWord): Likeness | null {
  if (one.initial && other.initial && one.lower === other.lower) return EXACT;
  const begins =
    one.cyrillic === other.cyrillic
      ? one.folded.startsWith(other.folded) || other.folded.startsWith(one.folded)
      : beginnings(one.lower).some((a) =>
          beginnings(other.lower).some((b) => a.startsWith(b) || b.startsWith(a)),
        );
  return begins ? { value: VALUES.initial, reasons: ['initial'], errors: 0 } : null;
}

function sameName(one: NameWord, other: NameWord): Likeness | null {
  const crossing = one.cyrillic !== other.cyrillic;
  if (one.lower === other.lower) return EXACT;
  if (one.folded === other.folded) return { value: VALUES.diacritics, reasons: ['diacritics'], errors: 0 };
  if (share(one.keys, other.keys)) {
    const reason = crossing ? 'script' : 'spelling';
    return { value: VALUES[reason], reasons: [reason], errors: 0 };
  }
  const script: readonly MatchReason[] = crossing ? ['script'] : [];
  const value = crossing ? SECOND_SCRIPT : 1;
  if (share(one.groups, other.groups)) {
    return { value: VALUES.given * value, reasons: ['given', ...script], errors: 0 };
  }
  if (!otherGivenName(one, other) && share(one.forms, other.forms)) {
    return { value: VALUES.gender * value, reasons: ['gender', ...script], errors: 0 };
  }
  return null;
}

function mistyped(one: NameWord, other: NameWord): Likeness | null {
  if (otherGivenName(one, other) || (one.commonSurname && other.commonSurname)) return null;
  let least: number | null = null;
  const compare = (a: string, b: string): void => {
    const errors = typingErrors(a, b);
    if (errors !== null && (least === null || errors < least)) least = errors;
  };
  if (one.cyrillic === other.cyrillic) compare(one.folded, other.folded);
  for (const key of one.forms) for (const form of other.forms) compare(key, form);
  if (least === null) return null;
  const errors: number = least;
  const script: readonly MatchReason[] = one.cyrillic === other.cyrillic ? [] : ['script'];
  return { value: errors > 1 ? 0.72 : 0.82, reasons: ['typo', ...script], errors };
}

/** How alike two words of names are; null when they are different names. The same whichever comes first. */
export function likeness(one: NameWord, other: NameWord): Likeness | null {
  if (one.initial || other.initial) return initialLikeness(one, other);
  if (/^\p{N}/u.test(one.lower) || /^\p{N}/u.test(other.lower)) {
    return one.lower === other.lower ? EXACT : null;
  }
  return sameName(one, other) ?? mistyped(one, other);
}
