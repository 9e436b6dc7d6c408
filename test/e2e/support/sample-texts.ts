import { readFileSync } from 'node:fs';
import {
  samplePeopleSchema,
  sampleStructureSchema,
  sampleTextsSchema,
  type SampleClientTexts,
} from '#shared/domain/sample.ts';
import type { LineMark } from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(`resources/app/sample/${path}.json`, 'utf8')) as unknown;

/** What the sample law office says of one client: the words, and which line bears which mark. */
export interface SampleFile {
  /** As listed: surname first. */
  readonly name: string;
  readonly texts: SampleClientTexts;
  /** The lines of all notes with a mark. */
  readonly marked: (mark: LineMark) => readonly string[];
}

/** The file of one client of the sample law office. */
export function sampleFile(who: string, language: Language): SampleFile {
  const { people, organisations } = samplePeopleSchema.parse(read(`people/${language}`));
  const name = people[who]?.listed ?? organisations[who]?.name;
  const texts = sampleTextsSchema.parse(read(`law/${language}`)).clients[who];
  const structure = sampleStructureSchema.parse(read('law/structure')).clients.find((one) => one.who === who);
  if (name === undefined || !texts || !structure) throw new Error(`The sample has no ${who}`);
  const marked = (mark: LineMark): string[] =>
    structure.notes.flatMap((note, index) =>
      note.lines.flatMap((line, at) => {
        const words = texts.notes[index]?.lines[at];
        return line.mark === mark && words !== undefined ? [words] : [];
      }),
    );
  return { name, texts, marked };
}
