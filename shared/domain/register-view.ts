import { z } from 'zod';
import type { RecordKind, Stored } from './record.ts';
import { isoDateSchema, lineSchema } from './values.ts';

/** Column, stage or field by its id; ids that are not known any more do no harm. */
const idSchema = z.string().max(100);
const choiceSchema = z.array(lineSchema).max(1000);

/** What the register keeps. Conditions hold all at once; an empty choice lets everything through. */
export const registerFilterSchema = z.object({
  /** Words that must all be found, folded. */
  query: lineSchema,
  stages: choiceSchema,
  kinds: choiceSchema,
  types: choiceSchema,
  /** Clients have all of these. */
  tags: choiceSchema,
  responsible: choiceSchema,
  groups: choiceSchema,
  /** By their last contact: more, or less, than so many days ago. Who was never contacted is long ago. */
  lastContact: z
    .object({ how: z.enum(['olderThan', 'within']), days: z.number().int().min(0).max(36_500) })
    .nullable(),
  /** Only those for whom nothing is planned. */
  noNextDate: z.boolean(),
  /** Consents of which all hold today, and of which none does. */
  consents: choiceSchema,
  noConsents: choiceSchema,
  /**
   * Fields of the practice's own: values of which one must be chosen, words that must be in the text, the first and the last
   * day, whether there is a value at all.
   */
  custom: z.record(
    idSchema,
    z.object({
      anyOf: choiceSchema,
      text: lineSchema,
      from: isoDateSchema.exactOptional(),
      to: isoDateSchema.exactOptional(),
      filled: z.boolean().exactOptional(),
    }),
  ),
  /** Only files that seem to be forgotten, and after how many days without contact they do; null: whatever they seem. */
  forgotten: z.object({ days: z.number().int().min(1).max(36_500) }).nullable(),
});
export type RegisterFilter = z.infer<typeof registerFilterSchema>;

/** Everything passes. */
export const NO_FILTER: RegisterFilter = {
  query: '',
  stages: [],
  kinds: [],
  types: [],
  tags: [],
  responsible: [],
  groups: [],
  lastContact: null,
  noNextDate: false,
  consents: [],
  noConsents: [],
  custom: {},
  forgotten: null,
};

/** Shape of the register: lines, or cards under the stages. */
export const REGISTER_LAYOUTS = ['list', 'board'] as const;
export type RegisterLayout = (typeof REGISTER_LAYOUTS)[number];

export const registerLookSchema = z.object({
  layout: z.enum(REGISTER_LAYOUTS),
  /** The columns shown, from the left; widths in pixels. */
  columns: z.array(z.object({ id: idSchema, width: z.number().int().min(40).max(2000) })).max(200),
  /** The first counts most. */
  sorting: z.array(z.object({ column: idSchema, descending: z.boolean() })).max(20),
  filter: registerFilterSchema,
});
/** How the register is looked at. */
export type RegisterLook = z.infer<typeof registerLookSchema>;
/** One column that is shown. */
export type ShownColumn = RegisterLook['columns'][number];
/** One of the columns that the register is sorted by. */
export type Sorting = RegisterLook['sorting'][number];

export const registerViewSchema = registerLookSchema.extend({
  /** What the user calls it; empty in the one record that remembers how the register was left. */
  name: lineSchema,
});
export type RegisterViewBody = z.infer<typeof registerViewSchema>;
/** A way of looking at the register that was kept under a name. */
export type RegisterView = Stored<RegisterViewBody>;

export const registerViewRecord: RecordKind<RegisterViewBody> = {
  table: 'registerViews',
  version: 1,
  schema: registerViewSchema,
  history: 'none',
};
