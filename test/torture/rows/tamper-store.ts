import { isDeepStrictEqual } from 'node:util';
import { allRawRows, changeRawRows, inRawStore, putBackRows } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, vault } from '#renderer/db/index.ts';
import type { Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';
import { readState, stateAfter, writeChange } from '../support/workload.ts';

interface RawRow {
  readonly id: string;
  readonly sealed: Uint8Array;
}
type Rows = Readonly<Record<string, unknown[]>>;

const TABLES = ['tasks', 'questions', 'clients', 'notes'];

/** What somebody does to the working store while the app is off, who knows how it is built. */
const ATTACKS: Readonly<Record<string, (random: Random, older: Rows) => Promise<void>>> = {
  'an older revision put back': async (random, older) => {
    const table = random.pick(TABLES);
    const old = (older[table] ?? []) as RawRow[];
    await changeRawRows<RawRow>(table, (row) => old.find(({ id }) => id === row.id) ?? row);
  },
  'a record taken out, and the count put right': async (random) => {
    const table = random.pick(TABLES.slice(0, 3));
    let gone = 0;
    await changeRawRows<RawRow>(table, (row, index) => (index === 0 ? void (gone += 1) : row));
    await inRawStore(
      (name) =>
        new Promise<void>((resolve) => {
          const request = name('meta').get('head') as IDBRequest<{ count: number }>;
          request.addEventListener('success', () => {
            name('meta').put({ ...request.result, count: request.result.count - gone }, 'head');
            resolve();
          });
        }),
    );
  },
  'bodies of two records swapped': async (random) => {
    const table = random.pick(TABLES.slice(0, 3));
    const rows = ((await allRawRows())[table] ?? []) as RawRow[];
    await changeRawRows<RawRow>(table, (row, index) => ({
      ...row,
      sealed: rows[(index + 1) % rows.length]?.sealed ?? row.sealed,
    }));
  },
  'one byte altered': async (random) => {
    const table = random.pick(TABLES);
    await changeRawRows<RawRow>(table, (row) => {
      const at = random.below(row.sealed.length);
      return { ...row, sealed: row.sealed.with(at, (row.sealed[at] ?? 0) ^ 1) };
    });
  },
  'the whole store put back to an older state': (_random, older) => putBackRows(older),
};

/** A vault with some history: rows as they lay early on, and as they should be. */
async function aVault(seed: number, random: Random): Promise<{ test: TestVault; older: Rows; last: number }> {
  const test = await openTestVault();
  const middle = random.between(5, 12);
  const last = middle + random.between(8, 20);
  for (let number = 1; number <= middle; number += 1) {
    await vault().commit((change) => writeChange(change, seed, number));
  }
  await closeVault();
  const older = await allRawRows();
  await test.reopen();
  for (let number = middle + 1; number <= last; number += 1) {
    await vault().commit((change) => writeChange(change, seed, number));
  }
  return { test, older, last };
}

async function attack(random: Random, counts: Counts): Promise<void> {
  const seed = random.below(2 ** 31);
  const { test, older, last } = await aVault(seed, random);
  const expected = stateAfter(seed, last);
  const name = random.pick(Object.keys(ATTACKS));
  await closeVault();
  await ATTACKS[name]?.(random, older);
  await test.reopen();
  // A record that does not open is noticed when it is read; the reads after that wait for the cure.
  const state = await readState(vault()).catch(() => readState(vault()));
  promise(isDeepStrictEqual(state, expected), `Accepted: ${name}`);
  counts.add(name);
}

/** Rows of the working store in the hands of an attacker who knows its form. */
export const tamperStore: Row = {
  id: 'tamper.store',
  promise: 'Tampering is noticed',
  cases: 'attacks on the working store',
  short: { times: 60, seconds: 15 },
  long: { times: 2000, seconds: 120 },
  lane: 'compute',
  run: (order) => eachCase(order, attack),
};
