/** A document laid out in a window nobody sees. Closed after use. */
export interface PrintPage {
  /** The pages as a tagged PDF with an outline. */
  pdf(): Promise<Uint8Array>;
  /** Shows the system's print dialog and answers what became of it. */
  print(): Promise<PrintOutcome>;
  close(): void;
}

export type PrintOutcome = 'printed' | 'cancelled' | 'failed' | 'noPrinter';

/** Lays out one page of HTML. Rejects when it cannot be shown. */
export type OpenPrintPage = (html: string) => Promise<PrintPage>;
