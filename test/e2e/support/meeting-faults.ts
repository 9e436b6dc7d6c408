import type { Page } from '@playwright/test';
import type { RunningApp } from './running-app.ts';

declare global {
  /** Set while a spec stands between the app and its disk. */
  var journalFault: { readonly attempts: () => number; readonly restore: () => void } | undefined;
  var storeHold: { release: boolean } | undefined;
}

/**
 * From now on nothing the journal writes reaches the disk: each attempt waits, or fails as a full disk does, until
 * `mendJournal`.
 */
export function breakJournal(app: RunningApp, how: 'waits' | 'diskFull'): Promise<void> {
  return app.evaluate(async (_, kind: 'waits' | 'diskFull') => {
    const { open } = process.getBuiltinModule('node:fs/promises');
    const handle = await open(process.execPath);
    const prototype = Object.getPrototypeOf(handle) as { datasync: () => Promise<void> };
    await handle.close();
    const whole = prototype.datasync;
    const waiting: (() => void)[] = [];
    let attempts = 0;
    prototype.datasync = async function datasync() {
      attempts += 1;
      if (kind === 'diskFull') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      await new Promise<void>((resolve) => void waiting.push(resolve));
      return whole.call(this);
    };
    globalThis.journalFault = {
      attempts: () => attempts,
      restore: () => {
        prototype.datasync = whole;
        for (const go of waiting) go();
      },
    };
  }, how);
}

/** How often the broken journal tried to reach the disk. */
export const journalAttempts = (app: RunningApp): Promise<number> =>
  app.evaluate(() => globalThis.journalFault?.attempts() ?? 0);

/** Lets the journal reach the disk again. */
export const mendJournal = (app: RunningApp): Promise<void> =>
  app.evaluate(() => globalThis.journalFault?.restore());

/** From now on nothing is written to IndexedDB: a reader that does not end holds all of it, until `releaseStore`. */
export const holdStore = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const hold = { release: false };
    globalThis.storeHold = hold;
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(`${name} does not open`)));
      });
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores, 'readonly');
      await new Promise<void>((resolve) => {
        const spin = (): void => {
          resolve();
          if (hold.release) return database.close();
          transaction.objectStore(stores[0] ?? '').count().onsuccess = spin;
        };
        spin();
      });
    }
  });

/** Lets IndexedDB go. */
export const releaseStore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (globalThis.storeHold) globalThis.storeHold.release = true;
  });
