import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeOps } from '#shared/formats/entry.ts';
import type { RequestOf } from '#shared/ipc/contract.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { Sink } from './sink.ts';
import { someRecords, testBackups, type TestBackups } from './testing.ts';

const DAY = 86_400_000;
let test: TestBackups;
beforeEach(async () => {
  test = await testBackups();
});
afterEach(() => rm(test.folder, { recursive: true, force: true }));

const local = () => join(test.folder, 'data', 'vault', 'backups');
const ages = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.age'));
const failure = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });
const setOf = (path: string) => join(path, `Kartoteka ${test.header.vaultId.slice(0, 8)}`);

async function addPlace(name: string): Promise<string> {
  test.chosen = join(test.folder, name);
  await mkdir(test.chosen, { recursive: true });
  const added = await test.service.addPlace();
  return added.state === 'added' ? added.placeId : '';
}

describe('a backup', () => {
  it('is read back as it was written, with its manifest', async () => {
    const records = someRecords(50);
    const made = await test.make({ records, unreadable: 2, reason: 'manual' });
    expect(made.places).toEqual([{ placeId: 'local', state: 'verified' }]);
    const { readId, manifest } = await test.service.open({
      backupId: made.backupId,
      identity: test.identity,
    });
    const read = (await test.readAll(readId)).flatMap((bytes) => decodeOps(bytes));
    expect(read).toEqual(records);
    expect(manifest).toMatchObject({ reason: 'manual', header: test.header, madeAt: test.now, chunks: [] });
    expect(manifest.quarantined).toHaveLength(2);
    expect(await readdir(local())).toEqual(
      expect.arrayContaining([made.fileName, 'index.json', `${made.fileName}.chunks`]),
    );
  });

  it('is listed, and tells when it was made and what it holds', async () => {
    const made = await test.make({ records: someRecords(20) });
    expect(await test.service.list()).toEqual([
      expect.objectContaining({
        backupId: made.backupId,
        verified: true,
        madeAt: test.now,
        seq: 1,
        newestChange: 0x0190f0000000,
        quarantined: 0,
        shrunken: false,
      }),
    ]);
    expect(await test.service.status()).toMatchObject({
      lastVerifiedAt: test.now,
      places: [{ placeId: 'local', reachable: true, lastFailure: null }],
    });
  });

  it('counts for nothing when the disk holds something else than was sent', async () => {
    const made = await test.make({ end: { rootHash: '0'.repeat(64) } });
    expect(made.places).toEqual([
      { placeId: 'local', state: 'failed', failure: expect.objectContaining({ code: 'backupDamaged' }) },
    ]);
    expect(await ages(local())).toEqual([]);
    expect((await test.service.status()).lastVerifiedAt).toBeNull();
    const counts = await test.make({ end: { counts: { tasks: 3 } } });
    expect(counts.places[0]?.state).toBe('failed');
  });

  it('is refused to whoever has another identity', async () => {
    const made = await test.make();
    const stranger = await generateX25519Identity();
    await expect(test.service.open({ backupId: made.backupId, identity: stranger })).rejects.toEqual(
      failure('backupLocked'),
    );
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -40)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['altered', (bytes: Buffer) => bytes.fill(bytes.readUInt8(900) ^ 1, 900, 901)],
    ['empty', () => Buffer.alloc(0)],
  ])('that is %s is not opened', async (_what, damage) => {
    const made = await test.make();
    const path = join(local(), made.fileName);
    await writeFile(path, damage(await readFile(path)));
    await expect(test.service.open({ backupId: made.backupId, identity: test.identity })).rejects.toEqual(
      failure('backupDamaged'),
    );
  });

  it('takes only blocks of records', async () => {
    const jobId = await test.service.begin({
      reason: 'daily',
      head: { seq: 1, hash: new Uint8Array(32) },
      stamp: '',
      recipients: [test.header.slots.recovery.recipient],
    });
    await expect(test.service.add(jobId, new Uint8Array([9, 0, 0, 0, 0]))).rejects.toThrow(MainFailure);
    await expect(test.service.add('another', new Uint8Array())).rejects.toThrow(MainFailure);
    await test.service.abandon(jobId);
    expect(await readdir(local())).toEqual([]);
    await expect(test.service.add(jobId, new Uint8Array())).rejects.toThrow(MainFailure);
  });

  it('that is cancelled while it is verified leaves nothing', async () => {
    const made = await test.make();
    const finish = test.service.finish.bind(test.service);
    test.service.finish = (request) => {
      const ending = finish(request);
      void test.service.abandon(request.jobId);
      return ending;
    };
    test.now += 1000;
    const before = await readdir(local());
    await expect(test.make()).rejects.toEqual(failure('refused'));
    expect(await readdir(local())).toEqual(before);
    expect((await test.service.list()).map(({ fileName }) => fileName)).toEqual([made.fileName]);
  });

  it('that nobody finishes leaves nothing, at lock or when another begins', async () => {
    const request: RequestOf<'backups.begin'> = {
      reason: 'daily',
      head: { seq: 1, hash: new Uint8Array(32) },
      stamp: '',
      recipients: [test.header.slots.recovery.recipient],
    };
    await test.service.begin(request);
    test.now += 1;
    await test.service.begin(request);
    expect(await readdir(local())).toHaveLength(1);
    await test.service.release();
    expect(await readdir(local())).toEqual([]);
    await writeFile(join(local(), 'x.age.part'), 'left by a crash');
    await test.make();
    expect(existsSync(join(local(), 'x.age.part'))).toBe(false);
  });

  it('marks a sudden loss of records', async () => {
    expect((await test.make({ records: someRecords(100) })).shrunken).toBe(false);
    test.now += DAY;
    expect((await test.make({ records: someRecords(81) })).shrunken).toBe(false);
    test.now += DAY;
    expect((await test.make({ records: someRecords(60) })).shrunken).toBe(true);
    expect((await test.service.list()).map(({ shrunken }) => shrunken)).toEqual([true, false, false]);
  });
});

