import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { auditRecord } from '#shared/domain/audit.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { RecordKind, Stored } from '#shared/domain/record.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { versionRecord } from '#shared/domain/version.ts';
import { verifyAuditChain } from '#shared/formats/audit-chain.ts';
import { aQuestion, aTask } from '#test/builders/bodies.ts';
import { allRawRows, changeRawRows, deleteRawStore, putBackRows } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { VaultModel, type ModelRecord } from '#test/fakes/vault-model.ts';
import { closeVault, vault, type VaultReader, type VaultWriter } from './index.ts';

/*
 * The vault against a model of plain maps. Whatever is done to the vault, and whatever happens to its two copies as long as
 * one of them has each change, both must read the same: records, their versions, and what can be undone.
 */

/**
 * About 35 steps each. More in a long run: `MODEL_RUNS=10000 npx vitest run renderer/db/model`; one again, as a failure
 * names it: `MODEL_SEED=… MODEL_PATH=…`.
 */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 40);
const { MODEL_SEED: seed, MODEL_PATH: path } = process.env;
/** When a long run is to end, and the file that then says how many operations were done. */
const { MODEL_UNTIL: until, MODEL_REPORT: report } = process.env;
const LIMIT =
  until === undefined
    ? {}
    : { interruptAfterTimeLimit: Math.max(1, Number(until) - Date.now()), markInterruptAsFailure: false };
let operations = 0;
const REPLAY = seed === undefined ? {} : { seed: Number(seed), ...(path !== undefined && { path }) };

type Records = VaultModel['records'];

const files = [PRACTICE_FILE, newFileId(), newFileId()];
const taskIds = Array.from({ length: 6 }, newRecordId);
const questionIds = Array.from({ length: 3 }, newRecordId);
/** Shorter and longer than what ends a span of editing, milliseconds. */
const WAITS = [5_000, 100_000, 150_000, 700_000];
const DAYS = [null, '2026-11-10', '2026-11-11', '2026-11-12'];

const file = fc.constantFrom(...files);
const taskId = fc.constantFrom(...taskIds);
const questionId = fc.constantFrom(...questionIds);
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
  fc.record({ do: fc.constant('ask' as const), id: questionId, fileId: file, text }),
  fc.record({ do: fc.constant('ask otherwise' as const), id: questionId, text }),
  fc.record({ do: fc.constant('take back' as const), id: questionId }),
);
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never;
const writes = fc.array(write, { minLength: 1, maxLength: 5 });

const damagedTable = fc.constantFrom('tasks', 'questions', 'versions');

