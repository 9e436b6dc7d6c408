import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentModel } from '#shared/documents/model.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { openPdf, type Pdf } from '#renderer/ui/paper/index.ts';

/** A document that changes while someone types is laid out again after this long, milliseconds. */
const QUIET_MS = 200;

interface Pages {
  /** The newest pages that are ready; those of the former document until the new ones are. Null at first. */
  readonly pdf: Pdf | null;
  readonly busy: boolean;
  /** What the last attempt threw; null when it went well. */
  readonly failure: unknown;
  readonly retry: () => void;
}

/** What became of the last attempt, and of what it was one. */
interface Ended {
  readonly said: string;
  readonly attempt: number;
  readonly failure: unknown;
}

/** The pages of a document, as the main process makes them for paper. Follows the document by what it says. */
export function usePages(document: DocumentModel): Pages {
  const said = JSON.stringify(document);
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isFirst = useRef(true);

  useEffect(() => {
    const stop = new AbortController();
    const make = async (): Promise<void> => {
      try {
        const { pdf: bytes } = await value(
          platform().documents.pdf({ document: JSON.parse(said) as DocumentModel }),
        );
        const opened = await openPdf(bytes, stop.signal);
        if (stop.signal.aborted) return opened.close();
        setPdf(opened);
        setEnded({ said, attempt, failure: null });
      } catch (failure) {
        if (!stop.signal.aborted) setEnded({ said, attempt, failure });
      }
    };
    const timer = setTimeout(() => void make(), isFirst.current ? 0 : QUIET_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [said, attempt]);

  // The former pages are let go when the new ones stand, or when nobody looks any more.
  useEffect(() => () => pdf?.close(), [pdf]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const busy = ended?.said !== said || ended.attempt !== attempt;
  return { pdf, busy, failure: busy ? null : ended.failure, retry };
}
