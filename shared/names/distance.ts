/*
 * Typing errors, counted as F. J. Damerau did (A technique for computer detection and correction of spelling errors, 1964):
 * a letter left out, added or changed, or two neighbours exchanged; as optimal string alignment, no part edited twice.
 */

/** What one word has to go through to become another, up to a limit; null beyond it. */
export function editDistance(one: string, other: string, limit: number): number | null {
  if (Math.abs(one.length - other.length) > limit) return null;
  if (one === other) return 0;
  const width = other.length + 1;
  let before = new Uint8Array(width);
  let last = Uint8Array.from({ length: width }, (_, index) => index);
  let row = new Uint8Array(width);
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j += 1) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return null;
    [before, last, row] = [last, row, before];
  }
  const distance = last[width - 1] ?? 0;
  return distance <= limit ? distance : null;
}

/** Below this length a name is too short for an error to be told from another name. */
const SHORTEST = 4;
/** Up to this length only letters left out, added within or exchanged count, none that was changed. */
const SHORT = 5;
/** From this length on two errors are forgiven. */
const LONG = 9;
/** From this length on a missing last letter is an error, not the stem of another name. */
const STEM = 7;

/**
 * How many typing errors part two names, for their length; null when there are more than can be forgiven, or they part the
 * names where people seldom err: at the first letter, or, in shorter names, by the last one alone (Urban, Urbanc).
 */
export function typingErrors(one: string, other: string): number | null {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < SHORTEST) return null;
  const exchanged = one.charAt(0) === other.charAt(1) && one.charAt(1) === other.charAt(0);
  if (one.charAt(0) !== other.charAt(0) && !exchanged) return null;
  const distance = editDistance(one, other, shorter.length >= LONG ? 2 : 1);
  if (distance === null || distance === 0) return distance;
  if (shorter.length <= SHORT && shorter.length === longer.length && !isExchange(one, other)) return null;
  if (shorter.length < STEM && longer.startsWith(shorter)) return null;
  return distance;
}

const isExchange = (one: string, other: string): boolean =>
  Array.from(one).toSorted().join('') === Array.from(other).toSorted().join('');
