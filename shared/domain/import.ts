import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { WORK_TABLES, type RecordKind, type Stored } from './record.ts';
import { epochMsSchema, lineSchema } from './values.ts';

/** What the rows of a file can become. */
export const IMPORT_TARGETS = ['clients', 'people', 'notes', 'tasks', 'reminders', 'engagements'] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** What becomes of a row whose client is there already. */
export const DUPLICATE_RULES = ['skip', 'update', 'add'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Order of day, month and year where a date is written in numbers. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const importedSchema = z.object({
  is: z.literal('import'),
  at: epochMsSchema,
  /** Name of the file, or of the first of several. */
  fileName: lineSchema,
  target: z.enum(IMPORT_TARGETS),
  added: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  /** Every record it added or changed. All of them have the stamp of this record until they are changed again. */
  touched: z.array(
    z.object({
      table: z.enum(WORK_TABLES),
      how: z.enum(['added', 'changed']),
      ids: z.array(recordIdSchema),
    }),
  ),
  undoneAt: epochMsSchema.nullable(),
});

const sourceSchema = z.object({
  is: z.literal('source'),
  /** Which files it is for: those with these headers. */
  signature: z.string().max(64),
  target: z.enum(IMPORT_TARGETS),
  /** Field of each column; empty: left out. */
  columns: z.array(z.string().max(200)),
  dateOrder: z.enum(DATE_ORDERS),
  decimal: z.enum([',', '.']),
  rule: z.enum(DUPLICATE_RULES),
  /** Whether people with an organisation become contact persons of it. */
  contacts: z.boolean(),
});

const importSchema = z.discriminatedUnion('is', [importedSchema, sourceSchema]);
export type ImportBody = z.infer<typeof importSchema>;
/** An import that was made, with what it takes to undo it. */
export type ImportedBody = z.infer<typeof importedSchema>;
export type Imported = Stored<ImportedBody>;
/** How files with certain headers were read last time. */
export type ImportSourceBody = z.infer<typeof sourceSchema>;

/** Both belong to the practice and hold no text of a client: an erased file leaves nothing in them. */
export const importRecord: RecordKind<ImportBody> = { table: 'imports', version: 1, schema: importSchema };
