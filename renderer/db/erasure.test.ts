import { beforeEach, describe, expect, it } from 'vitest';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { unwrapFileKey } from '#shared/crypto/file-key.ts';
import { attachmentRecord } from '#shared/domain/attachment.ts';
import { auditRecord } from '#shared/domain/audit.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { openEntry } from '#shared/formats/entry.ts';
import { openRecord } from '#shared/formats/sealed-record.ts';
import { aClient, aNote, aTask } from '#test/builders/bodies.ts';
import { allRawRows, deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, eraseFile, vault } from './index.ts';

let test: TestVault;
const [anna, boris] = [newFileId(), newFileId()];

async function add(fileId: FileId, name: string): Promise<void> {
  await vault().commit((change) => {
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name }));
    change.put(noteRecord, { id: newRecordId(), fileId }, aNote({ title: `${name} talked` }));
    change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: `Call ${name}` }));
  });
}

beforeEach(async () => {
  test = await openTestVault();
  await add(anna, 'Anna');
  await add(boris, 'Boris');
  await vault().commit((change) =>
    change.update(clientRecord, anna as string as RecordId, () => ({ name: 'Anna Nová' })),
  );
});

const names = async () => (await vault().all(clientRecord)).map(({ name }) => name);

/** Everything that opens with all keys there are: what whoever holds journal, keyring and vault key can read. */
function readable(): string {
  const { disk } = test.platform.fake;
  const { vaultId } = test.header;
  const keyOf = (purpose: 'journal' | 'keyring' | 'practice-records') =>
    purposeKey(test.vaultKey, vaultId, purpose);
  const keys = [...disk.keyring].map(([fileId, wrapped]) =>
    unwrapFileKey(keyOf('keyring'), wrapped, vaultId, fileId),
  );
  const texts: string[] = [];
  for (const { entry } of disk.frames) {
    for (const op of openEntry(keyOf('journal'), vaultId, entry).ops) {
      if (op.op !== 'put') continue;
      for (const key of [...keys, keyOf('practice-records')]) {
        try {
          texts.push(JSON.stringify(openRecord(key, vaultId, op, op.sealed)));
        } catch {
          // Another file's.
        }
      }
    }
  }
  return texts.join('\n');
}

