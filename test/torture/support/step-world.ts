import '#test/fakes/vault.ts';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { GROWING_TABLES, TABLE_NAMES } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { dropUnfinishedRestore } from '#main/services/backup/install.ts';
import {
  backUp,
  closeVault,
  createVault,
  openDoor,
  openVault,
  prepareVault,
  unlockWithPassphrase,
  vault,
} from '#renderer/db/index.ts';
import { bodyOf } from '#renderer/db/unseal.ts';
import { installPlatform, value } from '#renderer/platform/index.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { deleteRawStore } from '#test/fakes/raw-store.ts';
import { realMain, type RealMain } from '#test/fakes/real-main.ts';
import { fillPractice } from '#test/golden/practice.ts';
import { silent } from './keeper.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';

/*
 * A vault with its backups on a real disk, on which whole works (a backup, a restore, an erasure …) are done with a fault
 * at one of their steps. The working store is one in memory.
 */

/** What is known of a prepared vault. */
export interface StepWorld {
  readonly words: readonly string[];
  /** Name of the file of the backup that is restored; it lies in both places. */
  readonly fileName: string;
  /** Names of all backups made before the work. */
  readonly made: readonly string[];
  /** A client file that was changed since. */
  readonly fileId: FileId;
}

/** Where things lie in the folder of a case. */
export const placesIn = (folder: string) => ({
  data: join(folder, 'data'),
  usb: join(folder, 'usb'),
  facts: join(folder, 'facts.json'),
});

/** How clients say that they were imported here. */
export const IMPORTED = 'a file to import';

/** A record and its place. What an import adds has ids and moments of its own each time: it is told by what it says. */
function told(table: string, id: RecordId, fileId: FileId, body: object): Record<string, unknown> {
  if (table === 'clients' && 'source' in body && body.source === IMPORTED)
    return { [`imported/${String('name' in body && body.name)}`]: body };
  if (table === 'imports' && 'touched' in body && Array.isArray(body.touched))
    return {
      imports: [body.touched.length, 'added' in body && body.added, 'updated' in body && body.updated],
    };
  if (table === 'duplicates') return { duplicates: { ...body, at: 0 } };
  return { [`${table}/${id}`]: [fileId, body] };
}

/** Everything that the open vault shows, history and activity log left out. */
export async function everything(): Promise<string> {
  const all: Record<string, unknown> = {};
  for (const table of TABLE_NAMES.filter((name) => !GROWING_TABLES.some((growing) => growing === name))) {
    for (const record of await vault().all(kindOf(table))) {
      const { keys: _keys, ...body } = bodyOf(record) as { keys?: unknown };
      Object.assign(all, told(table, record.id, record.fileId, body));
    }
  }
  return canonicalJson(all);
}

/** Makes the vault, its backups in two places, and changes since. */
export async function makeStepWorld(folder: string): Promise<StepWorld> {
  const { data, usb, facts } = placesIn(folder);
  await mkdir(usb, { recursive: true });
  quickDerive();
  await forgetStore();
  const main = realMain(data, silent);
  installPlatform(main.api);
  const prepared = await prepareVault(PASSPHRASE, LEAST_WORK);
  await createVault(prepared);
  await fillPractice(main.paths.attachments);
  const [fileId] = [await addClient('Anna'), await addClient('Boris')];
  await addPlace(main, usb);
  // One from before a great change is kept for a week: what comes after pushes the others out.
  const { fileName } = await backUp('beforeDelete');
  const made = [fileName];
  for (const text of ['changed', 'changed again']) {
    await change(fileId, text);
    await addClient(text);
    made.push((await backUp('manual')).fileName);
  }
  await change(fileId, 'changed after all backups');
  await closeVault();
  await main.close();
  const world = { words: prepared.recoveryWords, fileName, made, fileId };
  await writeFile(facts, JSON.stringify(world));
  return world;
}

const PASSPHRASE = 'a passphrase that nobody types';
const LEAST_WORK = { memoryKiB: 65_536, iterations: 3 };

async function addClient(name: string): Promise<FileId> {
  const fileId = newFileId();
  await vault().commit((writer) => {
    writer.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name }));
    for (const title of ['one', 'two', 'three'])
      writer.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: `${name}: ${title}` }));
  });
  return fileId;
}

/** Changes one task, removes one, adds one: of a client file, and of the practice too. */
async function change(fileId: FileId, text: string): Promise<void> {
  const [first, second] = await vault().inFile(taskRecord, fileId);
  await vault().commit(async (writer) => {
    if (first) await writer.update(taskRecord, first.id, () => ({ title: text }));
    if (second) await writer.remove(taskRecord, second.id);
    writer.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: `${text}, new` }));
    const [practice] = await writer.all(practiceRecord);
    if (practice) await writer.update(practiceRecord, practice.id, () => ({ professional: text }));
  });
}

/** Reads what was written down of a prepared vault. */
export const readWorld = async (folder: string): Promise<StepWorld> =>
  JSON.parse(await readFile(placesIn(folder).facts, 'utf8')) as StepWorld;

/** A copy of a prepared vault, for one case. */
export async function copyWorld(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}

async function addPlace(main: RealMain, folder: string): Promise<void> {
  main.chosen = folder;
  await value(main.api.backups.addPlace());
}

/** The working store is gone, as when the data were brought to another machine. */
export async function forgetStore(): Promise<void> {
  await closeVault();
  await deleteRawStore();
}

/** Starts the main process as the app does. */
export async function startMain(folder: string): Promise<RealMain> {
  await closeVault();
  quickDerive();
  const { data, usb } = placesIn(folder);
  const main = realMain(data, silent);
  await dropUnfinishedRestore(main.paths);
  installPlatform(main.api);
  main.chosen = usb;
  return main;
}

/** Opens the vault, with the second place of its backups. Answers what state it is in when it cannot be opened. */
export async function openWorld(main: RealMain, folder: string): Promise<string> {
  const status = await value(main.api.vault.status());
  if (status.state !== 'ready') return status.state;
  const opened = await openDoor(status, (header) => unlockWithPassphrase(header, PASSPHRASE));
  if (opened === null) throw new Error('The passphrase does not open the vault');
  await openVault(opened.header, opened.vaultKey);
  await addPlace(main, placesIn(folder).usb);
  return 'open';
}

/** Every file under a folder with its content, by its path. */
export async function treeOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const all = await Promise.all(
    files.toSorted().map(async (file) => [file.slice(folder.length), await readFile(file, 'hex')] as const),
  );
  return JSON.stringify(all);
}
