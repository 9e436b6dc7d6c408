import { z } from 'zod';

/** Bytes of at most that many. */
export const bytes = (max: number) =>
  z.instanceof(Uint8Array).refine((value) => value.length <= max, 'too large');
export const nothing = z.undefined();
export const MIB = 1024 * 1024;

/** The end of the journal: number and chain hash (SHA-256, 32 bytes) of the last whole frame; 0 and zeros when empty. */
export const journalHeadSchema = z.object({ seq: z.number().int().nonnegative(), hash: bytes(32) });
export type JournalHead = z.infer<typeof journalHeadSchema>;
