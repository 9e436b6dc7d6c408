import { describe, expect, it } from 'vitest';
import { moved } from './moved.ts';

const TODAY = '2026-11-22';

describe('a client who moved', () => {
  it('leaves the address to the earlier ones, with its last day, and room for the new one', () => {
    expect(moved({ address: 'Dlouhá 1', moreAddresses: [] }, TODAY)).toEqual({
      address: '',
      moreAddresses: [{ label: '', text: 'Dlouhá 1', from: null, to: TODAY }],
    });
  });

  it('had been there since the move before, whatever stands among the other addresses', () => {
    const earlier = { label: '', text: 'Krátká 2', from: null, to: '2020-05-01' };
    const warehouse = { label: 'Warehouse', text: 'Pole 3', from: '2021-01-01', to: '2022-01-01' };
    const { moreAddresses = [] } = moved({ address: 'Dlouhá 1', moreAddresses: [earlier, warehouse] }, TODAY);
    expect(moreAddresses).toEqual([
      earlier,
      warehouse,
      { label: '', text: 'Dlouhá 1', from: '2020-05-01', to: TODAY },
    ]);
  });

  it('changes nothing without an address', () => {
    expect(moved({ address: ' ', moreAddresses: [] }, TODAY)).toEqual({});
  });
});
