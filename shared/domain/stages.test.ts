import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STAGES } from './client.ts';
import type { RecordId } from './ids.ts';
import {
  asTheAppHas,
  canHide,
  firstStage,
  offeredStages,
  stageOf,
  stagesInOrder,
  stagesMeaning,
  type StageSetting,
  standingIn,
} from './stages.ts';

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
  expect(canHide(kept, { stage: 'retention' })).toBe(false);
  expect(canHide([], { stage: 'retention' })).toBe(true);
  expect(canHide([], { stage: 'lost' })).toBe(false);
});

describe('stages of the practice’s own', () => {
  const id = '0198c0de-0000-7000-8000-000000000001' as RecordId;
  const own: StageSetting = { id, stage: 'acquisition', label: 'Offer sent', hidden: false };

  it('stand beside those of the lifecycle, in the practice’s order', () => {
    expect(stagesInOrder([setting('reach'), own])).toEqual(['reach', id, ...LIFECYCLE_STAGES.slice(1)]);
    expect(offeredStages([{ ...own, hidden: true }])).not.toContain(id);
    expect(offeredStages([{ ...own, hidden: true }], [id])).toContain(id);
  });

  it('keep the meaning underneath', () => {
    expect(standingIn(id, [own])).toEqual({ stage: 'acquisition', ownStage: id });
    expect(standingIn('lost', [own])).toEqual({ stage: 'lost', ownStage: null });
    expect(stagesMeaning(['reach', 'acquisition'], [own])).toEqual(['reach', 'acquisition', id]);
    expect(stagesMeaning(['lost'], [own])).toEqual(['lost']);
  });

  it('leave it when they are there no more, or the client has gone on', () => {
    const client = standingIn(id, [own]);
    expect(stageOf(client, [own])).toBe(id);
    expect(stageOf(client, [])).toBe('acquisition');
    expect(stageOf(client)).toBe('acquisition');
    expect(stageOf({ ...client, stage: 'retention' }, [own])).toBe('retention');
    expect(stageOf({ stage: 'reach' }, [own])).toBe('reach');
  });

  it('take in new clients where the one they mean is not offered', () => {
    expect(firstStage([own])).toBe('acquisition');
    expect(firstStage([setting('acquisition', true), own])).toBe(id);
  });

  it('can be hidden, also where they mean a loss, and count as one that is left', () => {
    const rest = (['reach', 'acquisition', 'conversion', 'retention'] as const).map((stage) =>
      setting(stage, true),
    );
    expect(canHide(rest, { stage: 'inspiration' })).toBe(false);
    expect(canHide([...rest, own], { stage: 'inspiration' })).toBe(true);
    expect(canHide([own], { ...own, stage: 'lost' })).toBe(true);
  });

  it('stay when the others are put back as the app has them', () => {
    expect(asTheAppHas([setting('ended'), own])).toEqual([
      ...LIFECYCLE_STAGES.map((stage) => setting(stage)),
      own,
    ]);
    expect(asTheAppHas([setting('ended')])).toEqual([]);
  });
});
