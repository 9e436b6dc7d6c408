/** Fewest characters of a passphrase whose strength alone does not carry it. */
export const ENOUGH_CHARACTERS = 12;
/** Strength from which a shorter passphrase is good enough. */
const ENOUGH_STRENGTH = 3;
/** Strength below which no length helps: fewer than a million guesses. */
const LEAST_STRENGTH = 2;

/** How hard a passphrase is to guess: 0 at once, 4 not in a lifetime (the scale of zxcvbn). */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Why a new passphrase is not taken. */
export type PassphraseProblem = 'empty' | 'weak' | 'obvious' | 'different';

type Judge = (passphrase: string) => Strength;
let judge: Promise<Judge> | undefined;

async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }, { knownWords }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('./known-words.ts'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...dictionary, ...knownWords() },
    graphs: adjacencyGraphs,
  });
  return (passphrase) => zxcvbn.check(passphrase).score;
}

/** Judges a passphrase. The word lists behind it are large and are loaded at the first call. */
export async function strengthOf(passphrase: string): Promise<Strength> {
  judge ??= loadJudge();
  return (await judge)(passphrase);
}

const charactersIn = (text: string): number => Array.from(text).length;

/**
 * Says why a new passphrase is not taken, or null when it is: twelve characters or a strength of 3 are wanted, and
 * nothing that is guessed in a few days, however long.
 */
export function problemOf(first: string, second: string, strength: Strength): PassphraseProblem | null {
  if (first === '') return 'empty';
  if (charactersIn(first) < ENOUGH_CHARACTERS && strength < ENOUGH_STRENGTH) return 'weak';
  if (strength < LEAST_STRENGTH) return 'obvious';
  return first === second ? null : 'different';
}
