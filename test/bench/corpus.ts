import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { SearchDoc } from '#renderer/worker/search/docs.ts';
import { randomFrom } from './random.ts';

const list = (words: string): readonly string[] => words.split(' ');

/** What words are made of, and the endings they take in the cases. */
const LANGUAGES = [
  {
    parts: list('no vá ko li řez ník ska dá vě ru po sta smlou ná jem dlu žník úč tár prá vo ší čas mě nov'),
    endings: list('a u y ou em ům ách ami ý ého ému ě'),
  },
  {
    parts: list('umo wa przed się bior czy wła ści cie za płat ność sąd dzie kan ry nek łód kra ków żą da'),
    endings: list('a y ie ę ą om ach ami ów ego emu ych'),
  },
  {
    parts: list('до го вор пла теж суд при ход рас клиент за яв ле ни от вет чик рабо та срок ме ся ц'),
    endings: list('а у ом е ы ов ам ами ах ый ого ых'),
  },
  {
    parts: list('con tract lease pay ment ten ant of fice der mar ket est ate pro per ty sig na ture west'),
    endings: ['', '', '', 's', 's', 'ed', 'ing', 'er', 'ly', 'al', 'ness', ''],
  },
] as const;

/** Stems of a language. The n-th most frequent is used 1/n as often as the first (Zipf). */
const STEMS = 12_000;

/** Draws words of one language. */
type Draw = () => string;

function vocabulary({ parts, endings }: (typeof LANGUAGES)[number], random: () => number): Draw {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  // The frequent words are short ones.
  const stems = Array.from({ length: STEMS }, (_, rank) =>
    Array.from({ length: rank < 60 ? 1 : 2 + Math.floor(random() * (rank < 2000 ? 2 : 3)) }, () =>
      pick(parts),
    ).join(''),
  );
  const scale = Math.log(STEMS + 1);
  return () => {
    const rank = Math.floor(Math.exp(random() * scale)) - 1;
    // The first endings are those of the cases that are used most.
    const ending = endings[Math.floor(random() ** 2 * endings.length)] ?? '';
    return (stems[Math.min(rank, STEMS - 1)] ?? '') + ending;
  };
}

/** A corpus as a practice has it. */
export interface Corpus {
  readonly clients: readonly SearchDoc[];
  readonly parties: readonly SearchDoc[];
  readonly notes: readonly SearchDoc[];
}

const DAY_MS = 86_400_000;
/** Day that the corpus ends with. */
export const CORPUS_NOW = Date.UTC(2026, 10, 22);

const hex = (random: () => number): string =>
  Math.floor(random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0');
const uuid = (random: () => number): string => {
  const all = hex(random) + hex(random) + hex(random) + hex(random);
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Makes up clients with four parties and ten notes each, in four languages by turns; a note is about 1.5 kB of text (UTF-8).
 * The same numbers give the same corpus.
 */
export function makeCorpus(clients: number, notesEach = 10): Corpus {
  const random = randomFrom(clients);
  const draws = LANGUAGES.map((language) => vocabulary(language, random));
  const made: { clients: SearchDoc[]; parties: SearchDoc[]; notes: SearchDoc[] } = {
    clients: [],
    parties: [],
    notes: [],
  };
  for (let client = 0; client < clients; client += 1) {
    const draw = draws[client % draws.length] ?? (() => '');
    const name = (): string => `${capital(draw())} ${capital(draw())}`;
    const fileId = uuid(random) as FileId;
    const base = { fileId, mark: null };
    const id = fileId as string as RecordId;
    made.clients.push({ ...base, id, kind: 'client', at: null, lines: [{ text: name(), strong: true }] });
    for (let party = 0; party < 4; party += 1) {
      const lines = [{ text: name(), strong: true }];
      made.parties.push({ ...base, id: uuid(random) as RecordId, kind: 'party', at: null, lines });
    }
    for (let note = 0; note < notesEach; note += 1) {
      made.notes.push({
        ...base,
        id: uuid(random) as RecordId,
        kind: 'note',
        at: CORPUS_NOW - Math.floor(random() * 2000) * DAY_MS,
        lines: noteLines(draw, random),
      });
    }
  }
  return made;
}

function noteLines(draw: Draw, random: () => number): SearchDoc['lines'] {
  const words = (count: number): string => Array.from({ length: count }, draw).join(' ');
  const lines = [{ text: words(3), strong: true }];
  let bytes = 0;
  while (bytes < 1500) {
    const text = `${capital(words(12 + Math.floor(random() * 20)))}.`;
    bytes += Buffer.byteLength(text);
    lines.push({ text, strong: false });
  }
  // In one piece, as a text is that comes out of a record.
  return JSON.parse(JSON.stringify(lines)) as SearchDoc['lines'];
}
