import { MOST_DOCUMENT_MS } from './limits.ts';

/** What a worker is asked, once. */
export interface DocumentRequest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
/** What it answers. */
export interface DocumentAnswer {
  readonly lines: readonly string[];
}

/**
 * Reads the words of a document in a worker of its own, which ends with it: none when it is damaged, unpacks to too much, or
 * takes too long.
 */
export async function readDocument({ mediaType, bytes }: DocumentRequest): Promise<readonly string[]> {
  if (typeof Worker === 'undefined') {
    const { documentText } = await import('./text-of.ts');
    return documentText(mediaType, bytes);
  }
  const worker = new Worker(new URL('./documents.worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<readonly string[]>((resolve) => {
      timer = setTimeout(() => resolve([]), MOST_DOCUMENT_MS);
      worker.addEventListener('message', ({ data }: MessageEvent<DocumentAnswer>) => resolve(data.lines));
      worker.addEventListener('error', () => resolve([]));
      worker.postMessage({ mediaType, bytes } satisfies DocumentRequest, { transfer: [] });
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
