import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import type { RecordKind, Stored } from './record.ts';
import { epochMsSchema, languageSchema } from './values.ts';

export const sheetSchema = z.object({
  noteId: recordIdSchema,
  /** Counts the printed or saved wordings of one note's sheet from 1. */
  version: z.number().int().positive(),
  /** SHA-256 over the sheet's document model, hexadecimal; its first eight digits are printed. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  languages: z.array(languageSchema).min(1).max(2),
  madeAt: epochMsSchema,
});
export type SheetBody = z.infer<typeof sheetSchema>;
/** A «What we agreed» sheet that left the app. */
export type Sheet = Stored<SheetBody>;

export const sheetRecord: RecordKind<SheetBody> = { table: 'sheets', version: 1, schema: sheetSchema };

/** As many digits of a hash as are printed. */
const SHORT_HASH = 8;
/** The part of a sheet's hash that stands on the paper. */
export const shortHash = (hash: string): string => hash.slice(0, SHORT_HASH);
