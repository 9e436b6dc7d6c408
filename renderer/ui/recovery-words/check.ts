/** How many words are typed back from the sheet. */
const ASKED = 2;

/**
 * Chooses two different places among the recovery words, in rising order.
 * @param random A number from 0 up to, but not, 1.
 */
export function choosePlaces(words: number, random: () => number): readonly number[] {
  const left = Array.from({ length: words }, (_, place) => place);
  const chosen = Array.from({ length: Math.min(ASKED, words) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  );
  return chosen.flat().toSorted((a, b) => a - b);
}

/** A number from 0 up to 1 that cannot be guessed. */
export const unguessable = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** Whether a word was typed back right. Capital letters and spaces around it do not matter. */
export const sameWord = (typed: string, word: string | undefined): boolean =>
  word !== undefined && typed.trim().toLowerCase() === word;
