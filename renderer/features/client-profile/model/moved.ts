import type { ClientBody } from '#shared/domain/client.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/**
 * The client has moved: the address goes to the earlier ones, with the day on which it ceased, and there is room for the new
 * one. It began when the one before it ceased.
 */
export function moved(
  { address, moreAddresses }: Pick<ClientBody, 'address' | 'moreAddresses'>,
  today: IsoDate,
): Partial<ClientBody> {
  if (address.trim() === '') return {};
  const from = moreAddresses
    .flatMap(({ to, label }) => (to !== null && label === '' ? [to] : []))
    .toSorted()
    .at(-1);
  return {
    address: '',
    moreAddresses: [...moreAddresses, { label: '', text: address, from: from ?? null, to: today }],
  };
}
