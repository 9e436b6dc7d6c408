import { expect, it } from 'vitest';
import { newRecordId } from '#shared/domain/ids.ts';
import { stagesMeaning } from '#shared/domain/stages.ts';
import { builtInLook, FIRST_LOOK } from './views.ts';

it('shows in the app’s own views also who stands in a stage of the practice’s own that means the same', () => {
  const [offer, refused] = [newRecordId(), newRecordId()];
  const kept = [
    { id: refused, stage: 'lost' as const, label: 'Refused', hidden: false },
    { id: offer, stage: 'acquisition' as const, label: 'Offer sent', hidden: false },
  ];
  const look = (id: 'leads' | 'noNextDate' | 'all') =>
    builtInLook(id, FIRST_LOOK, (meanings) => stagesMeaning(meanings, kept)).filter.stages;
  expect(look('leads')).toEqual(['reach', 'acquisition', 'conversion', offer]);
  expect(look('noNextDate')).toContain(offer);
  expect(look('noNextDate')).not.toContain(refused);
  expect(look('all')).toEqual([]);
});
