import { diffLines, diffWordsWithSpace } from 'diff';
import type { Field } from './fields.ts';

/** A stretch of a text that was compared: as it was, put in, taken out, or left out here because nothing changed in it. */
export interface Part {
  readonly state: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

/** A comparison by words that takes longer is made by lines, milliseconds. */
const PATIENCE_MS = 300;
/** Unchanged words shown around a change, characters. */
const AROUND = 160;

/** What was put in and taken out between two texts, word by word. The parts that are not `added` make the older text. */
export function wordChanges(older: string, newer: string): readonly Part[] {
  const found = diffWordsWithSpace(older, newer, { timeout: PATIENCE_MS }) ?? diffLines(older, newer);
  return found.map(({ value, added, removed }) => ({
    state: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The parts with long unchanged stretches cut to what stands next to a change. */
export function shortened(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, index): Part[] => {
    const head = index === 0 ? 0 : AROUND;
    const tail = index === parts.length - 1 ? 0 : AROUND;
    const { state, text } = part;
    if (state !== 'same' || text.length <= head + tail + AROUND) return [part];
    const from = head === 0 ? 0 : text.indexOf(' ', head);
    const to = tail === 0 ? text.length : text.lastIndexOf(' ', text.length - tail) + 1;
    if (from < 0 || to <= from) return [part];
    const before: Part = { state: 'same', text: text.slice(0, from) };
    const after: Part = { state: 'same', text: text.slice(to) };
    const gap: Part = { state: 'gap', text: text.slice(from, to) };
    return [before, gap, after].filter((one) => one.text !== '');
  });
}

/** A part of a record in two of its versions. */
export interface FieldChange {
  readonly name: Field['name'];
  readonly older: string;
  readonly newer: string;
}

/** The parts of a record that say something else in its newer version. */
export function changedFields(older: readonly Field[], newer: readonly Field[]): readonly FieldChange[] {
  return newer.flatMap(({ name, text }) => {
    const before = older.find((field) => field.name === name)?.text ?? '';
    return before === text ? [] : [{ name, older: before, newer: text }];
  });
}
