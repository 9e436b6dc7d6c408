import { type EngagementBody, type FeeModel, isOpenEnded } from '#shared/domain/engagement.ts';
import type { Service } from '#shared/domain/service.ts';

/** What changes with the fee model: how much of it there is, and what only some models have. */
export function withFeeModel(draft: EngagementBody, feeModel: FeeModel): Partial<EngagementBody> {
  return {
    feeModel,
    quantity: isOpenEnded(feeModel) ? null : (draft.quantity ?? 100),
    packageMinutes: feeModel === 'prepaid' ? (draft.packageMinutes ?? 600) : null,
    deposit: feeModel === 'deposit' ? draft.deposit : null,
  };
}

/** What an engagement takes from the item of the catalogue that it delivers. A title that was typed stays. */
export function withService(
  draft: EngagementBody,
  service: Service | undefined,
  earlier: Service | undefined,
): Partial<EngagementBody> {
  if (!service) return { serviceId: null };
  const typed = draft.title.trim() !== '' && draft.title !== earlier?.name;
  return {
    ...withFeeModel(draft, service.feeModel),
    serviceId: service.id,
    title: typed ? draft.title : service.name,
    unit: service.unit,
    price: service.price,
    currency: service.currency,
  };
}
