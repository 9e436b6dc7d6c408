import { beforeEach, describe, expect, it } from 'vitest';
import { auditRecord } from '#shared/domain/audit.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import { deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { aClient, aPractice } from '#test/builders/bodies.ts';
import {
  changePassphrase,
  closeVault,
  makeRecoveryWords,
  openVault,
  rotateKeys,
  settleHeader,
  unlockWithPassphrase,
  unlockWithRecoveryWords,
  vault,
  type VaultKey,
} from './index.ts';
import { vaultKeysInUse } from './session.ts';
import { backupIdentitiesOf } from './vault-keys.ts';

quickDerive();

const PASSPHRASE = 'pět švestek na talíři';
const LEAST = { memoryKiB: 65_536, iterations: 3 };
let test: TestVault;

beforeEach(async () => {
  test = await openTestVault({ passphrase: PASSPHRASE });
  await vault().commit((change) => {
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice());
    for (const name of ['Anna', 'Boris']) {
      const fileId = newFileId();
      change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name }));
    }
  });
});

const identities = () => backupIdentitiesOf(vaultKeysInUse());
const names = async () => (await vault().all(clientRecord)).map(({ name }) => name).toSorted();
const rotate = (words: readonly string[] = test.recoveryWords) =>
  rotateKeys(
    test.platform.fake.disk.header ?? test.header,
    test.vaultKey,
    { passphrase: PASSPHRASE, words },
    undefined,
    LEAST,
  );
async function keyOf(words = test.recoveryWords): Promise<VaultKey> {
  const key = await unlockWithRecoveryWords(test.platform.fake.disk.header ?? test.header, words);
  if (key === null) throw new Error('The words do not open');
  return key;
}

describe('a rotation of the keys', () => {
  it('leaves every record readable, in the store and from the journal alone', async () => {
    const header = await rotate();
    expect(header).toMatchObject({ epoch: 1, revision: 1 });
    const key = await keyOf();
    expect(key).not.toEqual(test.vaultKey);
    expect(await openVault(header, key)).toEqual({ state: 'same' });
    expect(await settleHeader()).toBe('current');
    expect(await names()).toEqual(['Anna', 'Boris']);
    await closeVault();
    await deleteRawStore();
    expect(await openVault(header, key)).toMatchObject({ state: 'rebuilt' });
    expect(await names()).toEqual(['Anna', 'Boris']);
    expect(await vault().inFile(practiceRecord, PRACTICE_FILE)).toHaveLength(1);
    expect((await vault().all(auditRecord)).at(-1)).toMatchObject({ action: 'keysRotated' });
  });

  it('seals nothing with the old key from then on', async () => {
    const before = test.platform.fake.disk.frames.length;
    const header = await rotate();
    await openVault(header, await keyOf());
    await settleHeader();
    await vault().commit((change) => {
      const fileId = newFileId();
      change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name: 'Cyril' }));
    });
    await closeVault();
    // Whoever has only the old key finds a journal whose later frames do not open.
    expect(test.platform.fake.disk.frames.length).toBeGreaterThan(before);
    test.platform.fake.disk.header = test.header;
    await deleteRawStore();
    await expect(openVault(test.header, test.vaultKey)).rejects.toThrow();
  });

  it('is finished at the next opening when it was cut off after the header', async () => {
    const header = await rotate();
    const key = await keyOf();
    await openVault(header, key);
    test.platform.fake.failNext('journal.append', 'diskFull');
    await expect(settleHeader()).rejects.toThrow();
    await openVault(header, key);
    expect(await settleHeader()).toBe('current');
    const [practice] = await vault().inFile(practiceRecord, PRACTICE_FILE);
    expect(practice?.keys).toEqual({ revision: 1, epoch: 1 });
  });

  it('can be made again and again; every backup there is stays readable', async () => {
    const [first] = identities();
    let key = test.vaultKey;
    for (let epoch = 1; epoch <= 3; epoch += 1) {
      const header = test.platform.fake.disk.header ?? test.header;
      const words = makeRecoveryWords();
      const next = await rotateKeys(header, key, { passphrase: PASSPHRASE, words }, undefined, LEAST);
      key = await keyOf(words);
      await openVault(next, key);
      expect(await settleHeader()).toBe('current');
      expect(identities()).toHaveLength(epoch + 1);
    }
    expect(identities().at(-1)).toBe(first);
    expect(new Set(identities()).size).toBe(4);
    expect(await names()).toEqual(['Anna', 'Boris']);
  });

  it.each(['keyring.stage', 'vault.replaceHeader'] as const)(
    'that failed at %s changed nothing',
    async (step) => {
      test.platform.fake.failNext(step, 'diskFull');
      await expect(rotate()).rejects.toMatchObject({ failure: { code: 'diskFull' } });
      expect(test.platform.fake.disk.header).toEqual(test.header);
      expect(await test.reopen()).toEqual({ state: 'same' });
      expect(await names()).toEqual(['Anna', 'Boris']);
    },
  );

  it('makes the words of the old sheet useless when a new one was made', async () => {
    const words = makeRecoveryWords();
    const header = await rotate(words);
    expect(await unlockWithRecoveryWords(header, test.recoveryWords)).toBeNull();
    expect(await unlockWithRecoveryWords(header, words)).toEqual(
      await unlockWithPassphrase(header, PASSPHRASE),
    );
  });
});

describe('an older header', () => {
  it('that was put back is noticed, because the records remember the newer one', async () => {
    const newer = await changePassphrase(test.header, test.vaultKey, 'nová a delší věta', LEAST);
    expect(await settleHeader()).toBe('current');
    await openVault(newer, test.vaultKey);
    expect(await settleHeader()).toBe('current');
    await openVault(test.header, test.vaultKey);
    expect(await settleHeader()).toBe('older');
  });
});
