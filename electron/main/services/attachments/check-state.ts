import { z } from 'zod';
import { chunkNameSchema } from '#shared/formats/attachment-chunks.ts';
import { epochMsSchema } from '#shared/domain/values.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';

const stateSchema = z.object({
  /** When every chunk was last opened. */
  deepAt: epochMsSchema,
  /** Chunks that nothing names, and when that was first seen. */
  orphans: z.record(chunkNameSchema, epochMsSchema),
});
/** What a check remembers for the next. */
export type CheckState = z.infer<typeof stateSchema>;

/** Where a check keeps what it remembers. */
export interface CheckMemory {
  /** What was remembered; as after no check when that cannot be read. */
  read(): Promise<CheckState>;
  write(state: CheckState): Promise<void>;
}

/** Remembers in a file. Without it orphans only stay longer. */
export const checkMemoryAt = (path: string): CheckMemory => ({
  async read() {
    const text = await readIfThere(path).catch(() => null);
    const parsed = stateSchema.safeParse(text === null ? null : parseJson(text));
    return parsed.success ? parsed.data : { deepAt: 0, orphans: {} };
  },
  write: (state) => writeDurably(path, JSON.stringify(state)),
});
