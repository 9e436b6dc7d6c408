import { expect, it } from 'vitest';
import { LIFECYCLE_STAGES } from './client.ts';
import { canHide, firstStage, offeredStages, stagesInOrder, type StageSetting } from './stages.ts';

const setting = (stage: StageSetting['stage'], hidden = false): StageSetting => ({
  stage,
  label: '',
  hidden,
});

it('has all stages, in the practice’s order, each once', () => {
  expect(stagesInOrder()).toEqual(LIFECYCLE_STAGES);
  const kept = [setting('ended'), setting('reach'), setting('ended')];
  expect(stagesInOrder(kept)).toEqual([
    'ended',
    'reach',
    'acquisition',
    'conversion',
    'retention',
    'inspiration',
    'lost',
  ]);
});

it('offers no hidden stage but to who stands in it', () => {
  const kept = [setting('acquisition', true)];
  expect(offeredStages(kept)).not.toContain('acquisition');
  expect(offeredStages(kept, ['acquisition'])).toContain('acquisition');
  expect(firstStage(kept)).toBe('reach');
  expect(firstStage()).toBe('acquisition');
});

it('always leaves lost, ended and one of the others', () => {
  const kept = (['reach', 'acquisition', 'conversion', 'inspiration'] as const).map((stage) =>
    setting(stage, true),
  );
  expect(canHide(kept, 'retention')).toBe(false);
  expect(canHide([], 'retention')).toBe(true);
  expect(canHide([], 'lost')).toBe(false);
});
