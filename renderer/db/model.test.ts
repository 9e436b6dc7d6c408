import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { Stored } from '#shared/domain/record.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { aQuestion, aTask } from '#test/builders/bodies.ts';
import { allRawRows, changeRawRows, deleteRawStore, inRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, vault, type VaultReader, type VaultWriter } from './index.ts';

/*
 * The vault against a model of a dozen lines: two plain maps. Whatever is done to the vault, and whatever happens to its
 * two copies as long as one of them has each change, both must read the same.
 */

/** About 35 steps each. More in a long run: `MODEL_RUNS=10000 npx vitest run renderer/db/model`. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 40);

interface TaskModel {
  readonly fileId: FileId;
  readonly title: string;
  readonly dueOn: string | null;
}
interface Model {
  readonly tasks: Map<RecordId, TaskModel>;
  readonly questions: Map<RecordId, { readonly fileId: FileId; readonly text: string }>;
}
const copyOf = (model: Model): Model => ({
  tasks: new Map(model.tasks),
  questions: new Map(model.questions),
});

const files = [PRACTICE_FILE, newFileId(), newFileId()];
const taskIds = Array.from({ length: 6 }, newRecordId);
const questionIds = Array.from({ length: 3 }, newRecordId);
const DAYS = [null, '2026-11-10', '2026-11-11', '2026-11-12'];

const file = fc.constantFrom(...files);
const taskId = fc.constantFrom(...taskIds);
const text = fc.string({ minLength: 1, maxLength: 300 });
const write = fc.oneof(
  {
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      id: taskId,
      fileId: file,
      title: text,
      dueOn: fc.constantFrom(...DAYS),
    }),
    weight: 3,
  },
  fc.record({ do: fc.constant('rename' as const), id: taskId, title: text }),
  fc.record({ do: fc.constant('remove' as const), id: taskId }),
  fc.record({ do: fc.constant('ask' as const), id: fc.constantFrom(...questionIds), fileId: file, text }),
);
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never;
const writes = fc.array(write, { minLength: 1, maxLength: 5 });

const action = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('commit' as const), writes }), weight: 12 },
  fc.record({ do: fc.constant('change of mind' as const), writes }),
  fc.record({ do: fc.constant('journal refuses' as const), writes }),
  fc.record({ do: fc.constant('answer lost' as const), writes }),
  fc.record({ do: fc.constant('store fails' as const), writes, times: fc.constantFrom(1, 99) }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({ do: fc.constant('store deleted' as const), open: fc.boolean() }),
  fc.record({ do: fc.constant('rows lost' as const), every: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('row altered' as const), at: fc.nat(5), byte: fc.nat(200) }),
  fc.record({ do: fc.constant('store rolled back' as const), writes }),
  fc.record({ do: fc.constant('journal end lost' as const), frames: fc.integer({ min: 1, max: 4 }) }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** Does the writes to the vault and to the model, comparing what both read in between. */
async function writeBoth(some: readonly Write[], change: VaultWriter, model: Model): Promise<void> {
  for (const one of some) {
    if (one.do === 'put') {
      const { id, fileId, title, dueOn } = one;
      change.put(taskRecord, { id, fileId }, aTask({ title, dueOn }));
      model.tasks.set(id, { fileId, title, dueOn });
    } else if (one.do === 'ask') {
      change.put(questionRecord, one, aQuestion({ text: one.text }));
      model.questions.set(one.id, { fileId: one.fileId, text: one.text });
    } else if (one.do === 'remove') {
      await change.remove(taskRecord, one.id);
      model.tasks.delete(one.id);
    } else {
      const before = model.tasks.get(one.id);
      if (!before) continue;
      await change.update(taskRecord, one.id, () => ({ title: one.title }));
      model.tasks.set(one.id, { ...before, title: one.title });
    }
  }
  await compare(change, model);
}

const asModel = ({ fileId, title, dueOn }: Stored<TaskBody>): TaskModel => ({ fileId, title, dueOn });
const dueOf = ({ dueOn }: TaskModel): number => (dueOn === null ? Number.NaN : Date.parse(dueOn));

