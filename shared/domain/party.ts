import { z } from 'zod';
import { registeredNumberSchema } from './numbers/kinds.ts';
import type { RecordKind, Stored } from './record.ts';
import { lineSchema, textSchema } from './values.ts';

export const PARTY_ROLES = [
  'contact',
  'decisionMaker',
  'payer',
  'beneficiary',
  'guardian',
  'opponent',
  'witness',
  'purchasingAgent',
  'other',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const partySchema = z.object({
  name: lineSchema.min(1),
  /** Names used before, and other names the party is known by; one a line. */
  formerNames: textSchema,
  aliases: textSchema,
  role: z.enum(PARTY_ROLES),
  email: lineSchema,
  phone: lineSchema,
  /** Numbers under which registers, tax offices and banks know the party; not there: none. */
  numbers: z.array(registeredNumberSchema).exactOptional(),
  remark: textSchema,
});
export type PartyBody = z.infer<typeof partySchema>;
/** Person or organisation with a role in a client file. */
export type Party = Stored<PartyBody>;

export const partyRecord: RecordKind<PartyBody> = { table: 'parties', version: 2, schema: partySchema };

/** A party with nothing but a name and a role. */
export const emptyParty = (name: string, role: PartyRole): PartyBody => ({
  name,
  formerNames: '',
  aliases: '',
  role,
  email: '',
  phone: '',
  remark: '',
});
