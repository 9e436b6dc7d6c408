import '#test/fakes/vault.ts';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { type VaultHeader, vaultHeaderSchema } from '#shared/formats/vault-header.ts';
import {
  changePassphrase,
  changeRecoveryWords,
  closeVault,
  createVault,
  makeRecoveryWords,
  openDoor,
  openVault,
  prepareVault,
  settleHeader,
  unlockWithPassphrase,
  vault,
} from '#renderer/db/index.ts';
import { installPlatform, value } from '#renderer/platform/index.ts';
import { aClient, aPractice, aTask } from '#test/builders/bodies.ts';
import { deleteRawStore } from '#test/fakes/raw-store.ts';
import { realMain } from '#test/fakes/real-main.ts';
import { silent } from './keeper.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import { everything, forgetStore } from './step-world.ts';

/*
 * A vault at two moments. Whoever has a copy of the earlier one and the disk in their hands tries to open it their way, or
 * to have its owner open something else than what it is.
 */

/** More than the least that is accepted: there is something to be weakened. */
const WORK = { memoryKiB: 131_072, iterations: 4 };

/** What is known of the vault. */
export interface Door {
  /** Data folders at the earlier and at the later moment; nothing runs on either. */
  readonly earlier: string;
  readonly later: string;
  readonly oldPassphrase: string;
  readonly passphrase: string;
  readonly oldWords: readonly string[];
  readonly words: readonly string[];
  readonly oldHeader: VaultHeader;
  readonly header: VaultHeader;
  /** What the vault holds at the later moment. */
  readonly holds: string;
}

const addClient = (name: string): Promise<void> => {
  const fileId = newFileId();
  return vault().commit((change) => {
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name }));
    for (const title of ['one', 'two'])
      change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: `${name}: ${title}` }));
  });
};

const headerIn = async (folder: string): Promise<VaultHeader> =>
  vaultHeaderSchema.parse(JSON.parse(await readFile(join(folder, 'vault', 'header.json'), 'utf8')));

/** Makes the vault: a passphrase, words and records, then other ones. */
export async function makeDoor(folder: string): Promise<Door> {
  const [earlier, later] = [join(folder, 'earlier'), join(folder, 'later')];
  const [oldPassphrase, passphrase] = ['the first of two phrases', 'another one, chosen later'];
  quickDerive();
  await forgetStore();
  const main = realMain(later, silent);
  installPlatform(main.api);
  const prepared = await prepareVault(oldPassphrase, WORK);
  await createVault(prepared);
  await vault().commit((change) =>
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice()),
  );
  await addClient('Anna');
  await cp(later, earlier, { recursive: true });
  const changed = await changePassphrase(prepared.header, prepared.vaultKey, passphrase, WORK);
  const words = makeRecoveryWords();
  await changeRecoveryWords(changed, prepared.vaultKey, words);
  await addClient('Boris');
  const holds = await everything();
  await closeVault();
  await main.close();
  return {
    earlier,
    later,
    oldPassphrase,
    passphrase,
    oldWords: prepared.recoveryWords,
    words,
    oldHeader: await headerIn(earlier),
    header: await headerIn(later),
    holds,
  };
}

/** How an opening of a folder went. */
export type Opening =
  | { readonly how: 'open'; readonly holds: string; readonly header: 'current' | 'older' }
  /** The passphrase is wrong there, or the vault is told as damaged, altered, …. */
  | { readonly how: 'refused'; readonly told: string };

/** Opens a folder by a passphrase as the app does; with the working store that this machine has, or without one. */
export async function tryDoor(folder: string, passphrase: string): Promise<Opening> {
  await closeVault();
  const main = realMain(folder, silent);
  installPlatform(main.api);
  try {
    const status = await value(main.api.vault.status());
    if (status.state !== 'ready') return { how: 'refused', told: status.state };
    const opened = await openDoor(status, (header) => unlockWithPassphrase(header, passphrase));
    if (opened === null) return { how: 'refused', told: 'wrong passphrase' };
    await openVault(opened.header, opened.vaultKey);
    return { how: 'open', holds: await everything(), header: await settleHeader() };
  } catch (error) {
    const failure = (error as { failure?: { code: string } }).failure;
    if (failure === undefined) throw error;
    return { how: 'refused', told: failure.code };
  } finally {
    await closeVault();
    await main.close();
  }
}

/** Lays a copy of the later moment, with its working store in place. */
export async function layDoor(door: Door, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(door.later, folder, { recursive: true });
  await closeVault();
  await deleteRawStore();
  const opened = await tryDoor(folder, door.passphrase);
  if (opened.how !== 'open' || opened.holds !== door.holds) throw new Error('The vault is not what it was');
}

/** Puts a folder of the earlier moment in the place of today's. */
export async function putBack(door: Door, folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { recursive: true, force: true });
  await cp(join(door.earlier, name), join(folder, name), { recursive: true });
}

/** Files of a folder, by their full names. */
export const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).toSorted().map((name) => join(folder, name));
