import { z } from 'zod';
import { lineSchema } from './values.ts';

export const CUSTOM_FIELD_KINDS = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yesNo',
  'party',
] as const;
export type CustomFieldKind = (typeof CUSTOM_FIELD_KINDS)[number];

/** A field that a practice adds to its client files. */
export const customFieldSchema = z.object({
  /** Names the field's values in every file; never reused. */
  id: z.string().min(1),
  label: lineSchema.min(1),
  kind: z.enum(CUSTOM_FIELD_KINDS),
  /** What can be chosen, for `choice` and `choices`; a value names the option's id. */
  options: z.array(z.object({ id: z.string().min(1), label: lineSchema.min(1) })),
  /** ISO 4217 code, for `money`; empty otherwise. */
  currency: z.union([z.literal(''), z.string().regex(/^[A-Z]{3}$/)]),
});
export type CustomField = z.infer<typeof customFieldSchema>;

/**
 * Value of a custom field, by the field's kind: text → string; number, money → number (money in whole units of the
 * field's currency, with decimals); date → ISO day; choice → id of an option; choices → ids; yesNo → boolean;
 * party → id of a party's record. A field without a value has no entry.
 */
export const customValueSchema = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)),
]);
export type CustomValue = z.infer<typeof customValueSchema>;

/** Values of custom fields by the id of the field. */
export const customValuesSchema = z.record(z.string(), customValueSchema);
