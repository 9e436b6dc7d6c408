import { z } from 'zod';
import { type Occurrence, occurrenceSchema } from '#shared/ipc/contract.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import type { Log } from '#main/services/log/log.ts';

/** An occurrence to come, with what is to be said sealed. */
export interface Planned extends Occurrence {
  readonly label: Uint8Array;
}

const base64 = z.base64();
const planFileSchema = z.object({
  format: z.literal(1),
  occurrences: z.array(occurrenceSchema.extend({ label: base64 })),
});

/** The plan on disk: ids, moments and sealed labels; no word of it can be read. */
export interface PlanStore {
  /** The plan; empty when there is none or it is damaged: the renderer makes it anew after each unlock. */
  load(): Promise<readonly Planned[]>;
  /** Throws `MainFailure` when it could not be written. */
  save(plan: readonly Planned[]): Promise<void>;
}

/** The plan in a file of that path. */
export const planStoreAt = (path: string, log: Log): PlanStore => ({
  async load() {
    const text = await readIfThere(path);
    if (text === null) return [];
    const parsed = planFileSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      log.info('Reminder plan damaged');
      return [];
    }
    return parsed.data.occurrences.map(({ label, ...occurrence }) => ({
      ...occurrence,
      label: new Uint8Array(Buffer.from(label, 'base64')),
    }));
  },
  async save(plan) {
    const occurrences = plan.map(({ label, ...occurrence }) => ({
      ...occurrence,
      label: Buffer.from(label).toString('base64'),
    }));
    const text = JSON.stringify({ format: 1, occurrences } satisfies z.infer<typeof planFileSchema>);
    await writeDurably(path, text);
  },
});