const action = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('commit' as const), writes }), weight: 12 },
  {
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      id: questionId,
      texts: fc.array(text, { minLength: 1, maxLength: 4 }),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...WAITS) }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(4) }), weight: 5 },
  { arbitrary: fc.record({ do: fc.constant('redo' as const), back: fc.nat(2) }), weight: 3 },
  fc.record({ do: fc.constant('change of mind' as const), writes }),
  fc.record({ do: fc.constant('journal refuses' as const), writes }),
  fc.record({ do: fc.constant('answer lost' as const), writes }),
  fc.record({ do: fc.constant('store fails' as const), writes, times: fc.constantFrom(1, 99) }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({ do: fc.constant('store deleted' as const), open: fc.boolean() }),
  fc.record({
    do: fc.constant('rows lost' as const),
    table: damagedTable,
    every: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    do: fc.constant('row altered' as const),
    table: damagedTable,
    at: fc.nat(5),
    byte: fc.nat(200),
  }),
  fc.record({ do: fc.constant('store rolled back' as const), writes }),
  fc.record({ do: fc.constant('journal end lost' as const), frames: fc.integer({ min: 1, max: 4 }) }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** Does the writes to the vault and to the model, comparing what both read in between. */
async function writeBoth(some: readonly Write[], change: VaultWriter, model: Records): Promise<void> {
  const { tasks, questions } = model;
  for (const one of some) {
    const { id } = one;
    switch (one.do) {
      case 'put':
        change.put(taskRecord, { id, fileId: one.fileId }, aTask({ title: one.title, dueOn: one.dueOn }));
        tasks.set(id, { fileId: one.fileId, text: one.title, dueOn: one.dueOn });
        break;
      case 'rename': {
        const before = tasks.get(id);
        if (!before) break;
        await change.update(taskRecord, id, () => ({ title: one.title }));
        tasks.set(id, { ...before, text: one.title });
        break;
      }
      case 'remove':
        await change.remove(taskRecord, id);
        tasks.delete(id);
        break;
      case 'ask':
        change.put(questionRecord, { id, fileId: one.fileId }, aQuestion({ text: one.text }));
        questions.set(id, { fileId: one.fileId, text: one.text, dueOn: null });
        break;
      case 'ask otherwise': {
        const before = questions.get(id);
        if (!before) break;
        await change.update(questionRecord, id, () => ({ text: one.text }));
        questions.set(id, { ...before, text: one.text });
        break;
      }
      case 'take back':
        await change.remove(questionRecord, id);
        questions.delete(id);
        break;
    }
  }
  await compare(change, model);
}

const asModel = ({ fileId, title, dueOn }: Stored<TaskBody>): ModelRecord => ({ fileId, text: title, dueOn });
const dueOf = ({ dueOn }: ModelRecord): number => (dueOn === null ? Number.NaN : Date.parse(dueOn));
const byId = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;

/** Every read of the vault against the model. */
async function compare(reader: VaultReader, { tasks, questions }: Records): Promise<void> {
  const expected = [...tasks].toSorted(byId);
  expect((await reader.all(taskRecord)).map((task) => [task.id, asModel(task)])).toEqual(expected);
  expect(
    (await reader.all(questionRecord)).map(({ id, fileId, text: own }) => [
      id,
      { fileId, text: own, dueOn: null },
    ]),
  ).toEqual([...questions].toSorted(byId));
  for (const fileId of files) {
    const own = expected.filter(([, task]) => task.fileId === fileId);
    expect((await reader.inFile(taskRecord, fileId)).map(({ id }) => id)).toEqual(own.map(([id]) => id));
  }
  const [from, to] = [Date.parse('2026-11-10'), Date.parse('2026-11-12')];
  const due = expected
    .filter(([, task]) => dueOf(task) >= from && dueOf(task) < to)
    .toSorted(([, one], [, other]) => dueOf(one) - dueOf(other));
  expect((await reader.dueBetween(taskRecord, from, to)).map(({ id }) => id)).toEqual(due.map(([id]) => id));
  expect((await reader.last(taskRecord))?.id).toBe(expected.at(-1)?.[0]);
  for (const id of taskIds.slice(0, 2)) {
    const found = await reader.get(taskRecord, id);
    expect(found && asModel(found)).toEqual(tasks.get(id));
  }
}

/** The versions, what was removed, and what can be undone, against the model. */
async function compareHistory(): Promise<void> {
  const expected = (id: RecordId) =>
    (model.versions.get(id) ?? []).map(({ was, fileId, removed, at }) => [was.text, fileId, removed, at]);
  for (const id of taskIds) {
    const versions = await vault().versionsOf(taskRecord, id);
    expect(
      versions.map(({ body, fileId, removed, keptAt }) => [body.title, fileId, removed, keptAt]),
    ).toEqual(expected(id));
  }
  for (const id of questionIds) {
    const versions = await vault().versionsOf(questionRecord, id);
    expect(versions.map(({ body, fileId, removed, keptAt }) => [body.text, fileId, removed, keptAt])).toEqual(
      expected(id),
    );
  }
  for (const fileId of files) {
    expect(new Set((await vault().removedFrom(fileId)).map(({ of }) => of))).toEqual(
      model.removedFrom(fileId),
    );
  }
  const { undo, redo } = vault().undoState();
  expect([undo?.id, redo?.id]).toEqual([model.done.at(-1)?.id, model.undone.at(-1)?.id]);
}

let test: TestVault;
let model: VaultModel;
let now = 0;

/** The model takes over what the vault has taken. */
function took(records: Records, acted = true): void {
  const changes = model.settle(records, now);
  if (acted) model.acted(changes, now, vault().undoState().undo?.id ?? 0);
}

async function commit(some: readonly Write[]): Promise<void> {
  const records = model.draft();
  await vault().commit((change) => writeBoth(some, change, records));
  took(records);
}

/** A change that is refused: the vault reads as before. */
async function refused(some: readonly Write[]): Promise<void> {
  await vault()
    .commit((change) => writeBoth(some, change, model.draft()))
    .catch(() => undefined);
  test.platform.fake.clearFaults(); // A change that comes to nothing does not meet its fault.
}

/** A change that only seems to be refused: the journal has it, and it is there after the next one. */
async function delayed(some: readonly Write[], acted: boolean, heal: () => void): Promise<void> {
  const records = model.draft();
  await vault()
    .commit((change) => writeBoth(some, change, records))
    .catch(() => undefined);
  heal();
  await vault().commit(() => undefined);
  took(records, acted);
}

async function restart(): Promise<void> {
  await test.reopen();
  model.restarted();
}

async function damaged(damage: () => Promise<unknown>): Promise<void> {
  await closeVault();
  await damage();
  await restart();
}

async function turn(way: 'undo' | 'redo', back: number): Promise<void> {
  const actions = way === 'undo' ? model.done : model.undone;
  const wanted = actions.at(-1 - back)?.id;
  const result = await vault()[way](wanted);
  expect(result.state).toBe(model.turn(way, wanted, now));
}

function failPuts(times: number): () => void {
  let left = times;
  const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(
    this: IDBObjectStore,
    ...args
  ) {
    if (left-- > 0) throw new DOMException('disk full', 'UnknownError');
    return real.apply(this, args);
  });
  return () => spy.mockRestore();
}

type Altered = { readonly id: string; readonly sealed: Uint8Array };
const flip =
  (at: number, byte: number) =>
  (row: Altered, index: number): Altered =>
    index === at ? { ...row, sealed: row.sealed.with(byte, (row.sealed[byte] ?? 0) ^ 4) } : row;

async function act(one: Action): Promise<void> {
  const { fake } = test.platform;
  now += 1;
  switch (one.do) {
    case 'commit':
      return commit(one.writes);
    case 'type':
      for (const typed of one.texts) {
        await commit([{ do: 'ask otherwise', id: one.id, text: typed }]);
        now += 300;
      }
      return;
    case 'wait':
      now += one.ms;
      return;
    case 'undo':
    case 'redo':
      return turn(one.do, one.back);
    case 'change of mind':
      await vault()
        .commit(async (change) => {
          await writeBoth(one.writes, change, model.draft());
          throw new Error('changed my mind');
        })
        .catch(() => undefined);
      return;
    case 'journal refuses':
      fake.failNext('journal.append', 'diskFull');
      return refused(one.writes);
    case 'answer lost':
      fake.loseAnswerOfNext('journal.append', 'offline');
      return delayed(one.writes, false, () => fake.clearFaults());
    case 'store fails':
      return delayed(one.writes, true, failPuts(one.times));
    case 'restart':
      return restart();
    case 'store deleted':
      return one.open ? deleteRawStore() : damaged(deleteRawStore);
    case 'rows lost':
      return damaged(() =>
        changeRawRows(one.table, (row, index) => (index % one.every === 0 ? undefined : row)),
      );
    case 'row altered':
      await damaged(() => changeRawRows<Altered>(one.table, flip(one.at, one.byte)));
      // The first read notices, the next ones wait for the cure.
      for (const kind of [taskRecord, questionRecord, versionRecord] as RecordKind<unknown>[])
        await vault()
          .all(kind)
          .catch(() => undefined);
      return;
    case 'store rolled back': {
      await closeVault();
      const rows = await allRawRows();
      await restart();
      await commit(one.writes);
      return damaged(() => putBackRows(rows));
    }
    case 'journal end lost':
      // The store must be whole then: it has the only copy of those changes.
      await restart();
      // Without its first frame and without records it would be taken for lost, and rightly so.
      return damaged(() =>
        Promise.resolve(fake.disk.frames.splice(Math.max(1, fake.disk.frames.length - one.frames))),
      );
  }
}

afterEach(() => {
  if (report !== undefined) writeFileSync(report, String(operations));
  vi.restoreAllMocks();
});

it('reads as its model does, whatever is done and whatever happens', { timeout: RUNS * 10_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 60, size: 'max' }), async (actions) => {
      now = Date.UTC(2026, 10, 2, 9);
      vi.spyOn(Date, 'now').mockImplementation(() => now);
      test = await openTestVault();
      model = new VaultModel();
      for (const one of actions) {
        await act(one);
        operations += 1;
        await compare(vault(), model.records);
        await compareHistory();
      }
      await damaged(deleteRawStore);
      await compare(vault(), model.records);
      await compareHistory();
      expect(verifyAuditChain(await vault().all(auditRecord)).state).toBe('whole');
      expect(await test.reopen()).toEqual({ state: 'same' });
    }),
    // Shrinking would run for minutes: the seed and path that are printed lead back to the failure.
    { numRuns: RUNS, endOnFailure: true, ...REPLAY, ...LIMIT },
  );
});
