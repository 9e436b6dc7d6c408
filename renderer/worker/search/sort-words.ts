/** Words one after another, and where each begins; each ends where the next begins. */
export interface Words {
  readonly units: Uint16Array;
  readonly at: Uint32Array;
}

/** Below so many words comparing them one with another is quicker. */
const FEW = 12;

/** Compares two words by their units from a depth on. */
function compared({ units, at }: Words, one: number, other: number, depth: number): number {
  const [from, otherFrom] = [at[one] ?? 0, at[other] ?? 0];
  const [length, otherLength] = [(at[one + 1] ?? 0) - from, (at[other + 1] ?? 0) - otherFrom];
  const shared = Math.min(length, otherLength);
  for (let index = depth; index < shared; index += 1) {
    const difference = (units[from + index] ?? 0) - (units[otherFrom + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}

function insertionSort(words: Words, order: Uint32Array, from: number, to: number, depth: number): void {
  for (let index = from + 1; index < to; index += 1) {
    const word = order[index] ?? 0;
    let at = index;
    for (; at > from && compared(words, order[at - 1] ?? 0, word, depth) > 0; at -= 1)
      order[at] = order[at - 1] ?? 0;
    order[at] = word;
  }
}

/**
 * Sorts numbers of words by the words' units (three-way radix quicksort of J. Bentley and R. Sedgewick, 1997): no string is
 * made, and what words share at their beginning is compared once.
 */
export function sortWords(words: Words, order: Uint32Array, from = 0, to = order.length, depth = 0): void {
  const { units, at } = words;
  const unitOf = (word: number): number => {
    const place = (at[word] ?? 0) + depth;
    return place < (at[word + 1] ?? 0) ? (units[place] ?? 0) : -1;
  };
  let [begin, end] = [from, to];
  while (end - begin > FEW) {
    const pivot = unitOf(order[(begin + end) >>> 1] ?? 0);
    let [low, high] = [begin, end - 1];
    for (let index = begin; index <= high;) {
      const word = order[index] ?? 0;
      const unit = unitOf(word);
      if (unit === pivot) {
        index += 1;
        continue;
      }
      const place = unit < pivot ? low : high;
      order[index] = order[place] ?? 0;
      order[place] = word;
      if (unit < pivot) {
        low += 1;
        index += 1;
      } else high -= 1;
    }
    if (pivot >= 0) sortWords(words, order, low, high + 1, depth + 1);
    sortWords(words, order, begin, low, depth);
    begin = high + 1;
  }
  insertionSort(words, order, begin, end, depth);
}
