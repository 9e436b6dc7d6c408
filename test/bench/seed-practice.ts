import { clientRecord, emptyClient, LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import { newRecordId, type FileId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { emptyParty, partyRecord } from '#shared/domain/party.ts';
import type { RichTextNode } from '#shared/domain/rich-text.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import type { SearchDoc } from '#renderer/worker/search/docs.ts';
import { aNote } from '#test/builders/bodies.ts';
import { CORPUS_NOW, makeCorpus } from './corpus.ts';
import { randomFrom } from './random.ts';
import type { SeededVault } from './seed.ts';
import { idOf, type SealPut, seedJournal, type SeededFile } from './seed-records.ts';

/** Changes of one journal entry. */
const BATCH = 200;
const DAY_MS = 86_400_000;
/** Files with many notes, each to be opened once. */
export const FULL_FILES = 8;
const FULL_NOTES = 200;
const TASKS_EACH = 20;
/** Of so many tasks one is still open. */
const OPEN_ONE_OF = 10;

const textOf = (doc: SearchDoc | undefined): string => doc?.lines[0]?.text ?? '';

const bodyOf = ({ lines }: SearchDoc): RichTextNode => ({
  type: 'doc',
  content: lines.slice(1).map(({ text }) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

function task(random: () => number, title: string): TaskBody {
  const due = CORPUS_NOW + Math.floor((random() - 0.5) * 400) * DAY_MS;
  return {
    title,
    side: 'practice',
    who: '',
    dueOn: new Date(due).toISOString().slice(0, 10),
    doneAt: random() * OPEN_ONE_OF < 1 ? null : due,
    source: null,
  };
}

/** What stands in one file. */
function* recordsOf(
  put: SealPut,
  file: SeededFile,
  docs: {
    readonly client: SearchDoc;
    readonly parties: readonly SearchDoc[];
    readonly notes: readonly SearchDoc[];
  },
  random: () => number,
): Generator<PutOp> {
  const { client, parties, notes } = docs;
  const stage = LIFECYCLE_STAGES[Math.floor(random() * LIFECYCLE_STAGES.length)] ?? 'reach';
  yield put(clientRecord, idOf(file), file, { ...emptyClient(textOf(client), 'cs'), stage });
  for (const party of parties)
    yield put(partyRecord, newRecordId(), file, emptyParty(textOf(party), 'contact'));
  for (const note of notes) {
    const body = aNote({ title: textOf(note), body: bodyOf(note), startedAt: note.at ?? CORPUS_NOW });
    yield put(noteRecord, newRecordId(), file, body);
  }
  for (let index = 0; index < TASKS_EACH; index += 1)
    yield put(taskRecord, newRecordId(), file, task(random, textOf(notes[index % notes.length])));
}

/** The vault of a whole practice. */
export interface SeededPractice extends SeededVault {
  /** The files with 200 notes. */
  readonly full: readonly FileId[];
}

/**
 * Writes the vault of a whole practice into a data folder: so many clients, with four parties, ten notes of 1.5 kB and
 * twenty tasks each, in four languages; the first {@link FULL_FILES} have 200 notes.
 */
export async function seedPractice(folder: string, clients: number): Promise<SeededPractice> {
  let full: readonly FileId[] = [];
  const vault = await seedJournal(folder, clients, async ({ files, put, append }) => {
    full = files.slice(0, FULL_FILES).map(({ fileId }) => fileId);
    const random = randomFrom(clients + 1);
    const corpus = makeCorpus(clients);
    let batch: PutOp[] = [];
    for (const [index, file] of files.entries()) {
      const client = corpus.clients[index];
      if (!client) break;
      const parties = corpus.parties.slice(index * 4, index * 4 + 4);
      const notes =
        index < FULL_FILES
          ? corpus.notes.slice(index * FULL_NOTES, (index + 1) * FULL_NOTES)
          : corpus.notes.slice(index * 10, index * 10 + 10);
      for (const op of recordsOf(put, file, { client, parties, notes }, random)) {
        batch.push(op);
        if (batch.length < BATCH) continue;
        await append(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await append(batch);
  });
  return { ...vault, full };
}
