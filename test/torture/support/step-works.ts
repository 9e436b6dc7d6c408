import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recoveryBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import type { DuplicateRule } from '#shared/domain/import.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { backUp, drill, eraseFile, inspectBackup, restoreFrom, vault } from '#renderer/db/index.ts';
import { MIGRATIONS } from '#renderer/db/migrations/index.ts';
import { mergeClients } from '#renderer/operations/duplicates/merge.ts';
import type { ClientReading } from '#renderer/operations/import/client-draft.ts';
import { Pace, planClients } from '#renderer/operations/import/plan.ts';
import { runImport } from '#renderer/operations/import/run-import.ts';
import { value } from '#renderer/platform/index.ts';
import { aTask } from '#test/builders/bodies.ts';
import type { RealMain } from '#test/fakes/real-main.ts';
import { promise } from './row.ts';
import { everything, IMPORTED, openWorld, placesIn, type StepWorld, treeOf } from './step-world.ts';

/** What is done with a fault at one of its steps. */
export interface StepWork {
  /** Whether a vault is open when it is done, or it is what makes one. */
  readonly on: 'openVault' | 'emptyMachine' | 'damagedVault';
  /** The app is one that has migrations. */
  readonly migrates?: true;
  readonly run: (main: RealMain, world: StepWorld) => Promise<unknown>;
}

async function backupIn(main: RealMain, { fileName }: StepWorld): Promise<string> {
  const listed = await value(main.api.backups.list());
  return listed.find((one) => one.fileName === fileName && one.placeId === 'local')?.backupId ?? '';
}

/** A client that is there gets another address; twenty new ones come. All of it, or none. */
async function importClients(): Promise<void> {
  const clients = await vault().all(clientRecord);
  const names = [
    clients[0]?.name ?? '',
    ...Array.from({ length: 20 }, (_, index) => `Imported ${String(index)}`),
  ];
  const signal = new AbortController().signal;
  const pace = new Pace(signal, () => undefined);
  const table = {
    rows: names.map((name, index) => ({ number: index + 2, cells: [name, 'Street 1', IMPORTED] })),
    broken: [],
  };
  const reading: ClientReading = {
    headers: ['Name', 'Address', 'Source'],
    columns: ['name', 'address', 'source'],
    dateOrder: 'dmy',
    decimal: ',',
    today: '2026-11-22',
    custom: [],
    contacts: true,
  };
  const plan = await planClients(table, reading, clients, pace);
  const decisions = { rule: 'update', single: new Map<number, DuplicateRule>() } as const;
  const options = {
    fileName: 'a.csv',
    language: 'en',
    enclosed: [],
    signal,
    onProgress: () => undefined,
  } as const;
  await runImport(plan, decisions, options);
}

/** What comes before it is made of today, as the app does. */
async function precaution(
  reason: 'beforeImport' | 'beforeRestore' | 'beforeDelete' | 'beforeUpgrade',
): Promise<void> {
  const { places } = await backUp(reason);
  if (!places.some(({ state }) => state === 'verified')) throw new Error('There is no backup of today');
}

async function install(main: RealMain, { fileName, words }: StepWorld, replace: boolean): Promise<void> {
  const chosen = await value(main.api.restore.choose({ from: 'folder' }));
  const candidates = chosen.state === 'chosen' ? chosen.candidates : [];
  const backupId = candidates.find((one) => one.fileName === fileName)?.backupId ?? '';
  const identity = recoveryBackupIdentity(words) ?? '';
  const { readId, manifest } = await value(main.api.backups.open({ backupId, identity }));
  await value(main.api.backups.closeRead({ readId }));
  const mac = manifest.mac ?? null;
  await value(main.api.restore.install({ backupId, identity, mac, replace }));
}

