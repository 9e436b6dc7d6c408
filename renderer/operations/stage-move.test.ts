import { beforeEach, describe, expect, it } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { type ClientBody, clientRecord } from '#shared/domain/client.ts';
import { type FileId, newFileId, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { moveToStage, staged } from './stage-move.ts';

const TODAY = '2026-11-22';
const get = (fileId: FileId) => vault().get(clientRecord, fileId as string as RecordId);
const add = async (body: Partial<ClientBody>): Promise<FileId> => {
  const fileId = newFileId();
  await vault().commit((change) =>
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient(body)),
  );
  return fileId;
};

beforeEach(async () => {
  await openTestVault();
});

describe('moving clients to a stage', () => {
  it('keeps the reason of a loss as long as it is one, and forgets it then', () => {
    const lost = aClient({ stage: 'lost', stageReason: 'went elsewhere' });
    expect(staged({ stage: 'retention', reason: '' })(lost)).toEqual({
      stage: 'retention',
      ownStage: null,
      stageReason: '',
    });
    expect(staged({ stage: 'ended', reason: '' })(lost)).toEqual({
      stage: 'ended',
      ownStage: null,
      stageReason: 'went elsewhere',
    });
    expect(staged({ stage: 'ended', reason: ' retired ' })(lost)).toEqual({
      stage: 'ended',
      ownStage: null,
      stageReason: 'retired',
    });
    expect(staged({ stage: 'lost', reason: '' })(lost)).toBeNull();
    expect(staged({ stage: 'lost', reason: 'too dear' })(lost)).toEqual({
      stage: 'lost',
      ownStage: null,
      stageReason: 'too dear',
    });
  });

  it('says why of each, makes the tasks to win them back, and is undone as one', async () => {
    const files = [await add({ responsible: 'Eva' }), await add({}), newFileId()];
    const [first = newFileId(), second = newFileId()] = files;
    const action = await moveToStage(files, { stage: 'lost', reason: 'price', winBack: 'Win back' }, TODAY);
    expect(await get(first)).toMatchObject({ stage: 'lost', stageReason: 'price' });
    expect(await get(second)).toMatchObject({ stage: 'lost', stageReason: 'price' });
    expect(await vault().inFile(taskRecord, first)).toMatchObject([
      { title: 'Win back', who: 'Eva', side: 'practice', dueOn: '2026-12-06', doneAt: null },
    ]);
    expect(await vault().all(taskRecord)).toHaveLength(2);
    await vault().undo(action ?? 0);
    expect((await get(first))?.stage).not.toBe('lost');
    expect(await vault().all(taskRecord)).toEqual([]);
  });

  it('makes no task for who was there already', async () => {
    const there = await add({ stage: 'ended', stageReason: 'retired' });
    expect(await moveToStage([there], { stage: 'ended', reason: '', winBack: 'Win back' }, TODAY)).toBeNull();
    expect(await vault().all(taskRecord)).toEqual([]);
  });
});
