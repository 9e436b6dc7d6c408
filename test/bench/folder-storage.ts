import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UseStorage } from '#renderer/worker/search/index-storage.ts';

/** Sealed parts of the index as files: where there is no IndexedDB. */
export function folderStorage(folder: string): UseStorage {
  const parts = join(folder, 'parts');
  const fileOf = (key: string): string => join(parts, encodeURIComponent(key));
  return async (work) => {
    await mkdir(parts, { recursive: true });
    return work({
      get: (key) => readFile(fileOf(key)),
      put: (key, part) => writeFile(fileOf(key), part),
      settle: async (key, part, stays) => {
        const keys = (await readdir(parts)).map(decodeURIComponent);
        for (const other of keys) if (!stays(other)) await rm(fileOf(other));
        await writeFile(fileOf(key), part);
      },
      clear: () => rm(parts, { recursive: true, force: true }),
    });
  };
}
