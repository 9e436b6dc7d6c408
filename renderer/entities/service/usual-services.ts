import { z } from 'zod';
import { feeModelSchema } from '#shared/domain/engagement.ts';
import { CURRENCY_OF } from '#shared/domain/money.ts';
import { practiceKindSchema, type PracticeKind } from '#shared/domain/practice.ts';
import { type ServiceBody, serviceSchema } from '#shared/domain/service.ts';
import type { Language } from '#shared/domain/values.ts';

const usualSchema = z.record(
  practiceKindSchema,
  z.array(
    z.strictObject({
      name: serviceSchema.shape.name,
      unit: serviceSchema.shape.unit,
      feeModel: feeModelSchema,
    }),
  ),
);

const files = import.meta.glob<{ readonly default: unknown }>('../../../resources/app/services/*.json');

/** What practices of a kind usually offer, in one language. Prices are the practice's own: there are none. */
export async function usualServices(kind: PracticeKind, language: Language): Promise<readonly ServiceBody[]> {
  const file = files[`../../../resources/app/services/${language}.json`];
  if (!file) throw new Error(`No services for ${language}`);
  const usual = usualSchema.parse((await file()).default);
  return usual[kind].map((one) => ({ ...one, price: null, currency: CURRENCY_OF[language] }));
}
