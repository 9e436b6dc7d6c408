import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseJson, writeDurably } from '#main/lib/durable-file.ts';

const memorySchema = z.object({
  /** The folder, as the user chose it. Only main writes it. */
  folder: z.string().max(4096).nullable(),
  /** Marks of files that were put into a client file, or are to be left where they are. */
  seen: z.array(z.string().max(64)).max(100_000),
});
type Remembered = z.infer<typeof memorySchema>;

/** What is remembered of the scan folder. */
export interface ScanMemory {
  read(): Remembered;
  /** Throws `MainFailure` when it cannot be stored; then nothing changes. */
  write(next: Remembered): Promise<void>;
}

const NOTHING: Remembered = { folder: null, seen: [] };

function remembered(file: string): Remembered {
  try {
    return memorySchema.parse(parseJson(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}

/** Remembers in a file, which is read once, now; a damaged one is as none. */
export function scanMemoryAt(file: string): ScanMemory {
  let current = remembered(file);
  let writing: Promise<unknown> = Promise.resolve();
  const writeAfter = async (before: Promise<unknown>, next: Remembered): Promise<void> => {
    await before;
    await writeDurably(file, JSON.stringify(next));
    current = next;
  };
  return {
    read: () => current,
    write(next) {
      const written = writeAfter(writing, next);
      writing = written.catch(() => undefined);
      return written;
    },
  };
}
