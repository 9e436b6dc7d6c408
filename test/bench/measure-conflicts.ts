import { type FileId, newFileId, newRecordId } from '#shared/domain/ids.ts';
import { CZECH_GIVEN } from '#shared/names/tables/cs.ts';
import { ENGLISH_GIVEN } from '#shared/names/tables/en.ts';
import { POLISH_GIVEN } from '#shared/names/tables/pl.ts';
import { RUSSIAN_GIVEN } from '#shared/names/tables/ru.ts';
import { COMMON_SURNAMES } from '#shared/names/tables/surnames.ts';
import { ConflictIndex } from '#renderer/worker/conflicts/conflict-index.ts';
import type { HeldName, NamedRecord } from '#renderer/worker/conflicts/protocol.ts';
import { adoptSounds, knownSounds, readySounds } from '#renderer/worker/conflicts/text-finder.ts';
import { SearchIndex } from '#renderer/worker/search/search-index.ts';
import { quantile } from './figures.ts';
import { randomFrom } from './random.ts';

/** How much is checked. */
export interface CheckedSize {
  readonly clients: number;
  readonly parties: number;
  readonly notes: number;
}

/** What a conflict check over made-up records takes, once the search has taken everything in. */
export interface ConflictTimes {
  /** The first check of a session that took the kept index over, milliseconds: nothing was made ready in quiet moments. */
  readonly first: number;
  /** One check of one name, 95th percentile and longest, milliseconds. */
  readonly p95: number;
  readonly longest: number;
  /** What it keeps beside the index of the search, bytes. */
  readonly memory: number;
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);
const SURNAMES = wordsOf(COMMON_SURNAMES);
const GIVEN = [CZECH_GIVEN, POLISH_GIVEN, RUSSIAN_GIVEN, ENGLISH_GIVEN].flatMap((table) =>
  table.split('\n').flatMap((line) => wordsOf(line).slice(0, 1)),
);
const SYLLABLES: readonly string[] = [
  ...wordsOf('ko va ně pro sta ří mě na do ce ři žá lo pě vý se ští'),
  ...wordsOf('prze wy do na cie sza ło ną rzy dze ko wie'),
  ...wordsOf('про ста на го ря ди ве ще ма ло ни кры'),
  ...wordsOf('con ter ing ed pro al ment re ta ly sion'),
];
const VOCABULARY = 60_000;
const TEXT_LENGTH = 1500;

/** Makes up names, texts and numbers in four languages. */
export function maker(random: () => number) {
  const pick = <Item>(list: readonly Item[], fallback: Item): Item =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  // Most surnames are rare: a syllable more makes one.
  const surname = (): string =>
    capital(pick(SURNAMES, 'novák') + (random() < 0.6 ? pick(SYLLABLES, 'ko') + pick(SYLLABLES, 'va') : ''));
  const name = (): string => `${surname()} ${capital(pick(GIVEN, 'jan'))}`;
  const vocabulary = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES, 'ko')).join(''),
  );
  /** A word by Zipf's law: the one at place n is written 1/n as often as the first. */
  const word = (): string => vocabulary[Math.floor(VOCABULARY ** random()) - 1] ?? 'a';
  const text = (): string => {
    const words: string[] = [];
    for (let length = 0; length < TEXT_LENGTH; length += (words.at(-1)?.length ?? 0) + 1) {
      words.push(random() < 0.01 ? name() : word());
    }
    return words.join(' ');
  };
  const number = (): string => String(Math.floor(1e8 + random() * 9e8));
  return { name, text, number };
}

/** A conflict index as a session has it that took over what the one before had kept on the disk. */
function sessionAfter(search: SearchIndex, people: readonly NamedRecord[]): ConflictIndex {
  const before = new ConflictIndex(search);
  for (const one of people) before.put(one);
  while (search.segments().some(({ segment }) => readySounds(segment, 10_000)));
  const now = new SearchIndex();
  const conflicts = new ConflictIndex(now);
  for (const live of search.settled()) {
    const taken = now.adopt({ ...search.withOwnFiles(live.segment), gone: live.gone });
    conflicts.adopt(before.packedOf(live), taken);
    const sounds = knownSounds(live.segment);
    if (sounds) adoptSounds(taken.segment, sounds);
  }
  return conflicts;
}

/** Fills the index of the search and checks 60 names in it, one at a time. */
export function measureConflicts({ clients, parties, notes }: CheckedSize): ConflictTimes {
  const { name, text, number } = maker(randomFrom(20261122));
  const held = (value: string, kind: HeldName['kind']): HeldName => ({
    text: value,
    bearer: '',
    kind,
    place: 'party',
    role: 'opponent',
  });
  const files = Array.from({ length: clients }, newFileId);
  const fileAt = (at: number): FileId => files[at % clients] ?? newFileId();
  const search = new SearchIndex();
  for (let at = 0; at < notes; at += 1) {
    const lines = [{ text: text() }];
    search.addInBulk([{ id: newRecordId(), fileId: fileAt(at), kind: 'note', at: null, mark: null, lines }]);
  }
  const people = Array.from({ length: clients + parties }, (_, at): NamedRecord => ({
    id: newRecordId(),
    fileId: fileAt(at),
    names: [held(name(), 'name')],
    numbers: [held(number(), 'number')],
  }));
  people.forEach(({ id, fileId, names }, at) => {
    const lines = names.map(({ text: line }) => ({ text: line, strong: true }));
    const kind = at < clients ? 'client' : 'party';
    search.addInBulk([{ id, fileId, kind, at: null, mark: null, lines }]);
  });
  search.endBulk();
  globalThis.gc?.();
  const before = process.memoryUsage();
  const index = sessionAfter(search, people);
  const check = (query: string): number => {
    const begun = performance.now();
    index.check([query]);
    return performance.now() - begun;
  };
  const first = check(name());
  globalThis.gc?.();
  const after = process.memoryUsage();
  const took = Array.from({ length: 60 }, (_, at) =>
    check(at % 2 === 0 ? name() : (people[at * 31]?.names[0]?.text ?? '')),
  );
  return {
    first,
    p95: quantile(took, 0.95),
    longest: Math.max(...took),
    memory: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers,
  };
}
