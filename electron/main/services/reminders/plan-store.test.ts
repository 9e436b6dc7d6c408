import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealLabel } from '#shared/crypto/labels.ts';
import { planStoreAt } from './plan-store.ts';
import { occurrence, quietLog } from './testing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
});
afterEach(() => rm(folder, { recursive: true }));

const key = new Uint8Array(32).fill(1);

it('gives back the plan it was given, and no word of it can be read on disk', async () => {
  const path = join(folder, 'reminders', 'plan.json');
  const store = planStoreAt(path, quietLog);
  const plan = [1, 2].map((n) => {
    const one = occurrence(n, n);
    return { ...one, label: sealLabel(key, one.id, { title: 'Zavolat kvůli kauci', client: 'Nováková' }) };
  });
  await store.save(plan);
  expect(await store.load()).toEqual(plan);
  const text = await readFile(path, 'utf8');
  for (const word of ['Zavolat', 'Nov', Buffer.from('Zavolat').toString('base64').slice(0, 8)])
    expect(text).not.toContain(word);
});

it.each(['', '{', '[]', '{"format":2,"occurrences":[]}', '{"format":1,"occurrences":[{"id":"a"}]}'])(
  'takes a damaged file (%j) for no plan',
  async (text) => {
    const path = join(folder, 'plan.json');
    await writeFile(path, text);
    expect(await planStoreAt(path, quietLog).load()).toEqual([]);
  },
);

it('has no plan before the first', async () => {
  expect(await planStoreAt(join(folder, 'plan.json'), quietLog).load()).toEqual([]);
});