describe('a client file of which somebody wrote that it was erased', () => {
  it('is there as before, and that is told', async () => {
    await eraseFile(boris);
    const { erased, keyring } = test.platform.fake.disk;
    const [mac = null] = [...erased.values()];
    for (const forged of [null, mac, 'ab'.repeat(32)]) {
      erased.set(anna, forged);
      expect(await test.reopen()).toEqual({ state: 'same', keyringForged: true });
      expect(await names()).toEqual(['Anna Nová']);
      expect([...erased.keys()]).toEqual([boris]);
      expect([...keyring.keys()]).toEqual([anna]);
    }
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('does not disappear from a store that is filled from the journal', async () => {
    test.platform.fake.disk.erased.set(anna, null);
    await closeVault();
    await deleteRawStore();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', keyringForged: true });
    expect(await names()).toEqual(expect.arrayContaining(['Anna Nová', 'Boris']));
  });
});

describe('a client file that an app erased which made no proofs', () => {
  /** The keyring as formats 1 and 2 had it: the key is gone, and nothing shows that the vault destroyed it. */
  const withoutProof = (): void => {
    test.platform.fake.disk.erased.set(anna, null);
  };

  it('stays gone, also when the store has to be filled from the journal, and the note without a proof is told once', async () => {
    await eraseFile(anna);
    withoutProof();
    await closeVault();
    await deleteRawStore();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', keyringForged: true });
    expect(await names()).toEqual(['Boris']);
    expect(await vault().all(noteRecord)).toHaveLength(1);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await names()).toEqual(['Boris']);
  });

  it('is missed when its records are still in the journal: that may be a key that somebody took, and a copy of it opens', async () => {
    const { keyring } = test.platform.fake.disk;
    const copy = [...keyring];
    test.platform.fake.failNext('journal.append', 'diskFull');
    await eraseFile(anna);
    withoutProof();
    await closeVault();
    await deleteRawStore();
    await expect(test.reopen()).rejects.toThrow('1 client files have no key');
    for (const [fileId, wrapped] of copy) keyring.set(fileId, wrapped);
    await test.reopen();
    expect((await names()).toSorted()).toEqual(['Anna Nová', 'Boris']);
  });
});

describe('an erased client file', () => {
  it('is gone with its records, while the others stay', async () => {
    const erasure = await eraseFile(anna);
    expect(erasure.counts).toMatchObject({ clients: 1, notes: 1, tasks: 1 });
    expect(await names()).toEqual(['Boris']);
    expect(await vault().inFile(noteRecord, anna)).toEqual([]);
    expect(JSON.stringify(await allRawRows())).not.toContain(anna);
    const [last] = (await vault().all(auditRecord)).slice(-1);
    expect(last).toMatchObject({ action: 'fileErased', details: { fileId: anna } });
  });

  it('opens neither from the journal nor from anything else with all keys that are left', async () => {
    expect(readable()).toMatch(/Anna talked[^]*Boris talked|Boris talked[^]*Anna talked/);
    await eraseFile(anna);
    expect(readable()).toContain('Boris talked');
    expect(readable()).not.toContain('Anna');
  });

  it('stays gone after a restart, and when the store has to be filled from the journal', async () => {
    await eraseFile(anna);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await names()).toEqual(['Boris']);
    await closeVault();
    await deleteRawStore();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt' });
    expect(await names()).toEqual(['Boris']);
    expect(JSON.stringify(await allRawRows())).not.toContain(anna);
  });

  it('is erased for good once its key is destroyed, though its records could not be removed', async () => {
    test.platform.fake.failNext('journal.append', 'diskFull');
    await eraseFile(anna);
    expect(await names()).toEqual(['Boris']);
    expect(await vault().inFile(taskRecord, anna)).toEqual([]);
    expect(await test.reopen()).toMatchObject({ state: 'same' });
    expect(await names()).toEqual(['Boris']);
    expect(JSON.stringify(await allRawRows())).not.toContain(anna);
  });

  it('is as it was when its key could not be destroyed', async () => {
    test.platform.fake.failNext('keyring.erase', 'diskFull');
    await expect(eraseFile(anna)).rejects.toThrow('diskFull');
    expect(await names()).toEqual(expect.arrayContaining(['Anna Nová', 'Boris']));
    expect(readable()).toContain('Anna talked');
  });

  it('is erased when main did it and its answer was lost', async () => {
    test.platform.fake.loseAnswerOfNext('keyring.erase', 'offline');
    expect((await eraseFile(anna)).fingerprint).toHaveLength(64);
    expect(await names()).toEqual(['Boris']);
  });

  it('cannot be written to any more', async () => {
    await eraseFile(anna);
    await expect(add(anna, 'Anna')).rejects.toThrow('erased');
    expect(test.platform.fake.disk.keyring.has(anna)).toBe(false);
    await add(newFileId(), 'Cyril');
    expect(await names()).toEqual(expect.arrayContaining(['Boris', 'Cyril']));
  });

  it('names the chunks of its documents, removed ones too, and of no other file', async () => {
    const document = async (fileId: FileId, digit: string): Promise<RecordId> => {
      const id = newRecordId();
      const body = { name: 'a.pdf', mediaType: 'application/pdf', addedAt: 0, size: 1, contentFile: null };
      const chunk = digit.repeat(64);
      await vault().commit((change) =>
        change.put(attachmentRecord, { id, fileId }, { ...body, sha256: chunk, chunks: [chunk] }),
      );
      return id;
    };
    await document(anna, 'a');
    const removed = await document(anna, 'b');
    await vault().commit((change) => change.remove(attachmentRecord, removed));
    await document(boris, 'c');
    await eraseFile(anna);
    const { chunks } = test.platform.fake.lastRequest('keyring.erase') ?? { chunks: [] };
    expect(new Set(chunks)).toEqual(new Set(['a'.repeat(64), 'b'.repeat(64)]));
  });
});
