import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { questionRecord, type QuestionBody } from '#shared/domain/question.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { vault } from '#renderer/db/index.ts';

export const questionCommands = {
  add: async (fileId: FileId, body: QuestionBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(questionRecord, { id, fileId }, body));
    return id;
  },
  change: (id: RecordId, patch: Partial<QuestionBody>): Promise<void> =>
    vault().commit((change) => change.update(questionRecord, id, () => patch)),
  /** Stores an answer; an empty one opens the question again. */
  answer: (id: RecordId, answer: string): Promise<void> =>
    questionCommands.change(id, { answer, answeredAt: answer.trim() === '' ? null : systemClock.now() }),
  remove: (id: RecordId): Promise<void> => vault().commit((change) => change.remove(questionRecord, id)),
};
