import { join } from 'node:path';
import { fault } from '#shared/lib/fault.ts';
import { type JournalFs, readAll, writeAll } from './journal-fs.ts';
import type { Tail } from './open-segments.ts';
import { segmentName } from './segment.ts';

/** Keeps a torn end beside its file, made durable before the cut, then cuts. A useless file is set aside as it is. */
export async function cutTail(
  { fs, folder }: { readonly fs: JournalFs; readonly folder: string },
  { number, end, size, useless }: Tail,
): Promise<void> {
  const path = join(folder, segmentName(number));
  const aside = `${path}.${String(end)}.torn`;
  if (useless) {
    await fs.rename(path, aside);
    await fs.syncFolder(folder);
    return;
  }
  const file = await fs.open(path, 'change');
  try {
    const torn = new Uint8Array(size - end);
    await readAll(file, torn, end);
    const copy = await fs.open(aside, 'create');
    try {
      await writeAll(copy, torn, 0);
      await copy.sync();
    } finally {
      await copy.close();
    }
    await fs.syncFolder(folder);
    await fault('journal.tail.kept');
    await file.truncate(end);
    await file.sync();
    await fault('journal.tail.cut');
  } finally {
    await file.close();
  }
}
