import { skeletons } from '#shared/names/skeleton.ts';
import { spellingOf, type Segment, wordCount } from '#renderer/worker/search/segment.ts';

/** The first sound is told by so many letters of a word. */
const TELLING = 6;
/** What a word that begins with several sounds has: it is always looked at. */
const SEVERAL = 255;
/** What a number has, or a word of one letter: it is never looked at. */
const NONE = 254;
const LETTER_A = 97;
const LETTERS = 26;

/** Letters that stand for one sound whatever follows them, and that sound. */
const PLAIN = new Map(
  'aa bb dd ee ff gg hh ll mm nn oo uu vv аa бb вv дd жz зz кk лl мm нn оo пp рr сs уu фf хh чc'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charCodeAt(1) - LETTER_A]),
);

const HAS_NUMBER = /\p{N}|#/u;
const HAS_LETTER = /\p{L}/u;

/** Which sound a word begins with in every skeleton of it. */
function firstSound(word: string): number {
  if (word.length < 2 || !HAS_LETTER.test(word)) return NONE;
  if (HAS_NUMBER.test(word)) return SEVERAL;
  const plain = PLAIN.get(word.charAt(0));
  if (plain !== undefined) return plain;
  let found = NONE;
  for (const skeleton of skeletons(word.slice(0, TELLING))) {
    const sound = skeleton.charCodeAt(0) - LETTER_A;
    // The glide at the beginning is dropped before some vowels, which may stand behind these letters.
    if (sound < 0 || sound >= LETTERS || /^(?:i*|.)$/.test(skeleton)) return SEVERAL;
    if (found !== NONE && found !== sound) return SEVERAL;
    found = sound;
  }
  return found === NONE ? SEVERAL : found;
}

/**
 * Which sound each spelling of a segment begins with. Taking the skeleton of every word at each check would take seconds;
 * this leaves a few in a hundred. A byte a spelling.
 */
export class FirstSounds {
  readonly #sounds: Uint8Array;
  readonly #segment: Segment;
  #known = 0;

  /** @param known What {@link bytes} were of the same segment. */
  constructor(segment: Segment, known: Uint8Array | null = null) {
    this.#segment = segment;
    this.#sounds = known ?? new Uint8Array(segment.counts.length);
    if (known) this.#known = wordCount(segment);
  }

  /** A sound for each spelling; null as long as they are not all known. */
  get bytes(): Uint8Array | null {
    return this.#known === wordCount(this.#segment) ? this.#sounds : null;
  }

  /** Goes through so many words more; answers whether there are some left. */
  learn(words: number): boolean {
    const segment = this.#segment;
    const count = wordCount(segment);
    const end = Math.min(count, this.#known + words);
    let [beginning, sound] = ['', NONE];
    for (let word = this.#known; word < end; word += 1) {
      const last = segment.firstSpelling[word + 1] ?? 0;
      for (let spelling = segment.firstSpelling[word] ?? 0; spelling < last; spelling += 1) {
        const text = spellingOf(segment, word, spelling);
        // Neighbours begin alike; a number may stand behind.
        const same =
          text.length > TELLING && text.startsWith(beginning) && beginning !== '' && !HAS_NUMBER.test(text);
        if (!same) {
          sound = firstSound(text);
          beginning = text.length > TELLING && !HAS_NUMBER.test(text) ? text.slice(0, TELLING) : '';
        }
        this.#sounds[spelling] = sound;
      }
    }
    this.#known = end;
    return end < count;
  }

  /** Calls back with each spelling that may begin with a sound, and with its folded word's number. */
  each(sound: string, found: (word: number, spelling: number) => void): void {
    this.learn(Number.POSITIVE_INFINITY);
    const wanted = sound.charCodeAt(0) - LETTER_A;
    const { firstSpelling } = this.#segment;
    const sounds = this.#sounds;
    let word = 0;
    for (let spelling = 0; spelling < sounds.length; spelling += 1) {
      if (sounds[spelling] !== wanted && sounds[spelling] !== SEVERAL) continue;
      while ((firstSpelling[word + 1] ?? 0) <= spelling) word += 1;
      found(word, spelling);
    }
  }
}
