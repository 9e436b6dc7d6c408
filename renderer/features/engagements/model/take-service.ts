import { type EngagementBody, withFeeModel } from '#shared/domain/engagement.ts';
import type { Service } from '#shared/domain/service.ts';

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