/** Every read of the vault against the model. */
async function compare(reader: VaultReader, model: Model): Promise<void> {
  const expected = [...model.tasks].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const tasks = await reader.all(taskRecord);
  expect(tasks.map((task) => [task.id, asModel(task)])).toEqual(expected);
  expect(
    new Map(
      (await reader.all(questionRecord)).map(({ id, fileId, text: own }) => [id, { fileId, text: own }]),
    ),
  ).toEqual(model.questions);
  for (const fileId of files) {
    const own = expected.filter(([, task]) => task.fileId === fileId);
    expect((await reader.inFile(taskRecord, fileId)).map(({ id }) => id)).toEqual(own.map(([id]) => id));
  }
  const [from, to] = [Date.parse('2026-11-10'), Date.parse('2026-11-12')];
  const due = expected
    .filter(([, task]) => dueOf(task) >= from && dueOf(task) < to)
    .toSorted(([, one], [, other]) => dueOf(one) - dueOf(other));
  expect((await reader.dueBetween(taskRecord, from, to)).map(({ id }) => id)).toEqual(due.map(([id]) => id));
  for (const id of taskIds.slice(0, 2)) {
    const found = await reader.get(taskRecord, id);
    expect(found && asModel(found)).toEqual(model.tasks.get(id));
  }
}

let test: TestVault;
let model: Model;

/** A change that is refused: the vault reads as before. */
async function refused(some: readonly Write[]): Promise<void> {
  await vault()
    .commit((change) => writeBoth(some, change, copyOf(model)))
    .catch(() => undefined);
  test.platform.fake.clearFaults(); // A change that comes to nothing does not meet its fault.
  await compare(vault(), model);
}

/** A change that only seems to be refused: the journal has it, and it is there after the next one. */
async function delayed(some: readonly Write[]): Promise<void> {
  const after = copyOf(model);
  await vault()
    .commit((change) => writeBoth(some, change, after))
    .catch(() => undefined);
  vi.restoreAllMocks();
  test.platform.fake.clearFaults();
  await vault().commit(() => undefined);
  model = after;
}

async function damaged(damage: () => Promise<unknown>): Promise<void> {
  await closeVault();
  await damage();
  await test.reopen();
}

async function act(one: Action): Promise<void> {
  const { fake } = test.platform;
  switch (one.do) {
    case 'commit':
      await vault().commit((change) => writeBoth(one.writes, change, model));
      return;
    case 'change of mind':
      await vault()
        .commit(async (change) => {
          await writeBoth(one.writes, change, copyOf(model));
          throw new Error('changed my mind');
        })
        .catch(() => undefined);
      return;
    case 'journal refuses':
      fake.failNext('journal.append', 'diskFull');
      await refused(one.writes);
      return;
    case 'answer lost':
      fake.loseAnswerOfNext('journal.append', 'offline');
      await delayed(one.writes);
      return;
    case 'store fails': {
      let left = one.times;
      const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
        ?.value as IDBObjectStore['put'];
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(
        this: IDBObjectStore,
        ...args
      ) {
        if (left-- > 0) throw new DOMException('disk full', 'UnknownError');
        return real.apply(this, args);
      });
      await delayed(one.writes);
      return;
    }
    case 'restart':
      await test.reopen();
      return;
    case 'store deleted':
      if (one.open) await deleteRawStore();
      else await damaged(deleteRawStore);
      return;
    case 'rows lost':
      await damaged(() =>
        changeRawRows('tasks', (row, index) => (index % one.every === 0 ? undefined : row)),
      );
      return;
    case 'row altered':
      await damaged(() =>
        changeRawRows<{ id: string; sealed: Uint8Array }>('tasks', (row, index) =>
          index === one.at
            ? { ...row, sealed: row.sealed.with(one.byte, (row.sealed[one.byte] ?? 0) ^ 4) }
            : row,
        ),
      );
      await vault()
        .all(taskRecord)
        .catch(() => undefined); // The first read notices, the next ones wait for the cure.
      return;
    case 'store rolled back': {
      await closeVault();
      const rows = await allRawRows();
      await test.reopen();
      await vault().commit((change) => writeBoth(one.writes, change, model));
      await damaged(() => putBack(rows));
      return;
    }
    case 'journal end lost':
      // The store must be whole then: it has the only copy of those changes.
      await test.reopen();
      await damaged(() => Promise.resolve(fake.disk.frames.splice(-one.frames)));
      return;
  }
}

const putBack = (rows: Record<string, unknown[]>): Promise<void> =>
  inRawStore((table) => {
    for (const [name, own] of Object.entries(rows)) {
      table(name).clear();
      for (const row of own) table(name).put(row, ...(name === 'meta' ? ['head'] : []));
    }
  });

afterEach(() => {
  vi.restoreAllMocks();
});

it('reads as its model does, whatever is done and whatever happens', { timeout: RUNS * 10_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 60, size: 'max' }), async (actions) => {
      test = await openTestVault();
      model = { tasks: new Map(), questions: new Map() };
      for (const one of actions) {
        await act(one);
        await compare(vault(), model);
      }
      await damaged(deleteRawStore);
      await compare(vault(), model);
      expect(await test.reopen()).toEqual({ state: 'same' });
    }),
    // Shrinking would run for minutes: the seed and path that are printed lead back to the failure.
    { numRuns: RUNS, endOnFailure: true },
  );
});
