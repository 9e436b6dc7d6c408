import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyringText, type KeyringFile } from '#shared/formats/keyring-file.ts';
import { FAULT_POINTS, onFault, type FaultPoint } from '#shared/lib/fault.ts';
import type { RestoreProgress } from '#shared/ipc/contract/backups.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { type DataPaths, dataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { finishRestore, installBackup } from './install.ts';
import { RestoreService } from './restore-service.ts';
import { NO_SEAL as mac, testBackups, type TestBackups } from './testing.ts';

const NOW = Date.UTC(2026, 10, 23);
const CHUNK = `ab${'0'.repeat(62)}`;
const FILE_ID = '0190f000-0000-4000-8000-000000000001' as KeyringFile['entries'][number]['fileId'];
const log = { info: vi.fn(), error: vi.fn() };

let old: TestBackups;
let set: string;
let machine: DataPaths;
let path: string;

beforeEach(async () => {
  old = await testBackups();
  old.chosen = join(old.folder, 'usb');
  await mkdir(join(old.folder, 'data', 'vault', 'attachments', 'ab'), { recursive: true });
  await writeFile(join(old.folder, 'data', 'vault', 'attachments', 'ab', CHUNK), 'sealed');
  await mkdir(old.chosen);
  await old.service.addPlace();
  const { fileName } = await old.make();
  set = join(old.chosen, (await readdir(old.chosen))[0] ?? '');
  path = join(set, fileName);
  await writeFile(join(set, 'keyring.json'), keyringText(keyring()));
  machine = dataPaths(await mkdtemp(join(tmpdir(), 'machine-')));
});
afterEach(async () => {
  onFault(null);
  await rm(old.folder, { recursive: true, force: true });
  await rm(machine.userData, { recursive: true, force: true });
});

const keyring = (more: Partial<KeyringFile> = {}): KeyringFile => ({
  vaultId: old.header.vaultId,
  epoch: 0,
  entries: [{ fileId: FILE_ID, wrapped: 'aa' }],
  erased: [],
  ...more,
});
const vaultService = () =>
  createVaultService({ paths: machine, log, settle: () => finishRestore(machine, NOW) });
const install = () => installBackup(machine, path, old.identity, NOW);

/** Everything in a folder, by path. */
async function treeOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => [file.slice(folder.length), await readFile(file, 'hex')] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

async function expectRestored(): Promise<void> {
  expect(await vaultService().status()).toMatchObject({ state: 'ready', header: old.header });
  const keys = await createKeyring({ folder: machine.keyring, log }).load(old.header);
  expect(keys.entries.map(({ fileId }) => fileId)).toEqual([FILE_ID]);
  const journal = await openJournal({ folder: machine.journal, vaultId: old.header.vaultId });
  expect(journal.head().seq).toBe(1);
  expect(toHex(journal.floor().hash)).toBe(toHex(journal.head().hash));
  await journal.append([new Uint8Array([1])]);
  await journal.close();
  expect(await readFile(join(machine.attachments, 'ab', CHUNK), 'utf8')).toBe('sealed');
  expect((await readdir(machine.backups)).filter((name) => name.endsWith('.age'))).toHaveLength(1);
}

describe('a backup becomes the vault of a machine', () => {
  it('that has none', async () => {
    expect(await install()).toEqual(old.header);
    await expectRestored();
    expect((await readdir(machine.userData)).toSorted()).toEqual(['keyring', 'vault']);
  });

  it('whose vault is damaged, which is set aside', async () => {
    await mkdir(machine.journal, { recursive: true });
    await writeFile(join(machine.vault, 'header.json'), 'broken');
    await mkdir(machine.keyring);
    await writeFile(join(machine.keyring, 'keyring.json'), 'broken too');
    expect(await vaultService().status()).toMatchObject({ state: 'damaged' });
    await install();
    await expectRestored();
    const names = await readdir(machine.userData);
    const aside = names.find((name) => name.startsWith('vault.before-restore-')) ?? '';
    expect(await readFile(join(machine.userData, aside, 'header.json'), 'utf8')).toBe('broken');
    expect(
      (await readdir(machine.keyring)).some((name) => name.startsWith('keyring.json.before-restore-')),
    ).toBe(true);
  });

  it('not without its keys, nor by another identity, nor when it is damaged', async () => {
    await writeFile(join(set, 'keyring.json'), keyringText(keyring({ epoch: 3 })));
    await rm(join(set, 'header.json'));
    await mkdir(machine.userData, { recursive: true });
    await install().then(
      () => expect.unreachable(),
      (error: unknown) => {
        // A vault without client files needs no keys; this one has some.
        expect(error).toMatchObject({ failure: { code: 'keyringMissing' } });
      },
    );
    await expect(installBackup(machine, path, 'AGE-SECRET-KEY-1X', NOW)).rejects.toThrow();
    await writeFile(path, (await readFile(path)).subarray(0, -1));
    await expect(install()).rejects.toThrow('broken');
    expect(await readdir(machine.userData)).toEqual([]);
  });

  it('and what was erased stays erased, whichever keyring knows it', async () => {
    const gone = { fileId: FILE_ID, at: NOW, fingerprint: '0'.repeat(64), mac };
    await mkdir(machine.keyring, { recursive: true });
    await writeFile(
      join(machine.keyring, 'keyring.json'),
      keyringText(keyring({ entries: [], erased: [gone] })),
    );
    await install();
    await vaultService().status();
    const keys = createKeyring({ folder: machine.keyring, log });
    // Main cannot tell whether the vault did erase it: whoever opens the vault can.
    expect(await keys.load(old.header)).toMatchObject({ erased: [{ fileId: FILE_ID, mac }] });
    await keys.confirm(old.header, [FILE_ID]);
    expect(await keys.load(old.header)).toMatchObject({ entries: [], erased: [{ fileId: FILE_ID }] });
  });
});

describe('a fault', () => {
  const points = FAULT_POINTS.filter((point) => point.startsWith('restore.'));

  it.each(points)('at %s leaves exactly the old state or exactly the new one', async (point) => {
    await mkdir(machine.journal, { recursive: true });
    await writeFile(join(machine.vault, 'header.json'), 'broken');
    await mkdir(machine.keyring);
    await writeFile(join(machine.keyring, 'keyring.json'), 'broken too');
    const before = await treeOf(machine.userData);
    let struck = false;
    const strike = (reached: FaultPoint): void => {
      if (reached !== point || struck) return;
      struck = true;
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    onFault(strike);
    const happened = await install().then(
      () =>
        vaultService()
          .status()
          .then(
            () => true,
            () => true,
          ),
      () => existsSync(join(machine.userData, 'restore.ready')),
    );
    expect(struck).toBe(true);
    onFault(null);
    if (happened) await expectRestored();
    else expect(await treeOf(machine.userData)).toEqual(before);
  });
});

describe('the restore service', () => {
  const told: RestoreProgress[] = [];
  const service = (
    chosen: string | null,
    onProgress: (progress: RestoreProgress) => unknown = () => undefined,
  ) =>
    new RestoreService({
      paths: machine,
      vault: vaultService(),
      clock: { now: () => NOW },
      log,
      choose: () => Promise.resolve(chosen),
      onProgress: (progress) => {
        told.push(progress);
        onProgress(progress);
      },
      release: () => Promise.resolve(),
    });

  it('offers what is in a file, a set, or the folder that holds the set', async () => {
    expect(await service(null).choose({ from: 'file' })).toEqual({ state: 'cancelled' });
    for (const [chosen, from] of [
      [path, 'file'],
      [set, 'folder'],
      [old.chosen, 'folder'],
    ] as const) {
      expect(await service(chosen).choose({ from })).toMatchObject({
        state: 'chosen',
        candidates: [{ verified: true, keyring: true, header: old.header, seq: 1 }],
      });
    }
  });

  it('installs what it has offered and nothing else, and never over a vault that is whole', async () => {
    const restore = service(set);
    const chosen = await restore.choose({ from: 'folder' });
    const backupId = chosen.state === 'chosen' ? (chosen.candidates[0]?.backupId ?? '') : '';
    const identity = old.identity;
    await expect(restore.install({ backupId: path, identity, mac: null })).rejects.toMatchObject({
      failure: { code: 'refused' },
    });
    expect(await restore.install({ backupId, identity, mac })).toEqual({ header: old.header });
    await expectRestored();
    const before = await treeOf(machine.userData);
    await expect(restore.install({ backupId, identity, mac })).rejects.toMatchObject({
      failure: { code: 'vaultExists' },
    });
    expect(await treeOf(machine.userData)).toEqual(before);
    await restore.install({ backupId, identity, mac, replace: true });
    expect((await readdir(machine.userData)).filter((name) => name.startsWith('vault'))).toHaveLength(2);
  });

  it('tells how far it is, and changes nothing when it is cancelled at any step', async () => {
    told.length = 0;
    const offer = async (restore: RestoreService): Promise<string> => {
      const chosen = await restore.choose({ from: 'folder' });
      return chosen.state === 'chosen' ? (chosen.candidates[0]?.backupId ?? '') : '';
    };
    for (const step of ['copying', 'proving', 'documents'] as const) {
      const restore = service(set, (progress) => progress.step === step && restore.cancel());
      await expect(
        restore.install({ backupId: await offer(restore), identity: old.identity, mac }),
      ).rejects.toMatchObject({ failure: { code: 'refused' } });
      expect(await readdir(machine.userData)).toEqual([]);
    }
    const restore = service(set);
    await restore.install({ backupId: await offer(restore), identity: old.identity, mac });
    await expectRestored();
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(['copying', 'proving', 'documents']));
  });

  it('refuses another backup than the one whose seal was found right', async () => {
    const restore = service(set);
    const chosen = await restore.choose({ from: 'folder' });
    const backupId = chosen.state === 'chosen' ? (chosen.candidates[0]?.backupId ?? '') : '';
    for (const other of [null, '0'.repeat(64)]) {
      await expect(restore.install({ backupId, identity: old.identity, mac: other })).rejects.toMatchObject({
        failure: { code: 'backupDamaged' },
      });
      expect(await readdir(machine.userData)).toEqual([]);
    }
  });

  it('takes a set that was copied elsewhere', async () => {
    const copy = join(old.folder, 'copy');
    await cp(set, copy, { recursive: true });
    const chosen = await service(copy).choose({ from: 'folder' });
    expect(chosen).toMatchObject({ candidates: [{ keyring: true }] });
  });
});
