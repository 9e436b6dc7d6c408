import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityToRecipient } from 'age-encryption';
import { recoveryBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { encodeEnd, encodeRecords, encodeStart } from '#shared/formats/backup.ts';
import { backupEndSchema, type BackupEnd } from '#shared/formats/backup-manifest.ts';
import { createContainer, readContainer } from '#main/services/backup/container.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import {
  backUp,
  closeVault,
  createVault,
  eraseFile,
  openVault,
  prepareVault,
  vault,
} from '#renderer/db/index.ts';
import { migrated } from '#renderer/db/migrations/index.ts';
import { bodyOf } from '#renderer/db/unseal.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { unlockWithRecoveryWords } from '#renderer/db/index.ts';
import { deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { realMain, type RealMain } from '#test/fakes/real-main.ts';
import { addClientToErase, fillPractice, someContent } from './practice.ts';

/*
 * A backup of each released format, made once and kept: it opens for ever, by the shipped script, by the app and by the
 * stock age tool. `MAKE_GOLDEN=v2 npx vitest run test/golden` makes the one of a new format.
 */

const HERE = import.meta.dirname;
const SCRIPT = join(HERE, '../../resources/app/recover.mjs');
const run = promisify(execFile);
const making = process.env['MAKE_GOLDEN'];

const hasAge = await run('age', ['--version']).then(
  () => true,
  () => false,
);

type Recovered = Record<string, { readonly id: string; readonly body: unknown }[]>;

let folder: string;
let main: RealMain | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-'));
});
afterEach(async () => {
  await closeVault();
  await main?.close();
  main = null;
  await rm(folder, { recursive: true, force: true });
});

/** Runs the shipped script with words on its standard input. */
async function recover(args: readonly string[], words: string) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: 'pipe' });
  child.stdin.end(words);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, errors, code: await ended };
}

/** Every record that the open vault shows, by table. */
async function everything(): Promise<Recovered> {
  const all: Recovered = {};
  for (const table of TABLE_NAMES) {
    const records = await vault().all(kindOf(table));
    if (records.length > 0) all[table] = records.map((record) => ({ id: record.id, body: bodyOf(record) }));
  }
  return all;
}

const ageOf = async (set: string): Promise<string> =>
  join(set, (await readdir(set)).find((name) => name.endsWith('.age')) ?? '');
const wordsOf = (set: string): Promise<string> => readFile(join(set, 'words.txt'), 'utf8');

