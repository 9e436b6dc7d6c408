import { useAttachmentsOf } from '#renderer/entities/attachment/index.ts';
import { useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { useMoneyOf } from '#renderer/entities/money/index.ts';
import { useNotesOf } from '#renderer/entities/note/index.ts';
import { useQuestionsOf } from '#renderer/entities/question/index.ts';
import { useRemindersOf } from '#renderer/entities/reminder/index.ts';
import { useRequirementsDocumentsOf, useRequirementsOf } from '#renderer/entities/requirement/index.ts';
import { useSheetsInFile } from '#renderer/entities/sheet/index.ts';
import { useTasksOf } from '#renderer/entities/task/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { FileRecords } from './timeline.ts';

/** Everything in a file, kept up to date; undefined until all of it is there. */
export function useFileRecords(fileId: FileId): FileRecords | undefined {
  const notes = useNotesOf(fileId);
  const tasks = useTasksOf(fileId);
  const questions = useQuestionsOf(fileId);
  const reminders = useRemindersOf(fileId);
  const documents = useRequirementsDocumentsOf(fileId);
  const requirements = useRequirementsOf(fileId);
  const sheets = useSheetsInFile(fileId);
  const attachments = useAttachmentsOf(fileId);
  const engagements = useEngagementsOf(fileId);
  const money = useMoneyOf(fileId);
  if (!engagements || !money) return undefined;
  if (!notes || !tasks || !questions || !reminders || !documents || !requirements || !sheets || !attachments)
    return undefined;
  return {
    notes,
    tasks,
    questions,
    reminders,
    documents,
    requirements,
    sheets,
    attachments,
    engagements,
    money,
  };
}
