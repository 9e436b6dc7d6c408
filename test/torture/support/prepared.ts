import { cp } from 'node:fs/promises';
import { DrivenApp, PASSPHRASE } from './driven-app.ts';

/** Changes that are there from the beginning. */
export const PREPARED_CHANGES = 30;

/** Makes a data folder with a vault by the app itself, with its first changes written. */
export async function prepareVaultFolder(folder: string, seed: number): Promise<void> {
  const app = await DrivenApp.start(folder);
  try {
    await app.tell('create', PASSPHRASE);
    await app.tell('start', { seed, first: 1 });
    await app.saved(PREPARED_CHANGES);
    await app.tell('stop', undefined);
  } finally {
    await app.quit();
  }
}

/** Copies a data folder; nothing runs on either. */
export const copyFolder = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });
