import type { RecordId } from '#shared/domain/ids.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const records = recordCommands(questionRecord);

export const questionCommands = {
  ...records,
  /** Stores an answer; an empty one opens the question again. */
  answer: (id: RecordId, answer: string): Promise<void> =>
    records.change(id, { answer, answeredAt: answer.trim() === '' ? null : systemClock.now() }),
};
