import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId } from '#shared/domain/ids.ts';
import { questionRecord, type Question } from '#shared/domain/question.ts';
import { vault } from '#renderer/db/index.ts';

/** The questions of one file, answered ones too; undefined while they load. */
export const useQuestionsOf = (fileId: FileId): readonly Question[] | undefined =>
  useLiveQuery(() => vault().inFile(questionRecord, fileId), [fileId]);

/** Every question nobody has answered yet; undefined while they load, and where nobody asks for them. */
export const useOpenQuestions = (asked = true): readonly Question[] | undefined =>
  useLiveQuery(
    async () =>
      asked
        ? (await vault().all(questionRecord)).filter((question) => question.answeredAt === null)
        : undefined,
    [asked],
  );
