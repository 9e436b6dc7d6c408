import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { addAttachments, addChosenAttachments } from '#renderer/operations/attachments.ts';
import { addMail } from '#renderer/operations/mails.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import { EMAIL } from '#renderer/worker/documents/lines.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { mediaTypeOf } from '#shared/lib/media-type.ts';

/** The ways a document comes into a client file. What could not be added is told, each file for itself. */
export interface AddDocuments {
  /** Lets the user choose files. */
  readonly choose: () => void;
  /** Adds files. */
  readonly add: (files: readonly File[]) => void;
  /** Adds files that were dropped or pasted: e-mails become interactions, with what is attached to them. */
  readonly take: (files: readonly File[]) => void;
}

const isMail = ({ name }: File): boolean => mediaTypeOf(name) === EMAIL;

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
  const add = (files: readonly File[]): void => watched(follow(addAttachments(fileId, files)), t);
  const takeMail = async (file: File): Promise<void> => {
    const words = {
      noSubject: t('attachments.noSubject'),
      unnamed: t('attachments.preview.unnamed'),
      place: t('attachments.kind.message'),
    };
    const action = await addMail(fileId, file, words);
    if (action === 'noMail') add([file]);
    else if (action !== null)
      doUndoably(async () => action, t('attachments.mailAdded', { name: file.name }), t);
  };
  return {
    choose: () => watched(choose(), t),
    add,
    take: (files) => {
      const others = files.filter((file) => !isMail(file));
      if (others.length > 0) add(others);
      for (const file of files.filter(isMail)) watched(takeMail(file), t);
    },
  };
}
