import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { attachmentRecord } from '#shared/domain/attachment.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { conflictCheckRecord } from '#shared/domain/conflict-check.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { eraseFile, closeVault, vault } from '#renderer/db/index.ts';
import { SearchClient } from '#renderer/worker/search/search-client.ts';
import { IndexStorage } from '#renderer/worker/search/index-storage.ts';
import { aClient, anAttachment, aParty, aSheet, aTask } from '#test/builders/bodies.ts';
import { deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import {
  addDocumentText,
  checkNames,
  keepSearch,
  search,
  searchReady,
  startSearch,
  unreadDocuments,
  useSearchState,
} from './index.ts';
import { documentLines } from './search-service.ts';

let test: TestVault;
let end = (): void => undefined;

const added = (fileId: FileId, title: string): Promise<RecordId> =>
  vault().commit((change) => {
    const id = newRecordId();
    change.put(taskRecord, { id, fileId }, aTask({ title }));
    return id;
  });
const aFile = async (name: string): Promise<FileId> => {
  const fileId = newFileId();
  await vault().commit((change) => {
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name }));
    change.put(partyRecord, { id: newRecordId(), fileId }, aParty({ name: `${name}ová` }));
  });
  return fileId;
};

const aDocument = (fileId: FileId, name: string): Promise<RecordId> =>
  vault().commit((change) => {
    const id = newRecordId();
    change.put(attachmentRecord, { id, fileId }, anAttachment({ name }));
    return id;
  });

/** Begins the search; answers how many records it had to read. */
async function begun(): Promise<number> {
  end = startSearch();
  await searchReady(() => undefined);
  return useSearchState.getState().read;
}
/** Opens the vault and its search again, after the search was kept, or as after a crash. */
async function again({ kept = true, meanwhile = (): unknown => undefined } = {}): Promise<number> {
  if (kept) await keepSearch();
  end();
  await closeVault();
  await meanwhile();
  await test.reopen();
  return begun();
}
const found = async (query: string): Promise<number> =>
  (await search({ query, filters: {}, order: 'best', most: 50, now: Date.now() })).total;

async function stored<T>(work: (storage: IndexStorage) => PromiseLike<T>): Promise<T> {
  const storage = new IndexStorage();
  await storage.open();
  try {
    return await work(storage);
  } finally {
    storage.close();
  }
}
const parts = () =>
  stored(async (storage) => {
    const keys = await storage.parts.toCollection().primaryKeys();
    return { keys, values: await storage.parts.bulkGet(keys) };
  });

beforeEach(async () => {
  await stored((storage) => storage.parts.clear());
  test = await openTestVault();
});
afterEach(() => end());

describe('a search that has just been started', () => {
  it('begins its worker for whoever searches, and else when the first screen is there', async () => {
    const worker = vi.spyOn(SearchClient.prototype, 'open');
    onTestFinished(() => worker.mockRestore());
    end = startSearch();
    expect(worker).not.toHaveBeenCalled();
    expect(await found('smlouvy')).toBe(0);
    expect(worker).toHaveBeenCalledOnce();
    end();
    end = startSearch();
    await vi.waitFor(() => expect(worker).toHaveBeenCalledTimes(2), 20_000);
  });

  it('begins nothing when the vault is closed before', async () => {
    const worker = vi.spyOn(SearchClient.prototype, 'open');
    onTestFinished(() => worker.mockRestore());
    startSearch()();
    await expect(found('smlouvy')).rejects.toThrow('no search index');
    expect(worker).not.toHaveBeenCalled();
  });
});

