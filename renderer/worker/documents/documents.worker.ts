import type { DocumentAnswer, DocumentRequest } from './read-document.ts';
import { documentText } from './text-of.ts';

const answer = (lines: readonly string[]): void =>
  self.postMessage({ lines } satisfies DocumentAnswer, { transfer: [] });

self.addEventListener('message', ({ data }: MessageEvent<DocumentRequest>) => {
  // Damaged, or too much: it has no words then.
  documentText(data.mediaType, data.bytes).then(answer, () => answer([]));
});
