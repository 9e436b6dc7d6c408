import { expect, it } from 'vitest';
import { newLineId, newRecordId } from '#shared/domain/ids.ts';
import type { WrapUp, WrapUpTask } from '#renderer/operations/wrap-up.ts';
import { draftOf, editsOf, lacksDay, resumeDraft, wrapUpOf } from './draft.ts';

const task = (text: string): WrapUpTask => ({
  lineId: newLineId(),
  text,
  inNote: text,
  include: true,
  known: false,
  side: 'practice',
  who: '',
  dueOn: null,
  serves: null,
});
const wrapUp = (tasks: readonly WrapUpTask[]): WrapUp => ({
  decided: [],
  forClient: [],
  tasks,
  wanted: [],
  questions: [],
  documentId: null,
  next: null,
});

it('keeps edits over a visit to the note, and takes the note’s news', () => {
  const [first, second, third] = [task('one'), task('two'), task('three')];
  const proposal = draftOf(wrapUp([first, second]));
  const draft = {
    ...proposal,
    tasks: [{ ...first, text: 'edited', include: false, serves: second.lineId }, second],
    next: { ...proposal.next, kind: 'meeting' as const },
  };
  const kept: unknown = JSON.parse(JSON.stringify(editsOf(draft, proposal)));
  const news = draftOf(wrapUp([{ ...first, dueOn: '2026-12-01' }, { ...second, text: 'changed' }, third]));
  expect(resumeDraft(news, kept, [])).toMatchObject({
    tasks: [
      { text: 'edited', include: false, dueOn: '2026-12-01', serves: second.lineId },
      { text: 'changed', include: true },
      { text: 'three' },
    ],
    next: { kind: 'meeting' },
  });
  expect(editsOf(proposal, proposal)).toBeNull();
  expect(resumeDraft(news, { lines: 'of an older app' }, [])).toBe(news);
});

it('confirms a next step only with a day', () => {
  const none = draftOf(wrapUp([]));
  expect(wrapUpOf(none, 'Default').next).toBeNull();
  const wanted = { ...none, next: { ...none.next, kind: 'followUp' as const } };
  expect(lacksDay(wanted)).toBe(true);
  const whole = { ...wanted, next: { ...wanted.next, day: '2026-12-01', time: '14:30', title: ' ' } };
  expect(lacksDay(whole)).toBe(false);
  const { next } = wrapUpOf(whole, 'Default');
  expect(next).toEqual({ kind: 'followUp', title: 'Default', at: '2026-12-01T14:30', leadMinutes: 15 });
  expect(draftOf({ ...wrapUp([]), next })).toMatchObject({ next: { day: '2026-12-01', time: '14:30' } });
});

it('goes on with the chosen requirements document as long as it is there', () => {
  const [first, second] = [newRecordId(), newRecordId()];
  const proposal = { ...draftOf(wrapUp([])), documentId: first };
  const kept = editsOf({ ...proposal, documentId: second }, proposal);
  expect(resumeDraft(proposal, kept, [{ id: first }, { id: second }]).documentId).toBe(second);
  expect(resumeDraft(proposal, kept, [{ id: first }]).documentId).toBe(first);
});
