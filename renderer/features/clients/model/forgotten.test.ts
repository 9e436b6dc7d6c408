import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Question } from '#shared/domain/question.ts';
import type { Requirement } from '#shared/domain/requirement.ts';
import { aQuestion, aRequirement } from '#test/builders/bodies.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { forgottenBy, nextStepOf, type ForgottenSources } from './forgotten.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const AT = { days: 90, now: NOW, today: '2026-11-22' };
const NOTHING: ForgottenSources = { questions: [], requirements: [], planned: new Set() };

const record = <Body>(fileId: FileId, body: Body, ageDays: number) => ({
  ...body,
  id: v7({ msecs: NOW - ageDays * DAY }) as RecordId,
  fileId,
  rev: '',
  parent: null,
  stamp: '',
});
const question = (fileId: FileId, ageDays: number): Question => record(fileId, aQuestion(), ageDays);
const requirement = (fileId: FileId): Requirement => record(fileId, aRequirement(), 1);

describe('forgotten files', () => {
  const well = aRow({ stage: 'retention' }, { lastContact: NOW - DAY, nextDate: '2026-12-01' });
  const { fileId } = well.client;

  it('are none where something is planned and somebody was talked to', () => {
    expect(forgottenBy(NOTHING, AT)(well)).toEqual([]);
  });

  it('have no next date', () => {
    expect(forgottenBy(NOTHING, AT)({ ...well, nextDate: null })).toEqual([{ why: 'noNextDate' }]);
  });

  it('were silent for too long, unless a day is planned ahead', () => {
    const silent = { ...well, lastContact: NOW - 90 * DAY };
    expect(forgottenBy(NOTHING, AT)(silent)).toEqual([]);
    const overdue = forgottenBy(NOTHING, AT)({ ...silent, nextDate: '2026-11-21' });
    expect(overdue).toEqual([{ why: 'noContact', days: 90 }]);
    const never = forgottenBy(NOTHING, AT)({ ...well, lastContact: null, nextDate: null });
    expect(never).toEqual([{ why: 'noContact', days: null }, { why: 'noNextDate' }]);
  });

  it('have a question that nobody answered for a week', () => {
    const sources = {
      ...NOTHING,
      questions: [question(fileId, 6), question(fileId, 8), question(fileId, 40)],
    };
    const found = forgottenBy(sources, AT)(well);
    expect(found).toEqual([{ why: 'question', count: 2 }]);
    expect(nextStepOf(found)).toBe('answer');
  });

  it('have requirements that no task works on', () => {
    const [one, other] = [requirement(fileId), requirement(fileId)];
    const requirements = [one, other];
    const found = forgottenBy({ ...NOTHING, requirements }, AT)(well);
    expect(found).toEqual([{ why: 'requirement', count: 2 }]);
    expect(nextStepOf(found)).toBe('addTask');
    const half = forgottenBy({ ...NOTHING, requirements, planned: new Set([one.id]) }, AT)(well);
    expect(half).toEqual([{ why: 'requirement', count: 1 }]);
    const planned = new Set([one.id, other.id]);
    expect(forgottenBy({ ...NOTHING, requirements, planned }, AT)(well)).toEqual([]);
  });

  it('are never those of who was lost; and every reason has a next step', () => {
    const row = fc
      .record({
        stage: fc.constantFrom(...LIFECYCLE_STAGES),
        silent: fc.option(fc.nat(400), { nil: null }),
        planned: fc.option(fc.constantFrom('2026-11-01', '2026-11-22', '2027-01-01'), { nil: null }),
      })
      .map(({ stage, silent, planned }) =>
        aRow({ stage }, { lastContact: silent === null ? null : NOW - silent * DAY, nextDate: planned }),
      );
    fc.assert(
      fc.property(row, fc.nat(3), fc.nat(3), (one, questions, requirements) => {
        const id = one.client.fileId;
        const sources = {
          questions: Array.from({ length: questions }, () => question(id, 30)),
          requirements: Array.from({ length: requirements }, () => requirement(id)),
          planned: new Set<RecordId>(),
        };
        const found = forgottenBy(sources, AT)(one);
        if (['lost', 'ended'].includes(one.client.stage)) expect(found).toEqual([]);
        expect(nextStepOf(found) === null).toBe(found.length === 0);
        expect(found.some(({ why }) => why === 'noNextDate')).toBe(
          one.nextDate === null && !['lost', 'ended'].includes(one.client.stage),
        );
      }),
    );
  });
});
