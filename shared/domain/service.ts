import { z } from 'zod';
import { amountSchema, currencySchema } from './money.ts';
import { feeModelSchema } from './engagement.ts';
import type { RecordKind, Stored } from './record.ts';
import { lineSchema } from './values.ts';

export const serviceSchema = z.object({
  name: lineSchema.min(1),
  /** What the price is for, in the practice's words: «hour», «lesson», «tax return». */
  unit: lineSchema,
  /** Of one unit, minor units; null: agreed on each time. */
  price: amountSchema.nullable(),
  currency: currencySchema,
  /** How it is usually paid for. */
  feeModel: feeModelSchema,
});
export type ServiceBody = z.infer<typeof serviceSchema>;
/** An item of the practice's catalogue. */
export type Service = Stored<ServiceBody>;

export const serviceRecord: RecordKind<ServiceBody> = {
  table: 'services',
  version: 1,
  schema: serviceSchema,
};
