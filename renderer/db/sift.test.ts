import { beforeEach, describe, expect, it } from 'vitest';
import { SealBrokenError } from '#shared/crypto/aead.ts';
import { newFileKey, wrapFileKey } from '#shared/crypto/file-key.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { eraseFile, vault } from './index.ts';
import { keysToReadWith } from './keys-to-read.ts';
import { sighted } from './sight.ts';
import type { Vault } from './types.ts';

const titles = (of: Vault = vault()): Promise<string[]> =>
  of.sift(
    { kind: taskRecord, fields: ['title'], where: { doneAt: null } },
    {
      begin: (): string[] => [],
      take: (into, tasks) => void into.push(...tasks.map(({ title }) => title)),
    },
  );

describe('records that are gone through', () => {
  let [one, other]: [FileId, FileId] = [newFileId(), newFileId()];
  beforeEach(async () => {
    await openTestVault();
    [one, other] = [newFileId(), newFileId()];
    await vault().commit((change) => {
      for (const fileId of [one, other])
        change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient());
      change.put(taskRecord, { id: newRecordId(), fileId: one }, aTask({ title: 'open' }));
      change.put(taskRecord, { id: newRecordId(), fileId: one }, aTask({ title: 'done', doneAt: 1 }));
      change.put(taskRecord, { id: newRecordId(), fileId: other }, aTask({ title: 'of another' }));
    });
  });

  it('are those asked for, with the fields asked for, and no others while a client is looking', async () => {
    expect((await titles()).toSorted()).toEqual(['of another', 'open']);
    expect(await titles(sighted(vault(), one))).toEqual(['open']);
    const fields = await vault().sift(
      { kind: taskRecord, fields: ['dueOn'] },
      {
        begin: () => new Set<string>(),
        take: (into, tasks) => {
          for (const task of tasks) for (const field of Object.keys(task)) into.add(field);
        },
      },
    );
    expect([...fields].toSorted()).toEqual(['dueOn', 'fileId', 'id']);
  });

  it('are none of an erased file', async () => {
    await eraseFile(other);
    expect(await titles()).toEqual(['open']);
  });
});

describe('keys that are sent to read with', () => {
  const vaultId = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
  const keyringKey = newFileKey();
  const [files, keys] = [
    [newFileId(), newFileId(), newFileId()],
    [newFileKey(), newFileKey(), newFileKey()],
  ];
  const wrapped = concatBytes(
    ...files.map((fileId, at) => wrapFileKey(keyringKey, keys[at] ?? newFileKey(), vaultId, fileId)),
  );
  const practice = [newFileKey(), newFileKey()];
  const erased = newFileId();
  const given = { vaultId, keyringKey, files, wrapped, practice, erased: new Set([erased]) };

  it('are those of each file, and all that the practice has had', () => {
    const read = keysToReadWith(given);
    expect(files.map((fileId) => read.keysOf(fileId))).toEqual(keys.map((key) => [key]));
    expect(read.keysOf(PRACTICE_FILE)).toEqual(practice);
    expect(read.keyOf(PRACTICE_FILE)).toEqual(practice[0]);
  });

  it('count a file that was made since, or erased, as not there', () => {
    const { erased: gone, keyOf } = keysToReadWith(given);
    const made = newFileId();
    expect([erased, made, PRACTICE_FILE, ...files].map((fileId) => gone.has(fileId))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => keyOf(made)).toThrow('No key');
  });

  it('do not open when they were altered', () => {
    const altered = wrapped.map((byte, at) => (at === wrapped.length - 1 ? byte ^ 1 : byte));
    const { keyOf } = keysToReadWith({ ...given, wrapped: altered });
    expect(keyOf(files[0] ?? erased)).toEqual(keys[0]);
    expect(() => keyOf(files[2] ?? erased)).toThrow(SealBrokenError);
  });
});
