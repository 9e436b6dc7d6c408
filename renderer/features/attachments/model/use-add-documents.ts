import { useTranslation } from 'react-i18next';
import { addAttachments, addChosenAttachments } from '#renderer/operations/attachments.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FileId } from '#shared/domain/ids.ts';

/** The ways a document comes into a client file. What could not be added is told, each file for itself. */
export interface AddDocuments {
  /** Lets the user choose files. */
  readonly choose: () => void;
  /** Adds files that were dropped or pasted. */
  readonly add: (files: readonly File[]) => void;
}

/** Adds documents to a client file. The work goes on when the screen is left. */
export function useAddDocuments(fileId: FileId): AddDocuments {
  const { t } = useTranslation();
  const follow = async (adding: readonly Promise<boolean>[]): Promise<void> => {
    for (const one of adding) watched(one, t);
    const outcomes = await Promise.allSettled(adding);
    const count = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
    if (count > 0) notify({ text: t('attachments.added', { count }) });
  };
  const choose = async (): Promise<void> => follow(await addChosenAttachments(fileId));
  return {
    choose: () => watched(choose(), t),
    add: (files) => watched(follow(addAttachments(fileId, files)), t),
  };
}
