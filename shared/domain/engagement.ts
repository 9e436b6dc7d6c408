import { z } from 'zod';
import { customValuesSchema } from './custom-field.ts';
import { recordIdSchema } from './ids.ts';
import { amountSchema, currencySchema, timesOver, type Currency } from './money.ts';
import type { RecordKind, Stored } from './record.ts';
import { type IsoDate, isoDateSchema, lineSchema, textSchema } from './values.ts';

/** How work is paid for. */
export const FEE_MODELS = ['oneOff', 'hourly', 'retainer', 'prepaid', 'instalments', 'deposit'] as const;
export const feeModelSchema = z.enum(FEE_MODELS);
export type FeeModel = z.infer<typeof feeModelSchema>;

export const ENGAGEMENT_STATUSES = ['proposed', 'active', 'paused', 'done', 'cancelled'] as const;
export const engagementStatusSchema = z.enum(ENGAGEMENT_STATUSES);
export type EngagementStatus = z.infer<typeof engagementStatusSchema>;

/** Steps in which time is charged, minutes. */
export const TIME_STEPS = [1, 5, 6, 10, 15, 30, 60] as const;

const minutesSchema = z.number().int().positive().max(10_000_000);

export const engagementSchema = z.object({
  title: lineSchema.min(1),
  /** The item of the catalogue that it delivers; null: none of them. */
  serviceId: recordIdSchema.nullable(),
  feeModel: feeModelSchema,
  /** Of one unit, minor units: an hour, a month, a package, a piece; null: not agreed yet. */
  price: amountSchema.nullable(),
  currency: currencySchema,
  /** How many units, hundredths of one; null: as many as it takes (hours, months). */
  quantity: z.number().int().positive().max(1_000_000_000).nullable(),
  /** What a unit is, in the practice's words. */
  unit: lineSchema,
  /** Time that one prepaid package holds, minutes; null: not prepaid. */
  packageMinutes: minutesSchema.nullable(),
  /** What is to be paid in advance, minor units; null: nothing. */
  deposit: amountSchema.nullable(),
  /** Time is charged for each step that was begun, minutes. */
  timeStep: z.union(TIME_STEPS.map((step) => z.literal(step))),
  /** What the contract is called, and its day. */
  contract: lineSchema,
  contractOn: isoDateSchema.nullable(),
  startOn: isoDateSchema.nullable(),
  endOn: isoDateSchema.nullable(),
  status: engagementStatusSchema,
  /** How much of it is done, percent. */
  progress: z.number().int().min(0).max(100),
  /** The practice's own remark, not for the client. */
  remark: textSchema,
  /** Values of the practice's own fields of engagements; not there: none. */
  custom: customValuesSchema.exactOptional(),
});
export type EngagementBody = z.infer<typeof engagementSchema>;
/** One piece of work for a client: a matter, an assignment, a course. */
export type Engagement = Stored<EngagementBody>;

export const engagementRecord: RecordKind<EngagementBody> = {
  table: 'engagements',
  version: 1,
  schema: engagementSchema,
};

/** An engagement that begins on a day, before anything else is known of it. */
export const emptyEngagement = (currency: Currency, startOn: IsoDate): EngagementBody => ({
  title: '',
  serviceId: null,
  feeModel: 'oneOff',
  price: null,
  currency,
  quantity: 100,
  unit: '',
  packageMinutes: null,
  deposit: null,
  timeStep: 1,
  contract: '',
  contractOn: null,
  startOn,
  endOn: null,
  status: 'active',
  progress: 0,
  remark: '',
});

/** Fee models of which nobody knows beforehand how many units it takes. */
export const isOpenEnded = (feeModel: FeeModel): boolean => feeModel === 'hourly' || feeModel === 'retainer';

/** What was agreed in all, minor units: price × quantity; null when either is open. */
export const agreedTotal = ({ price, quantity }: Pick<EngagementBody, 'price' | 'quantity'>): number | null =>
  price === null || quantity === null ? null : timesOver(price, quantity, 100);

/** Time that was paid for in advance, minutes; null: none. */
export const prepaidMinutes = ({
  feeModel,
  packageMinutes,
  quantity,
}: Pick<EngagementBody, 'feeModel' | 'packageMinutes' | 'quantity'>): number | null =>
  feeModel !== 'prepaid' || packageMinutes === null ? null : timesOver(packageMinutes, quantity ?? 100, 100);

/** Whether it was agreed on and not called off, so that its price counts. */
export const isAgreed = ({ status }: Pick<EngagementBody, 'status'>): boolean =>
  status !== 'proposed' && status !== 'cancelled';

/** What changes with the fee model: how much of it there is, and what only some models have. */
export function withFeeModel(draft: EngagementBody, feeModel: FeeModel): Partial<EngagementBody> {
  return {
    feeModel,
    quantity: isOpenEnded(feeModel) ? null : (draft.quantity ?? 100),
    packageMinutes: feeModel === 'prepaid' ? (draft.packageMinutes ?? 600) : null,
    deposit: feeModel === 'deposit' ? draft.deposit : null,
  };
}
