import { expect, it } from 'vitest';
import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import { aPractice } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { changeStages } from './stages.ts';

it('loses none of two changes that are made at once', async () => {
  await openTestVault();
  await practiceCommands.create(aPractice());
  await Promise.all([
    changeStages((all) => all.map((one) => (one.stage === 'reach' ? { ...one, label: 'Lead' } : one))),
    changeStages((all) => all.toReversed()),
  ]);
  const stages = (await practiceQueries.get())?.stages;
  expect(stages?.at(-1)).toEqual({ stage: 'reach', label: 'Lead', hidden: false });
  await changeStages(() => []);
  expect((await practiceQueries.get())?.stages).toEqual([]);
});
