import { expect, it } from 'vitest';
import { newRecordId } from '#shared/domain/ids.ts';
import { parseStanding } from './choices.ts';

it('reads where a client stands: a stage of the practice’s own by its name, else one of the lifecycle', () => {
  const id = newRecordId();
  const kept = [{ id, stage: 'conversion' as const, label: 'Nabídka odeslána', hidden: false }];
  expect(parseStanding('nabidka  Odeslana', kept)).toEqual({ stage: 'conversion', ownStage: id });
  expect(parseStanding('nabidka odeslana')).toBeNull();
  expect(parseStanding('lost', kept)).toEqual({ stage: 'lost', ownStage: null });
});
