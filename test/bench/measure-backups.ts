import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataPaths } from '#main/lib/paths.ts';
import { moment, openedApp } from './measure-start.ts';
import type { SeededVault } from './seed.ts';

const LIMIT_MS = 240_000;

/** What keeping a large vault takes. Milliseconds and bytes. */
export interface BackupTimes {
  /** Filling the working store from the journal alone. */
  readonly fromJournal: number;
  /** Backing up: sent, written, opened again and compared. */
  readonly backedUp: number;
  /** Filling the working store from that backup and the journal. */
  readonly fromBackup: number;
  readonly backupBytes: number;
}

/** From the derived key to the usable register. */
async function unlockTime(folder: string, vault: SeededVault) {
  const app = await openedApp(folder, vault, LIMIT_MS);
  const took = (await moment(app.page, 'kartoteka:list')) - (await moment(app.page, 'kartoteka:key'));
  return { app, took };
}

/** Measures a vault of which only header, keyring and journal are there. */
export async function measureBackups(folder: string, vault: SeededVault): Promise<BackupTimes> {
  const { backups, userData } = dataPaths(folder);
  const first = await unlockTime(folder, vault);
  await first.app.page.evaluate(() => {
    location.hash = '#/settings';
  });
  const make = first.app.page.getByRole('button', { name: 'Back up now' });
  await make.click({ timeout: LIMIT_MS });
  const begun = Date.now();
  while (!(await isVerified(backups))) {
    if (Date.now() - begun > LIMIT_MS) throw new Error('The backup took too long');
    await wait(50);
  }
  const backedUp = Date.now() - begun;
  await first.app.close();
  const fileName = (await readdir(backups)).find((name) => name.endsWith('.age')) ?? '';
  await rm(join(userData, 'chromium'), { recursive: true, force: true });
  const second = await unlockTime(folder, vault);
  await second.app.close();
  const { size } = await stat(join(backups, fileName));
  return { fromJournal: first.took, backedUp, fromBackup: second.took, backupBytes: size };
}

async function isVerified(backups: string): Promise<boolean> {
  const index = join(backups, 'index.json');
  if (!existsSync(index)) return false;
  return (JSON.parse(await readFile(index, 'utf8')) as { backups: unknown[] }).backups.length > 0;
}