/** Every work, by its name. */
export const WORKS = {
  'a backup': { on: 'openVault', run: () => backUp('manual') },
  'a restore of everything': {
    on: 'openVault',
    run: async (main, world) => {
      await precaution('beforeRestore');
      await restoreFrom(await backupIn(main, world), { whole: true });
    },
  },
  'a restore of a client file': {
    on: 'openVault',
    run: async (main, world) => {
      await precaution('beforeRestore');
      await restoreFrom(await backupIn(main, world), { fileId: world.fileId });
    },
  },
  'a restore on a new machine': {
    on: 'emptyMachine',
    run: (main, world) => install(main, world, false),
  },
  'a restore over a damaged vault': {
    on: 'damagedVault',
    run: (main, world) => install(main, world, true),
  },
  'an erasure': {
    on: 'openVault',
    run: async (_main, { fileId }) => {
      await precaution('beforeDelete');
      await eraseFile(fileId);
    },
  },
  'an import': {
    on: 'openVault',
    run: async () => {
      await precaution('beforeImport');
      await importClients();
    },
  },
  'a merge of two client files': {
    on: 'openVault',
    run: async () => {
      const [into, from] = await vault().all(clientRecord);
      if (!into || !from) throw new Error('There are no two client files');
      await mergeClients({ into, from, choices: { name: 'into', keyFacts: 'both' } });
    },
  },
  'a change by an app with migrations': {
    on: 'openVault',
    migrates: true,
    run: async () => {
      await precaution('beforeUpgrade');
      await vault().commit(async (writer) => {
        for (const { id } of await writer.all(taskRecord))
          await writer.update(taskRecord, id, ({ title }) => ({ title: `${title}, written` }));
      });
    },
  },
} satisfies Record<string, StepWork>;
export type WorkName = keyof typeof WORKS;
export const WORK_NAMES = Object.keys(WORKS) as readonly WorkName[];
export const workNamed = (name: WorkName): StepWork => WORKS[name];

const MIGRATED = ' (migrated)';

/** Makes the app one whose tasks are of a later version, or what it was. */
export function migrate(on: boolean): void {
  Object.assign(taskRecord, { version: on ? 2 : 1 });
  const step = (body: unknown): TaskBody => {
    const task = body as TaskBody;
    return { ...task, title: `${task.title}${MIGRATED}` };
  };
  Object.assign(MIGRATIONS, { tasks: on ? { 1: step } : undefined });
}

/** Lays the folder of a case as the work finds it. */
export async function layFor(
  name: WorkName,
  folder: string,
  remove: (path: string) => Promise<void>,
): Promise<void> {
  const { data } = placesIn(folder);
  const { on } = workNamed(name);
  if (on === 'emptyMachine') await remove(data);
  if (on === 'damagedVault')
    for (const file of ['header.json', 'header.backup.json'])
      await writeFile(join(data, 'vault', file), 'broken');
}

/** What there is before a work, as one text: what the vault holds, or every file of the machine. */
export const before = (name: WorkName, folder: string): Promise<string> =>
  workNamed(name).on === 'openVault' ? everything() : treeOf(placesIn(folder).data);

/**
 * Starts what a fault left, and says which state it is in. All that is called verified must open; the vault must take
 * changes, and a backup, as if nothing had been.
 * @returns The state of {@link before}, or what the vault holds.
 */
export async function after(
  name: WorkName,
  main: RealMain,
  folder: string,
  world: StepWorld,
): Promise<string> {
  const { data } = placesIn(folder);
  const untouched = workNamed(name).on === 'openVault' ? null : await treeOf(data);
  const state = await openWorld(main, folder);
  if (state !== 'open') return untouched ?? state;
  const held = await everything();
  await checkBackups(main, world);
  const id = await addTask();
  const { places } = await backUp('manual');
  promise(
    places.every((place) => place.state === 'verified') && places.length === 2,
    () => `No backup afterwards: ${JSON.stringify(places)}`,
  );
  promise(await drill(), 'The next backup does not hold what the vault holds');
  await vault().commit((change) => change.remove(taskRecord, id));
  await nothingLeft(folder);
  return held;
}

async function addTask(): ReturnType<typeof newTask> {
  const [client] = await vault().all(clientRecord);
  if (client === undefined) throw new Error('There is no client file');
  return newTask(client.fileId);
}

const newTask = (fileId: StepWorld['fileId']) =>
  vault().commit((change) => {
    const id = newRecordId();
    change.put(taskRecord, { id, fileId }, aTask({ title: 'Afterwards' }));
    return id;
  });

/** Every new backup that counts as verified opens whole; the one from before is still there. */
async function checkBackups(main: RealMain, { fileName, made }: StepWorld): Promise<void> {
  const listed = await value(main.api.backups.list());
  for (const { verified, backupId, fileName: own } of listed) {
    if (!verified || made.includes(own)) continue;
    const { unreadable } = await inspectBackup(backupId);
    promise(
      unreadable === 0,
      `${own} counts as verified, and ${String(unreadable)} records in it do not open`,
    );
  }
  promise(
    listed.some((one) => one.fileName === fileName && one.verified),
    'The backup from before is gone, or counts as unverified',
  );
}

async function nothingLeft(folder: string): Promise<void> {
  const { data, usb } = placesIn(folder);
  const names = (await Promise.all([data, usb].map((place) => readdir(place, { recursive: true })))).flat();
  const left = names.filter((one) => one.endsWith('.part') || one.endsWith('.new'));
  promise(left.length === 0, () => `Left behind: ${left.join(', ')}`);
  promise(!existsSync(join(data, 'restore.ready')), 'A restore is not finished');
}
