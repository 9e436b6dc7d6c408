import { z } from 'zod';
import { lineSchema } from '../values.ts';

/** Numbers under which registers, tax offices and banks know a person or organisation. */
export const NUMBER_KINDS = [
  'ico',
  'dic',
  'nip',
  'regon',
  'pesel',
  'inn',
  'ogrn',
  'ogrnip',
  'iban',
  'other',
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** A number as it was typed. Its check digits are looked at when it is shown, never when it is stored. */
export const registeredNumberSchema = z.object({ kind: z.enum(NUMBER_KINDS), value: lineSchema });
export type RegisteredNumber = z.infer<typeof registeredNumberSchema>;
