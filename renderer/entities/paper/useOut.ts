import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileId } from '#shared/domain/ids.ts';
import { auditNow } from '#renderer/db/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { DocumentModel } from '#shared/documents/model.ts';
import { platform, value } from '#renderer/platform/index.ts';

/** What the activity log says of a document that left the app. */
export type LoggedPaper =
  | { readonly document: 'agreedSheet' | 'summary' | 'requirements' | 'statement'; readonly fileId: FileId }
  /** Of no client file. */
  | { readonly document: 'conflictCheck' }
  /** `count`: how many clients they are for. */
  | { readonly document: 'labels'; readonly count: number };

/** How a document left the app. */
export type Way = 'printed' | 'saved';

interface Out {
  readonly print: () => void;
  readonly save: () => void;
  /** Which of the two is under way. */
  readonly busy: Way | null;
  /** Where the document went, in the user's language; empty at first, and when the document says something else since. */
  readonly said: string;
  readonly failure: unknown;
}

/** Longest name that main takes for a suggestion, UTF-16 units. */
const NAME_LENGTH = 200;

/** Prints a document or saves it as PDF, one at a time, and says what became of it. */
export function useOut(
  document: DocumentModel,
  suggestedName: string,
  {
    onOut,
    mayGo,
    logged,
  }: {
    readonly onOut: (way: Way) => void;
    readonly mayGo: (() => Promise<boolean>) | undefined;
    readonly logged: LoggedPaper | undefined;
  },
): Out {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<Way | null>(null);
  const [went, setWent] = useState({ where: '', what: '' });
  const [failure, setFailure] = useState<unknown>(null);

  const what = JSON.stringify(document);
  /** `work` answers what to say, or null when the user changed their mind. */
  const run = async (way: Way, work: () => Promise<string | null>): Promise<void> => {
    if (busy !== null) return;
    setBusy(way);
    setWent({ where: '', what: '' });
    setFailure(null);
    try {
      if (mayGo && !(await mayGo())) return;
      const outcome = await work();
      if (outcome === null) return;
      setWent({ where: outcome, what });
      onOut(way);
      if (logged) watched(auditNow(way === 'printed' ? 'printed' : 'pdfSaved', logged), t);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(null);
    }
  };
  const print = async (): Promise<string | null> => {
    const { state } = await value(platform().documents.print({ document }));
    return state === 'printed' ? t('documents.paper.printed') : null;
  };
  const save = async (): Promise<string | null> => {
    const name = suggestedName.slice(0, NAME_LENGTH);
    const saved = await value(platform().documents.savePdf({ document, suggestedName: name }));
    if (saved.state === 'cancelled') return null;
    return t('documents.paper.saved', { fileName: saved.fileName, folder: saved.folder });
  };
  return {
    print: () => void run('printed', print),
    save: () => void run('saved', save),
    busy,
    said: went.what === what ? went.where : '',
    failure,
  };
}
