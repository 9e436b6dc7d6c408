import { beforeEach, describe, expect, it } from 'vitest';
import { attachmentRecord, attachmentSchema } from '#shared/domain/attachment.ts';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import { MOST_PART_BYTES } from '#shared/ipc/contract/attachments.ts';
import { vault } from '#renderer/db/index.ts';
import { attachmentCommands, attachmentQueries } from '#renderer/entities/attachment/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { checkAttachments } from './attachment-check.ts';
import { addAttachments, addChosenAttachments, readAttachment, saveAttachment } from './attachments.ts';

let test: TestVault;
let fileId: FileId;
beforeEach(async () => {
  test = await openTestVault();
  fileId = await clientCommands.create(aClient());
});

const aFile = (name: string, size: number): File => new File([new Uint8Array(size).fill(7)], name);
const calls = (channel: string): unknown[] =>
  test.platform.fake.calls.filter((call) => call.channel === channel).map(({ request }) => request);
const names = async (): Promise<string[]> => (await attachmentQueries.inFile(fileId)).map(({ name }) => name);

describe('adding documents', () => {
  it('sends dropped files in parts, one after another, and stores what main made of them', async () => {
    const files = [aFile('scan.pdf', 2 * MOST_PART_BYTES + 5), aFile('empty.txt', 0)];
    await Promise.all(addAttachments(fileId, files));
    expect(calls('attachments.part').map((part) => (part as { bytes: Uint8Array }).bytes.length)).toEqual([
      MOST_PART_BYTES,
      MOST_PART_BYTES,
      5,
    ]);
    expect(await attachmentQueries.inFile(fileId)).toMatchObject([
      { name: 'scan.pdf', mediaType: 'application/pdf', size: 2 * MOST_PART_BYTES + 5 },
      { name: 'empty.txt', mediaType: 'text/plain', size: 0, chunks: [] },
    ]);
  });

  it('shows names as they are, without what hides or turns them', async () => {
    await Promise.all(addAttachments(fileId, [aFile('smlouva\u202Efdp.exe', 1), aFile('\u200B', 1)]));
    expect(await names()).toEqual(['smlouvafdp.exe', 'document']);
  });

  it('gives main two keys of that client file, and never the key of the file', async () => {
    const other = await clientCommands.create(aClient());
    for (const file of [fileId, other]) await Promise.all(addAttachments(file, [aFile('a.pdf', 9)]));
    const keys = calls('attachments.start').map(
      (start) => (start as { keys: { names: Uint8Array; chunks: Uint8Array } }).keys,
    );
    const distinct = new Set(keys.flatMap((pair) => [pair.names.join(), pair.chunks.join()]));
    expect(distinct.size).toBe(4);
    const [one, two] = [await attachmentQueries.inFile(fileId), await attachmentQueries.inFile(other)];
    expect(one[0]?.sha256).toBe(two[0]?.sha256);
    expect(one[0]?.chunks).not.toEqual(two[0]?.chunks);
  });

  it('stores no record of what failed, was cancelled or was not chosen', async () => {
    test.platform.fake.failNext('attachments.outcome', 'diskFull');
    const [full, fine] = addAttachments(fileId, [aFile('a.pdf', 9), aFile('b.pdf', 9)]);
    await expect(full).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    expect(await fine).toBe(true);
    expect(await addChosenAttachments(fileId)).toEqual([]);
    expect(await names()).toEqual(['b.pdf']);
  });

  it('tells what cannot be read and ends the job', async () => {
    const gone = Object.assign(aFile('gone.pdf', 9), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    });
    await expect(addAttachments(fileId, [gone])[0]).rejects.toMatchObject({
      failure: { code: 'sourceUnreadable', details: { fileName: 'gone.pdf' } },
    });
    expect(calls('attachments.cancel')).toHaveLength(1);
    expect(await names()).toEqual([]);
  });

  it('needs a client file that has a key', async () => {
    await expect(addAttachments(newFileId(), [aFile('a.pdf', 1)])[0]).rejects.toMatchObject({
      failure: { code: 'vaultDamaged' },
    });
  });
});

describe('a document', () => {
  it('is renamed with its kind, removed and brought back as it was', async () => {
    await Promise.all(addAttachments(fileId, [aFile('a.pdf', 9)]));
    const [added] = await attachmentQueries.inFile(fileId);
    if (!added) throw new Error('not added');
    await attachmentCommands.rename(added.id, ' Nájemní smlouva.docx ');
    await attachmentCommands.rename(added.id, ' \u200B');
    const renamed = await vault().get(attachmentRecord, added.id);
    expect(renamed).toMatchObject({ name: 'Nájemní smlouva.docx', chunks: added.chunks });
    expect(renamed?.mediaType).toMatch(/wordprocessing/);
    if (!renamed) throw new Error('not there');
    const removal = await attachmentCommands.remove(renamed);
    expect(await names()).toEqual([]);
    await vault().undo(removal ?? 0);
    const back = await vault().get(attachmentRecord, added.id);
    expect(attachmentSchema.parse(back)).toEqual(attachmentSchema.parse(renamed));
  });

  it('is saved under the keys of its file; a cancelled dialog is no failure', async () => {
    await Promise.all(addAttachments(fileId, [aFile('a.pdf', 9)]));
    const [added] = await attachmentQueries.inFile(fileId);
    if (!added) throw new Error('not added');
    expect(await saveAttachment(added)).toEqual({ fileName: 'a.pdf', folder: '/documents' });
    test.platform.fake.failNext('attachments.outcome', 'attachmentDamaged');
    await expect(saveAttachment(added)).rejects.toMatchObject({ failure: { code: 'attachmentDamaged' } });
  });

  it('is shown and saved under the keys of the file it was added to, wherever it has moved', async () => {
    await Promise.all(addAttachments(fileId, [aFile('a.pdf', 9)]));
    const [document] = await attachmentQueries.inFile(fileId);
    if (!document) throw new Error('No document');
    const moved = { ...document, fileId: await clientCommands.create(aClient()), contentFile: fileId };
    await readAttachment(moved);
    await saveAttachment(moved);
    const [started, read, saved] = ['start', 'read', 'save'].map(
      (what) => (calls(`attachments.${what}`)[0] as { keys: unknown }).keys,
    );
    expect(read).toEqual(started);
    expect(saved).toEqual(started);
  });

  it('is saved though the activity log cannot tell of it, as on a full disk', async () => {
    await Promise.all(addAttachments(fileId, [aFile('a.pdf', 9)]));
    const [added] = await attachmentQueries.inFile(fileId);
    if (!added) throw new Error('not added');
    test.platform.fake.failNext('journal.append', 'diskFull');
    expect(await saveAttachment(added)).toEqual({ fileName: 'a.pdf', folder: '/documents' });
  });
});

describe('the check', () => {
  it('names every document of every file, and asks the versions only when something belongs to none', async () => {
    const other = await clientCommands.create(aClient());
    await Promise.all(addAttachments(fileId, [aFile('a.pdf', 9), aFile('b.pdf', 10)]));
    await Promise.all(addAttachments(other, [aFile('c.pdf', 11)]));
    expect(await checkAttachments('asked')).toMatchObject({ kind: 'checked', missing: [] });
    const [request, ...more] = calls('attachments.check') as {
      files: { attachments: unknown[] }[];
      keep: unknown;
    }[];
    expect(request?.files.map(({ attachments }) => attachments.length)).toEqual([2, 1]);
    expect(request?.keep).toBeNull();
    expect(more).toEqual([]);
  });
});
