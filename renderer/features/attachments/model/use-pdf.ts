import { useEffect, useState } from 'react';
import { openPdf, type Pdf, PdfLockedError } from '#renderer/ui/paper/index.ts';

interface OpenedPdf {
  /** Null until it is open. */
  readonly pdf: Pdf | null;
  /** Whether it waits for its password, or for another one. */
  readonly locked: 'asks' | 'wrong' | null;
  /** It is no PDF that can be read. */
  readonly malformed: boolean;
  readonly open: (password: string) => void;
}

type Outcome = Pdf | 'asks' | 'wrong' | 'malformed' | null;

/** Opens a PDF, with a password where it needs one; closes it when nobody looks any more. */
export function usePdf(bytes: Uint8Array): OpenedPdf {
  const [password, setPassword] = useState<{ readonly typed: string } | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    const stop = new AbortController();
    let pdf: Pdf | null = null;
    const open = async (): Promise<void> => {
      try {
        pdf = await openPdf(bytes, stop.signal, password?.typed);
        if (stop.signal.aborted) pdf.close();
        else setOutcome(pdf);
      } catch (error) {
        if (stop.signal.aborted) return;
        const locked = error instanceof PdfLockedError ? (error.wrong ? 'wrong' : 'asks') : 'malformed';
        setOutcome(locked);
      }
    };
    void open();
    return () => {
      stop.abort();
      pdf?.close();
    };
  }, [bytes, password]);
  return {
    pdf: typeof outcome === 'string' ? null : outcome,
    locked: outcome === 'asks' || outcome === 'wrong' ? outcome : null,
    malformed: outcome === 'malformed',
    open: (typed) => setPassword({ typed }),
  };
}

/** What a page says, for readers that do not see it; empty until it is known. */
export function usePageText(pdf: Pdf | null, page: number): string {
  const [said, setSaid] = useState({ page: 0, text: '' });
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const content = await pdf?.pages[page - 1]?.getTextContent();
      const text = (content?.items ?? [])
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
        .join('');
      if (wanted) setSaid({ page, text });
    };
    read().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [pdf, page]);
  return said.page === page ? said.text : '';
}