describe('a chosen place', () => {
  it('gets the backup and everything that is needed to restore it', async () => {
    const shelf = join(test.folder, 'data', 'vault', 'attachments', 'ab');
    const chunk = `ab${'0'.repeat(62)}`;
    await mkdir(shelf, { recursive: true });
    await writeFile(join(shelf, chunk), 'sealed');
    const placeId = await addPlace('usb');
    const made = await test.make();
    expect(made.places).toEqual([
      { placeId: 'local', state: 'verified' },
      { placeId, state: 'verified' },
    ]);
    const folder = setOf(join(test.folder, 'usb'));
    expect((await readdir(folder)).toSorted()).toEqual(
      [
        'Read me.txt',
        'attachments',
        'header.json',
        'index.json',
        'keyring.json',
        'recover.mjs',
        made.fileName,
      ].toSorted(),
    );
    expect(await readFile(join(folder, 'attachments', 'ab', chunk), 'utf8')).toBe('sealed');
    expect(await readFile(join(folder, made.fileName))).toEqual(await readFile(join(local(), made.fileName)));
    expect(await test.service.namedChunks()).toEqual(new Set([chunk]));
    expect(await test.service.list()).toHaveLength(2);
  });

  it('that is absent is told and no error, and gets the next one when it is back', async () => {
    const placeId = await addPlace('usb');
    await test.make();
    await rename(join(test.folder, 'usb'), join(test.folder, 'pulled'));
    test.now += 1000;
    expect((await test.make()).places).toContainEqual({ placeId, state: 'absent' });
    expect((await test.service.status()).places[1]).toMatchObject({ reachable: false, lastFailure: null });
    // The empty folder where it was mounted is not the disk.
    await mkdir(join(test.folder, 'usb'));
    test.now += 1000;
    expect((await test.make()).places).toContainEqual({ placeId, state: 'absent' });
    expect(await readdir(join(test.folder, 'usb'))).toEqual([]);
    await rm(join(test.folder, 'usb'), { recursive: true });
    await rename(join(test.folder, 'pulled'), join(test.folder, 'usb'));
    test.now += 1000;
    expect((await test.make()).places).toContainEqual({ placeId, state: 'verified' });
    expect(await test.service.list()).toHaveLength(4);
  });

  it('that fails stops no other', async () => {
    const placeId = await addPlace('usb');
    const other = await addPlace('network');
    await rm(setOf(join(test.folder, 'usb')), { recursive: true });
    await writeFile(setOf(join(test.folder, 'usb')), 'a file where the folder should be');
    await mkdir(join(test.folder, 'usb', 'Kartoteka another'));
    const { places } = await test.make();
    expect(places.map(({ state }) => state)).toEqual(['verified', 'failed', 'verified']);
    expect((await test.service.status()).places).toMatchObject([
      { lastFailure: null },
      { placeId, lastFailure: 'notFound' },
      { placeId: other, lastFailure: null },
    ]);
  });

  it('that is full is told with its folder; what lies in it stays good, and it is made up for when there is room', async () => {
    const placeId = await addPlace('usb');
    const folder = setOf(join(test.folder, 'usb'));
    const before = await test.make();
    const write = vi.spyOn(Sink.prototype, 'write').mockImplementation(function full(this: Sink, bytes) {
      return this.path.startsWith(folder)
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : appendFile(this.path, bytes);
    });
    test.now += 1000;
    const made = await test.make();
    write.mockRestore();
    expect(made.places).toEqual([
      { placeId: 'local', state: 'verified' },
      {
        placeId,
        state: 'failed',
        failure: { code: 'diskFull', details: expect.objectContaining({ folder }) },
      },
    ]);
    expect(await ages(folder)).toEqual([before.fileName]);
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
    expect((await test.service.status()).places).toMatchObject([
      { lastFailure: null, lastVerifiedAt: test.now },
      { lastFailure: 'diskFull', lastVerifiedAt: test.now - 1000 },
    ]);
    test.now += 1000;
    expect((await test.make()).places).toContainEqual({ placeId, state: 'verified' });
    expect((await test.service.status()).places[1]?.lastFailure).toBeNull();
  });

  it('makes up for a local place that fails', async () => {
    const placeId = await addPlace('usb');
    await mkdir(join(test.folder, 'data', 'vault'), { recursive: true });
    await writeFile(local(), 'a file where the folder should be');
    const made = await test.make();
    expect(made.places.map(({ state }) => state)).toEqual(['failed', 'verified']);
    expect(made.backupId).toBe(`${placeId}/${made.fileName}`);
  });

  it('is forgotten, and its files stay', async () => {
    const placeId = await addPlace('usb');
    await test.make();
    await test.service.removePlace(placeId);
    expect((await test.service.status()).places).toHaveLength(1);
    expect(await ages(setOf(join(test.folder, 'usb')))).toHaveLength(1);
  });

  it('gets today’s keys when they change, and says when it cannot', async () => {
    const [reached, gone] = [await addPlace('usb'), await addPlace('gone')];
    await rm(join(test.folder, 'gone'), { recursive: true });
    expect(await test.service.mirrorKeyring()).toEqual([
      { placeId: reached, path: join(test.folder, 'usb'), done: true },
      { placeId: gone, path: join(test.folder, 'gone'), done: false },
    ]);
    const text = await readFile(join(setOf(join(test.folder, 'usb')), 'keyring.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ vaultId: test.header.vaultId, entries: [] });
  });
});

describe('what is kept', () => {
  it('goes by days, weeks and months, and never below two', async () => {
    for (let day = 0; day < 20; day += 1) {
      test.now += DAY;
      await test.make({ records: someRecords(3) });
    }
    const kept = await ages(local());
    expect(kept.length).toBeLessThan(13);
    expect(kept.length).toBeGreaterThan(8);
    const index = JSON.parse(await readFile(join(local(), 'index.json'), 'utf8')) as { backups: unknown[] };
    expect(index.backups).toHaveLength(kept.length);
    expect((await readdir(local())).filter((name) => name.endsWith('.chunks'))).toHaveLength(kept.length);
    expect(test.verified.at(-1)).toHaveLength(kept.length);
  });

  it('never gives way to what was not verified', async () => {
    const [first, second] = [await test.make(), await test.make({ seq: 2 })];
    for (let day = 0; day < 40; day += 1) {
      test.now += DAY;
      await test.make({ end: { rootHash: '1'.repeat(64) } });
    }
    expect((await ages(local())).toSorted()).toEqual(
      [...new Set([first.fileName, second.fileName])].toSorted(),
    );
  });

  it('is unverified again when the index is lost, and verified when it was opened and its seal found right', async () => {
    const made = await test.make();
    await writeFile(join(local(), 'index.json'), '{"format":1,');
    expect(await test.service.list()).toMatchObject([{ verified: false, counts: null, reason: null }]);
    const { readId } = await test.service.open({ backupId: made.backupId, identity: test.identity });
    expect(await test.service.list()).toMatchObject([{ verified: false }]);
    await test.service.trust(readId);
    expect(await test.service.list()).toMatchObject([{ verified: true, reason: 'daily' }]);
  });

  it('does not count as verified when its file has changed', async () => {
    const made = await test.make();
    await writeFile(join(local(), made.fileName), 'short');
    expect(await test.service.list()).toMatchObject([{ verified: false }]);
    expect((await test.service.status()).lastVerifiedAt).toBeNull();
  });

  it('remembers the last drill', async () => {
    await test.make();
    await test.service.noteDrill(true);
    expect((await test.service.status()).lastDrill).toEqual({ at: test.now, ok: true });
    await test.make({ seq: 5 });
    expect((await test.service.status()).lastDrill).toEqual({ at: test.now, ok: true });
  });
});
