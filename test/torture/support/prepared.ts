import { existsSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DrivenApp, PASSPHRASE } from './driven-app.ts';

/** Changes that are there from the beginning. */
export const PREPARED_CHANGES = 30;

/**
 * A data folder with a vault, made by the app itself, with its first changes written. Rows of one run share it: what they
 * do, they do to copies.
 * @param shared A folder of the whole run.
 */
export async function preparedVault(shared: string, seed: number): Promise<string> {
  const folder = join(shared, `prepared-${String(seed)}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  await make(making, seed);
  await rename(making, folder);
  return folder;
}

async function make(folder: string, seed: number): Promise<void> {
  const app = await DrivenApp.start(folder);
  try {
    await app.tell('create', PASSPHRASE);
    // One by one: an app that writes by itself is some changes further before it hears that these are enough.
    for (let number = 1; number <= PREPARED_CHANGES; number += 1) {
      const refused = await app.tell('tryToWrite', { seed, number });
      if (refused !== null) throw new Error(`Change ${String(number)}: ${refused}`);
    }
  } finally {
    await app.quit();
  }
}

/** Copies a data folder; nothing runs on either. */
export const copyFolder = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });
