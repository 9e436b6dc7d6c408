import type { Name, NameWord } from '#shared/names/name.ts';
import type { Num } from '#shared/names/number.ts';
import { skeletons } from '#shared/names/skeleton.ts';
import { isCaseOf, isMistypedCaseOf, stemsOf, telling, WORDS } from '#shared/names/text.ts';
import { groupBy } from '#renderer/lib/group-by.ts';
import { spellingsFor } from '#renderer/worker/search/expand.ts';
import { phraseIn } from '#renderer/worker/search/phrase.ts';
import { AFTER_TITLES } from '#renderer/worker/search/cursor.ts';
import { eachPlace } from '#renderer/worker/search/postings.ts';
import { parseQuery } from '#renderer/worker/search/query.ts';
import type { LiveSegment } from '#renderer/worker/search/search.ts';
import {
  docCount,
  foldedWord,
  kindNumber,
  NUMBER_SIGN,
  type Segment,
  spellingOf,
  wordsBeginning,
} from '#renderer/worker/search/segment.ts';
import { FirstSounds } from './first-sounds.ts';

/** The digits by which numbers are compared: a phone number without the prefix of its country. */
const TAIL = 9;

/** Names are not texts: those of these are compared with the names that are held. */
export const NAMED: ReadonlySet<number> = new Set([kindNumber('client'), kindNumber('party')]);
const CHECKED = new Set(
  (
    [
      'client',
      'party',
      'note',
      'requirement',
      'requirementsDocument',
      'task',
      'question',
      'engagement',
      'money',
    ] as const
  ).map(kindNumber),
);

const known = new WeakMap<Segment, FirstSounds>();

function soundsOf(segment: Segment): FirstSounds {
  const sounds = known.get(segment) ?? new FirstSounds(segment);
  known.set(segment, sounds);
  return sounds;
}

/** Makes ready what the first check needs of a segment, so many words at a time; answers whether there are some left. */
export const readySounds = (segment: Segment, words: number): boolean => soundsOf(segment).learn(words);

/** What was found out about the words of a segment; null when that was not all yet. */
export const knownSounds = (segment: Segment): Uint8Array | null => soundsOf(segment).bytes;

/** Takes over what was found out about the words of a segment earlier. */
export const adoptSounds = (segment: Segment, sounds: Uint8Array): void =>
  void known.set(segment, new FirstSounds(segment, sounds));

/** What a word of a text counts that is a word of the name, and what one counts that may be so by a typing error. */
const CASE = 2;
const MISTYPED = 1;

/** The spellings of a segment that may be a word of a name, in any case, by what they count. */
function spellingsLike(segment: Segment, wanted: NameWord): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const stems = groupBy(stemsOf(wanted), (stem) => stem.charAt(0));
  const sounds = new Set([...stems.keys(), ...wanted.keys.map((key) => key.charAt(0))]);
  for (const sound of sounds) {
    const sought = stems.get(sound) ?? [];
    const likeness = (run: string): number => {
      if (run === wanted.lower) return CASE;
      if (sought.length === 0) return 0;
      const terms = skeletons(run);
      const some = (like: typeof isCaseOf): boolean =>
        sought.some((stem) => terms.some((term) => like(term, stem)));
      return some(isCaseOf) ? CASE : some(isMistypedCaseOf) ? MISTYPED : 0;
    };
    soundsOf(segment).each(sound, (word, spelling) => {
      for (const [run] of spellingOf(segment, word, spelling).matchAll(WORDS)) {
        const counts = run.length < 2 ? 0 : likeness(run);
        if (counts > (found.get(spelling) ?? 0)) found.set(spelling, counts);
      }
    });
  }
  return found;
}

/** Calls back for the documents that have a spelling in a text, perhaps more than once. */
function eachDocWith({ segment, gone }: LiveSegment, spelling: number, found: (doc: number) => void): void {
  const { kinds } = segment;
  eachPlace(segment, spelling, (doc, place) => {
    const kind = kinds[doc] ?? 0;
    if (gone[doc] === 1 || !CHECKED.has(kind)) return;
    if (place >= AFTER_TITLES || !NAMED.has(kind)) found(doc);
  });
}

/** The texts with telling words of a name: by document, how many there are and how near they come; 0: none. */
export function docsWithName(live: LiveSegment, name: Name): Uint8Array {
  const counts = new Uint8Array(docCount(live.segment));
  for (const word of telling(name)) {
    const best = new Uint8Array(counts.length);
    for (const [spelling, count] of spellingsLike(live.segment, word)) {
      eachDocWith(live, spelling, (doc) => {
        if (count > (best[doc] ?? 0)) best[doc] = count;
      });
    }
    best.forEach((count, doc) => {
      if (count > 0) counts[doc] = (counts[doc] ?? 0) + count;
    });
  }
  return counts;
}

/** The texts that may have a number or an address: by document, 1 or 0. */
export function docsWithNumber(live: LiveSegment, number: Num): Uint8Array {
  const { segment, gone } = live;
  const found = new Uint8Array(docCount(segment));
  if (number.kind === 'email') {
    const [clause] = parseQuery(`"${number.value}" `);
    const words = clause?.map((word) => spellingsFor(segment, word, false)) ?? [];
    const { docs, count } = phraseIn(segment, words);
    for (const doc of docs.subarray(0, count)) {
      if (gone[doc] !== 1 && CHECKED.has(segment.kinds[doc] ?? 0)) found[doc] = 1;
    }
    return found;
  }
  const tail = number.value.replace(/^0+/, '').slice(-TAIL);
  const [from, to] = wordsBeginning(segment, NUMBER_SIGN);
  for (let word = from; word < to; word += 1) {
    if (!foldedWord(segment, word).endsWith(tail)) continue;
    const spelling = segment.firstSpelling[word] ?? 0;
    eachDocWith(live, spelling, (doc) => {
      found[doc] = 1;
    });
  }
  return found;
}
