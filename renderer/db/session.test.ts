import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, type RecordId } from '#shared/domain/ids.ts';
import { vaultHeaderSchema } from '#shared/formats/vault-header.ts';
import { PlatformError } from '#renderer/platform/index.ts';
import { aClient } from '#test/builders/bodies.ts';
import { argonKey } from '#renderer/worker/argon.ts';
import { installDeriveKey } from '#renderer/worker/derive-key.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import {
  changePassphrase,
  closeVault,
  createVault,
  openVault,
  prepareVault,
  reminderKey,
  unlockWithPassphrase,
  unlockWithRecoveryWords,
  vault,
  vaultHeader,
} from './index.ts';

// Here keys are stretched as the app stretches them.
installDeriveKey(argonKey);

const PASSPHRASE = 'pět švestek na talíři';
let test: TestVault;

beforeEach(async () => {
  test = await openTestVault({ passphrase: PASSPHRASE });
  const fileId = newFileId();
  const id = fileId as string as RecordId;
  await vault().commit((change) => change.put(clientRecord, { id, fileId }, aClient({ name: 'Anna' })));
});

const written = () => vaultHeaderSchema.parse(JSON.parse(JSON.stringify(test.platform.fake.disk.header)));
const names = async () => (await vault().all(clientRecord)).map((client) => client.name);

describe('a vault', () => {
  it('opens with its passphrase, from the header as it was written', async () => {
    await closeVault();
    const key = await unlockWithPassphrase(written(), PASSPHRASE);
    expect(key).toEqual(test.vaultKey);
    expect(key && (await openVault(written(), key))).toEqual({ state: 'same' });
    expect(await names()).toEqual(['Anna']);
    expect(vaultHeader()).toEqual(written());
  });

  it('opens with its recovery words, however they are typed', async () => {
    expect(test.recoveryWords).toHaveLength(15);
    expect(await unlockWithRecoveryWords(written(), test.recoveryWords)).toEqual(test.vaultKey);
    const typed = test.recoveryWords.map((word) => ` ${word.slice(0, 4).toUpperCase()}`);
    expect(await unlockWithRecoveryWords(written(), typed)).toEqual(test.vaultKey);
  });

  it('stays closed to anything else', async () => {
    expect(await unlockWithPassphrase(written(), `${PASSPHRASE} `)).toBeNull();
    expect(await unlockWithPassphrase(written(), '')).toBeNull();
    expect(await unlockWithRecoveryWords(written(), test.recoveryWords.toReversed())).toBeNull();
    expect(await unlockWithRecoveryWords(written(), [])).toBeNull();
    const other = await prepareVault('another', { memoryKiB: 65_536, iterations: 3 });
    expect(await unlockWithRecoveryWords(written(), other.recoveryWords)).toBeNull();
  });

  it('is not opened with weakened parameters', async () => {
    const header = written();
    const { passphrase } = header.slots;
    const weak = (kdf: object) => ({
      ...header,
      slots: { ...header.slots, passphrase: { ...passphrase, kdf: { ...passphrase.kdf, ...kdf } } },
    });
    await expect(unlockWithPassphrase(weak({ iterations: 1 }), PASSPHRASE)).rejects.toThrow('>=3');
    await expect(unlockWithPassphrase(weak({ memoryKiB: 1024 }), PASSPHRASE)).rejects.toThrow('>=65536');
    expect(await unlockWithPassphrase(weak({ iterations: 4 }), PASSPHRASE)).toBeNull();
  });

  it('is not written over one that exists', async () => {
    test.platform.fake.failNext('vault.create', 'vaultExists');
    const other = await prepareVault('another', { memoryKiB: 65_536, iterations: 3 });
    await expect(createVault(other)).rejects.toThrow(PlatformError);
    expect(await names()).toEqual(['Anna']);
  });

  it('gives main a key for reminder labels that is not its own', () => {
    expect(reminderKey()).toHaveLength(32);
    expect(reminderKey()).not.toEqual(test.vaultKey);
  });
});

describe('a new passphrase', () => {
  it('takes the place of the old one and leaves records and recovery words alone', async () => {
    const frames = test.platform.fake.disk.frames.length;
    const header = await changePassphrase(written(), test.vaultKey, 'nová a delší věta');
    expect(written()).toEqual(header);
    expect(vaultHeader()).toEqual(header);
    expect(await unlockWithPassphrase(header, PASSPHRASE)).toBeNull();
    expect(await unlockWithPassphrase(header, 'nová a delší věta')).toEqual(test.vaultKey);
    expect(await unlockWithRecoveryWords(header, test.recoveryWords)).toEqual(test.vaultKey);
    // The line of the activity log, and nothing else.
    expect(test.platform.fake.disk.frames).toHaveLength(frames + 1);
    expect(header.slots.passphrase.kdf.memoryKiB).toBeGreaterThanOrEqual(131_072);
    expect(header.slots.passphrase.kdf.salt).not.toBe(test.header.slots.passphrase.kdf.salt);
  });

  it('that could not be written leaves the old one', async () => {
    test.platform.fake.failNext('vault.replaceHeader', 'diskFull');
    await expect(changePassphrase(written(), test.vaultKey, 'nová')).rejects.toThrow(PlatformError);
    expect(vaultHeader()).toEqual(test.header);
    expect(await unlockWithPassphrase(written(), PASSPHRASE)).toEqual(test.vaultKey);
  });
});
