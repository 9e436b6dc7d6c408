import { taskRecord } from '#shared/domain/task.ts';
import { clientRecord, emptyClient } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { VaultReader, VaultWriter } from '#renderer/db/index.ts';
import { aNote, aQuestion, aTask } from '#test/builders/bodies.ts';
import { caseSeed, type Random, randomFrom } from './random.ts';

/*
 * What the driven app writes: change after change, each over several tables, all of it following from a seed. What
 * should be there after change n is known to everybody who knows the seed.
 */

/** Records in each table; changes go round in them, so that a vault stays small however often it is written. */
const SLOTS = 20;
const FILES = 4;

/** Texts by the name of their record; a record that is not there has none. */
export type State = Readonly<Record<string, string>>;

type Step =
  | { readonly do: 'put'; readonly name: string; readonly text: string }
  | { readonly do: 'remove'; readonly name: string };

/** A line holds at most 500 letters. */
function textOf(random: Random, number: number, line: boolean): string {
  const length = !line && random.chance(0.1) ? random.between(10_000, 60_000) : random.between(1, 400);
  const letters = 'abcdefghijklmnopqrstuvwxyz řžźłёж';
  const piece = Array.from(
    { length: Math.min(length, 200) },
    () => letters[random.below(letters.length)],
  ).join('');
  return `${String(number)}: ${piece.repeat(Math.ceil(length / 200))}`;
}

/** What the change with this number does, counted from 1. The first makes the client files. */
function stepsOf(seed: number, number: number): readonly Step[] {
  const random = randomFrom(caseSeed(seed, number));
  const slot = (): string => String(random.below(SLOTS));
  if (number === 1) {
    return Array.from({ length: FILES }, (_, file) => ({
      do: 'put',
      name: `client ${String(file)}`,
      text: `1: ${String(file)}`,
    }));
  }
  const names = [
    `client ${String(random.below(FILES))}`,
    `task ${slot()}`,
    `question ${slot()}`,
    ...(random.chance(0.3) ? [`note ${slot()}`] : []),
  ];
  const puts = names.map((name): Step => ({
    do: 'put',
    name,
    text: textOf(random, number, name.startsWith('task')),
  }));
  if (!random.chance(0.3)) return puts;
  const gone = `task ${slot()}`;
  return [...puts.filter(({ name }) => name !== gone), { do: 'remove', name: gone }];
}

/** What is there after the changes up to and with this number. */
export function stateAfter(seed: number, number: number): State {
  const state: Record<string, string> = {};
  for (let done = 1; done <= number; done += 1) {
    for (const step of stepsOf(seed, done)) {
      if (step.do === 'put') state[step.name] = step.text;
      else delete state[step.name];
    }
  }
  return state;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
const KINDS = ['client', 'task', 'question', 'note'];
const idOf = (name: string): string => {
  const [kind = '', slot = ''] = name.split(' ');
  return `01900000-0000-7000-8000-${hex(KINDS.indexOf(kind), 4)}${hex(Number(slot), 8)}`;
};
const nameOf = (id: string): string =>
  `${KINDS[Number.parseInt(id.slice(24, 28), 16)] ?? '?'} ${String(Number.parseInt(id.slice(28), 16))}`;

/** Writes the change with this number. */
export async function writeChange(change: VaultWriter, seed: number, number: number): Promise<void> {
  for (const step of stepsOf(seed, number)) {
    const id = idOf(step.name) as RecordId;
    const [kind, slot] = step.name.split(' ');
    const fileId = idOf(`client ${String(Number(slot) % FILES)}`) as FileId;
    if (step.do === 'remove') await change.remove(taskRecord, id);
    else if (kind === 'client')
      change.put(clientRecord, { id, fileId }, { ...emptyClient('Client', 'cs'), keyFacts: step.text });
    else if (kind === 'task')
      change.put(taskRecord, { id, fileId }, aTask({ title: step.text, who: step.text }));
    else if (kind === 'question') change.put(questionRecord, { id, fileId }, aQuestion({ text: step.text }));
    else {
      const content = [{ type: 'paragraph', content: [{ type: 'text', text: step.text }] }];
      change.put(noteRecord, { id, fileId }, aNote({ body: { type: 'doc', content } }));
    }
  }
}

const innerText = (node: { readonly text?: string; readonly content?: readonly object[] }): string =>
  node.text ?? (node.content ?? []).map(innerText).join('');

/** What is there. */
export async function readState(vault: VaultReader): Promise<State> {
  const state: Record<string, string> = {};
  for (const { id, keyFacts } of await vault.all(clientRecord)) state[nameOf(id)] = keyFacts;
  for (const { id, who } of await vault.all(taskRecord)) state[nameOf(id)] = who;
  for (const { id, text } of await vault.all(questionRecord)) state[nameOf(id)] = text;
  for (const { id, body } of await vault.all(noteRecord)) state[nameOf(id)] = innerText(body);
  return state;
}

/** The last change that a state knows of. Every change puts a text that begins with its number. */
export const lastChangeIn = (state: State): number =>
  Object.values(state).reduce((last, text) => Math.max(last, Number.parseInt(text, 10)), 0);

/** What is wrong with a state, of which changes up to `acknowledged` were called saved; null when nothing is. */
export function faultIn(seed: number, state: State, acknowledged: number): string | null {
  const last = lastChangeIn(state);
  if (last < acknowledged) {
    return `lost: changes up to ${String(acknowledged)} were acknowledged, and the last one there is ${String(last)}`;
  }
  const expected = stateAfter(seed, last);
  const names = [...new Set([...Object.keys(expected), ...Object.keys(state)])];
  const wrong = names.filter((name) => expected[name] !== state[name]);
  if (wrong.length === 0) return null;
  return `torn: after change ${String(last)} these are not as they were written: ${wrong.slice(0, 8).join(', ')}`;
}
