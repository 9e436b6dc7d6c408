import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { setLooking } from '#renderer/lib/looking.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, eraseFile, LastAnswer, vault } from './index.ts';

let test: TestVault;
const clients = () => vault().all(clientRecord);
const addClient = (name: string): Promise<FileId> =>
  vault().commit((change) => {
    const fileId = newFileId();
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name }));
    return fileId;
  });

let last: LastAnswer<Awaited<ReturnType<typeof clients>>>;
const names = () => last.known()?.map(({ name }) => name);

beforeEach(async () => {
  setLooking(null);
  test = await openTestVault();
  last = new LastAnswer(['clients'], clients);
  await addClient('one');
});

describe('the last answer of a query', () => {
  it('is known until something in its tables changes', async () => {
    expect(names()).toBeUndefined();
    await last.ask();
    expect(names()).toEqual(['one']);
    await vault().commit((change) =>
      change.put(taskRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aTask()),
    );
    expect(names()).toEqual(['one']);
    const fileId = await addClient('two');
    expect(names()).toBeUndefined();
    await last.ask();
    expect(names()?.toSorted()).toEqual(['one', 'two']);
    await eraseFile(fileId);
    expect(names()).toBeUndefined();
  });

  it('is not kept when something changed while it was asked for', async () => {
    const late = new LastAnswer(['clients'], async () => {
      const before = await clients();
      await addClient('two');
      return before;
    });
    await late.ask();
    expect(late.known()).toBeUndefined();
  });

  it('belongs to the vault that was asked: not to one that shows less, nor to the next one, nor to a closed one', async () => {
    await last.ask();
    setLooking({ fileId: null });
    expect(names()).toBeUndefined();
    setLooking(null);
    expect(names()).toEqual(['one']);
    await test.reopen();
    expect(names()).toBeUndefined();
    await last.ask();
    await closeVault();
    expect(names()).toBeUndefined();
    await expect(last.ask()).rejects.toThrow('locked');
  });
});