describe('the kept index', () => {
  it('is taken over at the next opening, with the names of a conflict check, and no record is read', async () => {
    const fileId = await aFile('Novák');
    await added(fileId, 'Nájemní smlouva');
    expect(await begun()).toBe(3);
    expect(await again()).toBe(0);
    expect(await found('smlouvy')).toBe(1);
    const { names, counts } = await checkNames(['Nováková']);
    expect(names.map(({ text }) => text).toSorted()).toEqual(['Novák', 'Nováková']);
    expect(counts).toMatchObject({ clients: 1, parties: 1, tasks: 1 });
    // And once more, nothing having changed.
    expect(await again()).toBe(0);
    expect(await found('smlouvy')).toBe(1);
  });

  it('lacks nothing that was changed after it was kept, and has nothing that was removed', async () => {
    const fileId = await aFile('Novák');
    const [first, second] = [await added(fileId, 'Smlouva'), await added(fileId, 'Zahrada')];
    await begun();
    await again();
    await vault().commit(async (change) => {
      await change.update(taskRecord, first, () => ({ title: 'Darování' }));
      await change.remove(taskRecord, second);
    });
    await added(fileId, 'Smlouva o dílo');
    await vault().commit((change) =>
      change.update(clientRecord, fileId as string as RecordId, () => ({ name: 'Dvořák' })),
    );
    expect(await again({ kept: false })).toBe(0);
    expect([await found('smlouva'), await found('darování'), await found('zahrada')]).toEqual([1, 1, 0]);
    expect((await checkNames(['Dvořák'])).names.map(({ text }) => text)).toContain('Dvořák');
    expect((await checkNames(['Novák'])).names.map(({ text }) => text)).toEqual(['Nováková']);
    // Kept with it, and taken over again.
    expect(await again()).toBe(0);
    expect([await found('smlouva'), await found('darování'), await found('zahrada')]).toEqual([1, 1, 0]);
  });

  it('knows a printed sheet by what is printed on it, and a conflict check by what was looked for, not by what it found', async () => {
    const fileId = await aFile('Novák');
    const checkedAt = Date.UTC(2026, 10, 22);
    await vault().commit((change) => {
      change.put(sheetRecord, { id: newRecordId(), fileId }, aSheet({ hash: '3f2a91bc'.repeat(8) }));
      const searched = { clients: 1, parties: 1, notes: 0, requirements: 0, questions: 0, tasks: 0 };
      change.put(
        conflictCheckRecord,
        { id: newRecordId(), fileId: PRACTICE_FILE },
        {
          queries: ['Zahradník'],
          checkedAt,
          searched,
          hits: [],
          hitCount: 0,
          decision: 'none',
          reason: 'Jiný člověk',
          decidedBy: 'Dvořáková',
          decidedAt: checkedAt,
        },
      );
    });
    expect(await begun()).toBe(4);
    const all = async () => [await found('3f2a91bc'), await found('zahradnik'), await found('"jiný člověk"')];
    expect(await all()).toEqual([1, 1, 1]);
    expect(await again()).toBe(0);
    expect(await all()).toEqual([1, 1, 1]);
  });

  it('does not know an erased client file, and cannot be made to by an older copy of it', async () => {
    const [kept, erased] = [await aFile('Novák'), await aFile('Tajemný')];
    await added(kept, 'Smlouva');
    await added(erased, 'Tajemství');
    await begun();
    await keepSearch();
    const copy = await parts();
    expect(copy.keys.length).toBeGreaterThan(2);
    await eraseFile(erased);
    await expect.poll(() => found('tajemství')).toBe(0);
    expect(copy.keys.length).toBeGreaterThan((await parts()).keys.length);
    expect(await again()).toBe(0);
    expect([await found('smlouva'), await found('tajemství'), await found('tajemny')]).toEqual([1, 0, 0]);
    const older = () =>
      stored((storage) =>
        storage.parts.clear().then(() =>
          storage.parts.bulkPut(
            copy.values.map((one) => one ?? new Uint8Array()),
            copy.keys,
          ),
        ),
      );
    expect(await again({ meanwhile: older })).toBe(3);
    expect([await found('smlouva'), await found('tajemství'), await found('tajemny')]).toEqual([1, 0, 0]);
  });

  it('has the words of documents, which are not read once more, as long as the documents are there', async () => {
    const [one, other] = [await aFile('Novák'), await aFile('Tajemný')];
    const scan = await aDocument(one, 'sken.pdf');
    const letter = await aDocument(one, 'dopis.pdf');
    const picture = await aDocument(one, 'plán.pdf');
    const secret = await aDocument(other, 'tajné.pdf');
    const all = [scan, letter, picture, secret];
    await begun();
    expect(await unreadDocuments(all)).toEqual(all);
    await addDocumentText(scan, ['Věcné břemeno', 'cesty']);
    await addDocumentText(letter, ['Nadstropí na jaře']);
    await addDocumentText(picture, []);
    await addDocumentText(secret, ['Zakopaný poklad']);
    await again();
    expect(await unreadDocuments(all)).toEqual([]);
    expect([await found('"věcné břemeno"'), await found('nadstropi'), await found('poklad')]).toEqual([
      1, 1, 1,
    ]);
    expect(await documentLines(scan)).toEqual(['Věcné břemeno', 'cesty']);
    // Changed after the index was kept: a new name leaves it its words.
    await vault().commit(async (change) => {
      await change.update(attachmentRecord, scan, () => ({ name: 'služebnost.pdf' }));
      await change.remove(attachmentRecord, letter);
    });
    await again({ kept: false });
    expect([await found('sluzebnost bremeno'), await found('sken'), await found('nadstropi')]).toEqual([
      1, 0, 0,
    ]);
    expect(await documentLines(letter)).toEqual([]);
    await eraseFile(other);
    await expect.poll(() => found('poklad')).toBe(0);
    await again();
    expect([await found('sluzebnost bremeno'), await found('poklad')]).toEqual([1, 0]);
    expect(await documentLines(secret)).toEqual([]);
    expect(await unreadDocuments([scan, picture])).toEqual([]);
    // Lost with the index, they are to be read once more.
    await again({ meanwhile: () => stored((storage) => storage.parts.clear()) });
    expect(await unreadDocuments([scan, picture])).toEqual([scan, picture]);
    expect([await found('sluzebnost'), await found('bremeno')]).toEqual([1, 0]);
  });

  it('is built anew, without a word, when it is damaged, missing, or the records were put together anew', async () => {
    const fileId = await aFile('Novák');
    await added(fileId, 'Smlouva');
    await begun();
    const damage = (): Promise<unknown> =>
      stored((storage) =>
        storage.parts.toCollection().modify((part, at) => void (at.value = part.map((byte) => byte ^ 1))),
      );
    const none = (): Promise<unknown> => stored((storage) => storage.parts.clear());
    /** What is read after the index was opened. */
    const noLists = (): Promise<unknown> =>
      stored(({ parts: all }) =>
        all
          .toCollection()
          .primaryKeys()
          .then((keys) => all.bulkDelete(keys.filter((key) => key.includes('/postings/')))),
      );
    for (const meanwhile of [damage, none, noLists, deleteRawStore]) {
      expect(await again({ meanwhile })).toBe(3);
      expect(await found('smlouva')).toBe(1);
      expect(await again()).toBe(0);
    }
  });

  it('of another vault is of no use', async () => {
    await added(await aFile('Novák'), 'Smlouva');
    await begun();
    await keepSearch();
    end();
    test = await openTestVault();
    await added(await aFile('Dvořák'), 'Zahrada');
    expect(await begun()).toBe(3);
    expect([await found('smlouva'), await found('zahrada')]).toEqual([0, 1]);
  });
});
