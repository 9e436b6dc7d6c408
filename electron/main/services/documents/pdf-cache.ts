import { createHash } from 'node:crypto';
import type { DocumentModel } from '#shared/documents/model.ts';

const MOST_DOCUMENTS = 4;
const MOST_BYTES = 32 * 1024 * 1024;
/** Pages are client data in the clear: they are kept no longer than someone looks at them. */
const KEEP_MS = 5 * 60_000;

/** The last documents made, so that what was looked at is, byte for byte, what is saved. */
export interface PdfCache {
  get(key: string): Uint8Array<ArrayBuffer> | undefined;
  put(key: string, pdf: Uint8Array<ArrayBuffer>): void;
  readonly clear: () => void;
}

/** Names a document by everything it says. */
export const documentKey = (document: DocumentModel): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex');

/** Makes an empty cache: at most 4 documents and 32 MiB, each for 5 minutes after it was last wanted. */
export function createPdfCache(): PdfCache {
  const kept = new Map<string, { readonly pdf: Uint8Array<ArrayBuffer>; readonly timer: NodeJS.Timeout }>();

  const drop = (key: string): void => {
    clearTimeout(kept.get(key)?.timer);
    kept.delete(key);
  };
  const keep = (key: string, pdf: Uint8Array<ArrayBuffer>): void => {
    drop(key);
    kept.set(key, { pdf, timer: setTimeout(() => drop(key), KEEP_MS).unref() });
  };
  const size = (): number => [...kept.values()].reduce((sum, { pdf }) => sum + pdf.length, 0);

  return {
    get(key) {
      const pdf = kept.get(key)?.pdf;
      if (pdf) keep(key, pdf);
      return pdf;
    },
    put(key, pdf) {
      keep(key, pdf);
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_DOCUMENTS && size() <= MOST_BYTES) break;
        drop(oldest);
      }
    },
    clear() {
      for (const key of kept.keys()) drop(key);
    },
  };
}
