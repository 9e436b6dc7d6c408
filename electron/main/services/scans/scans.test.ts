import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scans as Status } from '#shared/ipc/contract/scans.ts';
import { type Bench, setUp } from '#main/services/attachments/testing.ts';
import { scanMemoryAt } from './scan-memory.ts';
import { Scans } from './scans.ts';

let folder: string;
let inbox: string;
let bench: Bench;
let told: Status[];
let chosen: string | null;
let unlocked: boolean;
let scans: Scans;

const open = (): Scans =>
  new Scans({
    memory: scanMemoryAt(join(folder, 'data', 'scans.json')),
    attachments: bench.attachments,
    chooseFolder: async () => chosen,
    userData: join(folder, 'data'),
    isUnlocked: () => unlocked,
    onChange: (status) => told.push(status),
  });
const names = (): string[] => scans.status().scans.map(({ name }) => name);
const looks = async (count = 2): Promise<void> => {
  for (let look = 0; look < count; look += 1) await scans.look();
};
const idOf = (name: string): string => scans.status().scans.find((scan) => scan.name === name)?.scanId ?? '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scans-'));
  inbox = join(folder, 'inbox');
  await mkdir(inbox);
  await mkdir(join(folder, 'data'));
  bench = await setUp();
  [told, chosen, unlocked] = [[], inbox, true];
  scans = open();
  await scans.choose();
});
afterEach(async () => {
  await bench.dispose();
  await rm(folder, { recursive: true, force: true });
});

describe('the scan folder', () => {
  it('offers files once they have come to rest, and no unfinished, empty, linked or nested ones', async () => {
    await writeFile(join(inbox, 'growing.pdf'), 'a');
    for (const name of ['.hidden.pdf', 'x.pdf.part', '~lock.pdf']) await writeFile(join(inbox, name), 'a');
    await writeFile(join(inbox, 'empty.pdf'), '');
    await writeFile(join(folder, 'elsewhere.pdf'), 'secret');
    await symlink(join(folder, 'elsewhere.pdf'), join(inbox, 'link.pdf'));
    await mkdir(join(inbox, 'folder.pdf'));
    await scans.look();
    expect(names()).toEqual([]);
    await appendFile(join(inbox, 'growing.pdf'), 'b');
    await scans.look();
    expect(names()).toEqual([]);
    await scans.look();
    expect(names()).toEqual(['growing.pdf']);
    expect(told.at(-1)).toMatchObject({ there: true, scans: [{ name: 'growing.pdf', size: 2 }] });
  });

  it('does not offer again what was left, also after a restart, but a new file of that name', async () => {
    await writeFile(join(inbox, 'a.pdf'), 'a');
    await looks();
    await scans.leave([idOf('a.pdf')]);
    await looks();
    expect(names()).toEqual([]);
    scans = open();
    await looks();
    expect(names()).toEqual([]);
    await writeFile(join(inbox, 'a.pdf'), 'another');
    await looks();
    expect(names()).toEqual(['a.pdf']);
  });

  it('is nothing within the data of the app, nor around them', async () => {
    for (const inside of [join(folder, 'data'), folder]) {
      chosen = inside;
      expect(await scans.choose()).toEqual({ outcome: 'inside' });
    }
    expect(scans.status().folder).toBe(inbox);
    chosen = null;
    expect(await scans.choose()).toEqual({ outcome: 'cancelled' });
    await scans.forget();
    expect(scans.status()).toEqual({ folder: null, there: true, scans: [] });
  });

  it('is told to be away, and offers again when it is back', async () => {
    await writeFile(join(inbox, 'a.pdf'), 'a');
    await looks();
    await rename(inbox, `${inbox}-away`);
    await scans.look();
    expect(told.at(-1)).toMatchObject({ there: false, scans: [] });
    await rename(`${inbox}-away`, inbox);
    await looks();
    expect(names()).toEqual(['a.pdf']);
  });

  it('is not looked at while the vault is locked', async () => {
    await writeFile(join(inbox, 'a.pdf'), 'a');
    unlocked = false;
    await looks();
    expect(names()).toEqual([]);
  });
});

describe('a scan', () => {
  const bytes = randomBytes(3000);
  const content = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  const imported = async (): Promise<Parameters<typeof scans.finish>[0]> => {
    await writeFile(join(inbox, 'a.pdf'), bytes);
    await looks();
    const scanId = idOf('a.pdf');
    const { jobId, name } = await scans.start({ scanId, keys: bench.keys() });
    expect(name).toBe('a.pdf');
    const outcome = await bench.attachments.outcome(jobId);
    if (outcome.kind !== 'imported') throw new Error('not imported');
    expect(outcome.content).toMatchObject(content);
    return { scanId, keys: bench.keys(), content: outcome.content, remove: true };
  };

  it('is put into the vault, and its file removed only when that is wanted', async () => {
    const request = await imported();
    expect(await scans.finish({ ...request, remove: false })).toEqual({ removed: false });
    expect(await readdir(inbox)).toEqual(['a.pdf']);
    expect(names()).toEqual([]);
  });

  it('is removed once the vault has given it back whole', async () => {
    expect(await scans.finish(await imported())).toEqual({ removed: true });
    expect(await readdir(inbox)).toEqual([]);
  });

  it('stays when the vault does not have it whole', async () => {
    const request = await imported();
    const [chunk = ''] = request.content.chunks;
    await rm(bench.pathOf(chunk));
    await expect(scans.finish(request)).rejects.toMatchObject({ failure: { code: 'attachmentDamaged' } });
    expect(await readdir(inbox)).toEqual(['a.pdf']);
  });

  it('stays when the file is another by now, or a link', async () => {
    const request = await imported();
    await writeFile(join(inbox, 'a.pdf'), 'another');
    await expect(scans.finish(request)).rejects.toMatchObject({ failure: { code: 'sourceChanged' } });
    expect(await readdir(inbox)).toEqual(['a.pdf']);
    const again = await imported();
    await rename(join(inbox, 'a.pdf'), join(folder, 'moved.pdf'));
    await symlink(join(folder, 'moved.pdf'), join(inbox, 'a.pdf'));
    await expect(scans.finish(again)).rejects.toMatchObject({ failure: { code: 'sourceUnreadable' } });
  });

  it('that is gone is told so', async () => {
    await writeFile(join(inbox, 'a.pdf'), bytes);
    await looks();
    const scanId = idOf('a.pdf');
    await rm(join(inbox, 'a.pdf'));
    await expect(scans.start({ scanId, keys: bench.keys() })).rejects.toMatchObject({
      failure: { code: 'sourceUnreadable' },
    });
    await expect(scans.start({ scanId: 'unknown', keys: bench.keys() })).rejects.toMatchObject({
      failure: { code: 'sourceUnreadable' },
    });
  });
});
