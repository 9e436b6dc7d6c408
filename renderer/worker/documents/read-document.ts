import { MOST_DOCUMENT_MS } from './limits.ts';
import type { Preview, PreviewAnswer, PreviewRequest } from './preview.ts';

/** What a worker is asked for the words of a document. */
export interface DocumentRequest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
/** What it answers. */
export interface DocumentAnswer {
  readonly lines: readonly string[];
}

/** What a worker is asked, once. */
export type WorkerRequest =
  | ({ readonly for: 'words' } & DocumentRequest)
  | ({ readonly for: 'preview' } & PreviewRequest);

/** Asks a worker of its own, which ends with the answer; null when it fails. */
async function ask<Answer>(request: WorkerRequest, whenLate: Answer): Promise<Answer | null> {
  const worker = new Worker(new URL('./documents.worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Answer | null>((resolve) => {
      timer = setTimeout(() => resolve(whenLate), MOST_DOCUMENT_MS);
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
      worker.addEventListener('error', () => resolve(null));
      worker.postMessage(request, { transfer: [] });
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

/** Reads the words of a document: none when it is damaged, unpacks to too much, or takes too long. */
export async function readDocument(request: DocumentRequest): Promise<readonly string[]> {
  if (typeof Worker === 'undefined') {
    const { documentText } = await import('./text-of.ts');
    return documentText(request.mediaType, request.bytes);
  }
  return (await ask<DocumentAnswer>({ for: 'words', ...request }, { lines: [] }))?.lines ?? [];
}

/** Reads what is shown of a document; null when it is malformed. */
export async function readPreview(request: PreviewRequest): Promise<Preview | null> {
  if (typeof Worker === 'undefined') {
    const { previewOf } = await import('./preview-of.ts');
    return previewOf(request).catch(() => null);
  }
  const late: PreviewAnswer = { preview: { kind: 'tooLarge' } };
  return (await ask<PreviewAnswer>({ for: 'preview', ...request }, late))?.preview ?? null;
}
