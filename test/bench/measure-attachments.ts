import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openedApp } from './measure-start.ts';
import type { SeededVault } from './seed.ts';

const MIB = 1024 * 1024;
/** One GB as disks are sold, to the nearest MiB: 954 chunks. */
const MEBIBYTES = 954;
/** A first import that is not measured: code is compiled, folders are made. */
const WARM_UP_MEBIBYTES = 4;

/** What adding one file of 1 GB took. */
export interface LargeImport {
  /** Milliseconds from the key that starts it to the row in the list. */
  readonly took: number;
  /** Milliseconds that copying the same file and syncing the copy takes. */
  readonly copy: number;
  /** Most memory of the main process meanwhile (resident set), bytes. */
  readonly peak: number;
  /** Its memory before, bytes. */
  readonly before: number;
}

/** Writes a file in which no MiB is like another. */
async function writeDistinct(path: string, mebibytes: number): Promise<void> {
  const bytes = randomBytes(MIB);
  const file = await open(path, 'w');
  for (let index = 0; index < mebibytes; index += 1) {
    bytes.writeUInt32LE(index);
    await file.write(bytes);
  }
  await file.sync();
  await file.close();
}

/** Copies a file through one buffer of 1 MiB and syncs the copy. Answers milliseconds. */
async function copyTime(from: string, to: string): Promise<number> {
  const begun = performance.now();
  const [source, target] = [await open(from, 'r'), await open(to, 'w')];
  const buffer = Buffer.alloc(MIB);
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, MIB, null);
    if (bytesRead === 0) break;
    await target.write(buffer, 0, bytesRead);
  }
  await target.sync();
  await Promise.all([source.close(), target.close()]);
  const took = performance.now() - begun;
  await rm(to);
  return took;
}

/** Adds a file of 1 GB to a client file of the built app, as a user would. */
export async function measureImport(folder: string, vault: SeededVault): Promise<LargeImport> {
  const [large, small] = [join(folder, 'large.bin'), join(folder, 'small.bin')];
  await writeDistinct(large, MEBIBYTES);
  await writeDistinct(small, WARM_UP_MEBIBYTES);
  const copy = await copyTime(large, join(folder, 'copy.bin'));
  const app = await openedApp(folder, vault);
  const { page } = app;
  await page.evaluate((file) => {
    location.hash = `#/clients/${file}/documents`;
  }, vault.file);
  const add = async (path: string, name: string): Promise<number> => {
    await app.evaluate(({ dialog }, filePath) => {
      const answer = { canceled: false, filePaths: [filePath] };
      Object.assign(dialog, { showOpenDialog: () => Promise.resolve(answer) });
    }, path);
    const begun = performance.now();
    await page.keyboard.press('a');
    await page.getByRole('row').filter({ hasText: name }).waitFor({ timeout: 150_000 });
    return performance.now() - begun;
  };
  await page.getByRole('tabpanel').getByRole('button').first().waitFor();
  await add(small, 'small.bin');
  const before = await app.evaluate(() => {
    const state = { peak: process.memoryUsage().rss };
    Object.assign(globalThis, { memoryWatch: state });
    setInterval(() => {
      state.peak = Math.max(state.peak, process.memoryUsage().rss);
    }, 20).unref();
    return state.peak;
  });
  const took = await add(large, 'large.bin');
  const peak = await app.evaluate(
    () => (globalThis as { memoryWatch?: { peak: number } }).memoryWatch?.peak ?? 0,
  );
  await app.close();
  return { took, copy, peak, before };
}