it.runIf(making)('makes a golden backup', async () => {
  await openTestVault(); // Gives IndexedDB and an empty store.
  await closeVault();
  await deleteRawStore();
  main = realMain(join(folder, 'data'));
  installPlatform(main.api);
  const prepared = await prepareVault('correct horse battery staple', { memoryKiB: 65_536, iterations: 3 });
  await createVault(prepared);
  await fillPractice(main.paths.attachments);
  main.chosen = join(folder, 'usb');
  await mkdir(main.chosen);
  await main.api.backups.addPlace();
  const expected = await everything();
  const erased = await addClientToErase();
  const { places, fileName } = await backUp('manual');
  expect(places.map(({ state }) => state)).toEqual(['verified', 'verified']);
  // Its records are in the backup, and the keyring beside it says that it was erased.
  await eraseFile(erased);
  await backUp('daily');
  const set = join(HERE, making ?? 'v0');
  const made = join(main.chosen, (await readdir(main.chosen))[0] ?? '');
  for (const name of ['keyring.json', 'header.json', 'attachments']) {
    await cp(join(made, name), join(set, name), { recursive: true });
  }
  await cp(join(made, fileName), join(set, 'golden.age'));
  const versions = TABLE_NAMES.map((table) => [table, kindOf(table).version]);
  await writeFile(join(set, 'versions.json'), `${JSON.stringify(Object.fromEntries(versions))}\n`);
  await writeFile(join(set, 'words.txt'), `${prepared.recoveryWords.join(' ')}\n`);
  await writeFile(join(set, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
});

/** Kinds of records that came after a format was made. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  v1: [
    'conflictChecks',
    'imports',
    'registerViews',
    'duplicates',
    'services',
    'engagements',
    'moneyEntries',
    'drafts',
    'templates',
  ],
  v2: [
    'imports',
    'registerViews',
    'duplicates',
    'services',
    'engagements',
    'moneyEntries',
    'drafts',
    'templates',
  ],
};

/** What was backed up as the app reads it today. `versions`: of the bodies then; those of format 1 all had version 1. */
const asToday = (recovered: Recovered, versions: Readonly<Record<string, number>>): Recovered =>
  Object.fromEntries(
    TABLE_NAMES.flatMap((table) => {
      const records = recovered[table];
      const body = (one: unknown) => migrated(kindOf(table), versions[table] ?? 1, one);
      return records ? [[table, records.map(({ id, body: one }) => ({ id, body: body(one) }))]] : [];
    }),
  );

describe.each(['v1', 'v2'])('the golden backup %s', (version) => {
  const golden = join(HERE, version);
  const expected = async () => JSON.parse(await readFile(join(golden, 'expected.json'), 'utf8')) as Recovered;
  const versions = async () =>
    JSON.parse(await readFile(join(golden, 'versions.json'), 'utf8').catch(() => '{}')) as Record<
      string,
      number
    >;
  let set: string;
  let words: string;
  beforeEach(async () => {
    set = join(folder, 'set');
    await cp(golden, set, { recursive: true });
    words = await wordsOf(set);
  });

  it('holds records of every kind', async () => {
    expect(Object.keys(await expected()).toSorted()).toEqual(
      TABLE_NAMES.filter((table) => LATER[version]?.includes(table) !== true).toSorted(),
    );
  });

  it.each(['the folder', 'the file'])('is recovered by the script, given %s', async (given) => {
    const { code, out, errors } = await recover([given === 'the file' ? await ageOf(set) : set], words);
    expect(out).toContain('of which failed: 0');
    expect(errors.includes('no seal')).toBe(version === 'v1');
    expect(code).toBe(0);
    const made = join(set, 'golden.recovered');
    const { tables } = JSON.parse(await readFile(join(made, 'records.json'), 'utf8')) as {
      tables: Recovered;
    };
    const found = Object.entries(tables).map(([table, records]) => [
      table,
      records.map(({ id, body }) => ({ id, body })),
    ]);
    expect(Object.fromEntries(found)).toEqual(await expected());
    const [attachment = ''] = await readdir(join(made, 'attachments'));
    expect(attachment).toContain('Smlouva č. 1.pdf');
    expect((await readFile(join(made, 'attachments', attachment))).equals(someContent())).toBe(true);
    expect((await stat(join(made, 'records.json'))).mode & 0o077).toBe(0);
  });

  it('is not recovered with other words, without its keys only in part, and not when altered', async () => {
    const zeros = `${'abandon '.repeat(14)}address`;
    expect(await recover([set], zeros)).toMatchObject({ code: 1, errors: expect.stringContaining('words') });
    await rm(join(set, 'attachments'), { recursive: true });
    expect(await recover([set], words)).toMatchObject({ code: 1 });
    await rm(join(set, 'keyring.json'));
    const without = await recover([set], words);
    expect(without.code).toBe(1);
    expect(`${without.out}${without.errors}`).toContain('clients/');
    const file = await ageOf(set);
    const bytes = await readFile(file);
    const at = bytes.length - 2000;
    await writeFile(file, bytes.fill((bytes[at] ?? 0) ^ 1, at, at + 1));
    expect(await recover([set], words)).toMatchObject({ code: 1, errors: expect.stringContaining('amaged') });
  });

  it('is recovered by the script with an erasure that nobody made told as a loss', async () => {
    const path = join(set, 'keyring.json');
    const ring = JSON.parse(await readFile(path, 'utf8')) as {
      entries: { fileId: string }[];
      erased: { fileId: string; mac?: string }[];
    };
    const [gone] = ring.entries.splice(0, 1);
    const mac = ring.erased[0]?.mac ?? '0'.repeat(64);
    await writeFile(path, JSON.stringify({ ...ring, erased: [...ring.erased, { ...gone, mac }] }));
    const { code, errors } = await recover([set], words);
    expect(code).toBe(1);
    expect(errors).toContain('clients/');
  });

  it('is restored by the app on a new machine', { timeout: 60_000 }, async () => {
    await openTestVault();
    await closeVault();
    await deleteRawStore();
    main = realMain(join(folder, 'new machine'));
    installPlatform(main.api);
    main.chosen = set;
    const chosen = await main.api.restore.choose({ from: 'folder' });
    const backupId =
      chosen.ok && chosen.value.state === 'chosen' ? (chosen.value.candidates[0]?.backupId ?? '') : '';
    const identity = recoveryBackupIdentity(words.trim().split(' ')) ?? '';
    const opened = await main.api.backups.open({ backupId, identity });
    const mac = opened.ok ? (opened.value.manifest.mac ?? null) : null;
    expect(mac === null).toBe(version === 'v1');
    const installed = await main.api.restore.install({ backupId, identity, mac });
    if (!installed.ok) throw new Error(installed.error.code);
    const { header } = installed.value;
    const vaultKey = await unlockWithRecoveryWords(header, words.trim().split(' '));
    if (!vaultKey) throw new Error('The words do not open the vault');
    expect(await openVault(header, vaultKey)).toMatchObject({ state: 'restored' });
    expect(await everything()).toEqual(asToday(await expected(), await versions()));
    expect(await openVault(header, vaultKey)).toEqual({ state: 'same' });
  });

  it('is opened by the stock age tool with the key that the script prints', async (test) => {
    test.skip(!hasAge, 'The age tool is not installed (Debian package: age)');
    const printed = await recover([set, '--identity'], words);
    expect(printed.code).toBe(0);
    expect(printed.out.trim()).toBe(recoveryBackupIdentity(words.trim().split(' ')));
    const key = join(folder, 'key.txt');
    await writeFile(key, printed.out);
    const plain = join(folder, 'plain');
    await run('age', ['-d', '-i', key, '-o', plain, await ageOf(set)]);
    expect((await readFile(plain)).toString('latin1', 0, 8)).toBe('KTBCKP\u001A\n');
  });
});

it('the script refuses a backup that the vault did not make', async () => {
  const set = join(folder, 'set');
  await cp(join(HERE, 'v2'), set, { recursive: true });
  const words = await wordsOf(set);
  const identity = recoveryBackupIdentity(words.trim().split(' ')) ?? '';
  // Whoever has records and recipient puts a backup together, with everything but the seal right.
  const forge = async (change: (end: BackupEnd) => BackupEnd): Promise<void> => {
    const container = await createContainer([await identityToRecipient(identity)]);
    const written = (async () => {
      const parts: Uint8Array[] = [];
      for await (const part of container.encrypted) parts.push(part);
      await writeFile(await ageOf(set), Buffer.concat(parts));
    })();
    for await (const part of readContainer(join(HERE, 'v2', 'golden.age'), identity)) {
      if (part.kind === 'start') await container.write(encodeStart(part.start));
      else if (part.kind === 'records') await container.write(encodeRecords(part.ops));
      else await container.write(encodeEnd(change(backupEndSchema.parse(part.manifest))));
    }
    await container.close();
    await written;
  };
  await forge((end) => end);
  expect(await recover([set], words)).toMatchObject({ code: 0 });
  await forge((end) => ({ ...end, chunks: [] }));
  expect(await recover([set], words)).toMatchObject({ code: 1, errors: expect.stringContaining('seal') });
});

it('the script stays under 150 lines and needs nothing but Node', async () => {
  const script = await readFile(SCRIPT, 'utf8');
  expect(script.trimEnd().split('\n').length).toBeLessThan(150);
  const imports = [...script.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.every((name) => name?.startsWith('node:'))).toBe(true);
});
