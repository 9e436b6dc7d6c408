import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '#main/lib/atomic-file.ts';
import { readIfThere, writeDurably } from '#main/lib/durable-file.ts';

/** A text file that grows by lines. */
export interface LedgerFile {
  /** Everything in it; null when there is none. */
  read(): Promise<string | null>;
  /** Adds text at the end and waits until it is on the disk. */
  append(text: string): Promise<void>;
  /** Puts another text in its place, wholly or not at all. */
  replace(text: string): Promise<void>;
}

/** The ledger on disk, readable by its owner alone. */
export const ledgerFileAt = (path: string): LedgerFile => ({
  read: () => readIfThere(path),
  async append(text) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', 0o600);
    try {
      const isNew = (await file.stat()).size === 0;
      await file.appendFile(text);
      await file.datasync();
      if (isNew) await syncFolder(dirname(path));
    } finally {
      await file.close();
    }
  },
  replace: (text) => writeDurably(path, text),
});
