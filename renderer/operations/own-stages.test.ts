import { beforeEach, expect, it } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { clientCommands, clientQueries } from '#renderer/entities/client/index.ts';
import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import { type FileId, newRecordId } from '#shared/domain/ids.ts';
import { standingIn } from '#shared/domain/stages.ts';
import { aClient, aPractice } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { moveToStage } from './stage-move.ts';
import { removeStage } from './own-stages.ts';

const id = newRecordId();
const stages = [{ id, stage: 'conversion' as const, label: 'Offer sent', hidden: false }];
const standing = async (fileId: FileId) => {
  const client = await clientQueries.get(fileId);
  return [client?.stage, client?.ownStage];
};

beforeEach(async () => {
  await openTestVault();
  await practiceCommands.create({ ...aPractice(), stages });
});

it('removes a stage, moves its clients to what it meant, and is undone as one', async () => {
  const inside = await clientCommands.create(aClient());
  const beside = await clientCommands.create(aClient({ stage: 'conversion' }));
  await moveToStage([inside], { ...standingIn(id, stages), reason: '', winBack: null }, '2026-11-23');
  expect(await standing(inside)).toEqual(['conversion', id]);
  const action = await removeStage(id);
  expect((await practiceQueries.get())?.stages).toEqual([]);
  expect(await standing(inside)).toEqual(['conversion', null]);
  expect(await standing(beside)).toEqual(['conversion', undefined]);
  await vault().undo(action ?? 0);
  expect((await practiceQueries.get())?.stages).toEqual(stages);
  expect(await standing(inside)).toEqual(['conversion', id]);
});

it('tells in the timeline each stage that a client came to, also from one to another of the same meaning', async () => {
  const fileId = await clientCommands.create(aClient({ stage: 'conversion' }));
  await moveToStage([fileId], { ...standingIn(id, stages), reason: '', winBack: null }, '2026-11-23');
  await moveToStage([fileId], { stage: 'lost', reason: 'price', winBack: null }, '2026-11-23');
  expect(await clientQueries.stageChanges(fileId)).toMatchObject([
    { stage: 'conversion', ownStage: id },
    { stage: 'lost', ownStage: null, reason: 'price' },
  ]);
});
