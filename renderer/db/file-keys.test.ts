import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, type RecordId } from '#shared/domain/ids.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, vault, wakeVault } from './index.ts';

let test: TestVault;
/** How often main was asked for the keyring. */
const asked = (): number =>
  test.platform.fake.calls.filter(({ channel }) => channel === 'keyring.load').length;

async function addClient(name: string): Promise<void> {
  const fileId = newFileId();
  await vault().commit((change) =>
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name })),
  );
}
const clients = async (): Promise<readonly string[]> =>
  (await vault().all(clientRecord)).map(({ name }) => name).toSorted();

beforeEach(async () => {
  test = await openTestVault();
  await addClient('one');
});

describe('a keyring that is fetched before there is a key', () => {
  it('is not fetched again by the opening, and by every later one', async () => {
    await closeVault();
    const before = asked();
    await wakeVault();
    await test.reopen();
    expect(asked()).toBe(before + 1);
    expect(await clients()).toEqual(['one']);
    await test.reopen();
    expect(asked()).toBe(before + 2);
  });

  it('is fetched again when it could not be, and when keys were made since', async () => {
    await closeVault();
    test.platform.fake.failNext('keyring.load', 'offline');
    await wakeVault();
    await test.reopen();
    expect(await clients()).toEqual(['one']);
    await wakeVault();
    await addClient('two');
    await test.reopen();
    expect(await clients()).toEqual(['one', 'two']);
  });
});
