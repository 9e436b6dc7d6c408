import type { DocumentAnswer, DocumentRequest } from './read-document.ts';
import { documentText } from './text-of.ts';

self.addEventListener('message', ({ data }: MessageEvent<DocumentRequest>) => {
  let answer: DocumentAnswer;
  try {
    answer = { lines: documentText(data.mediaType, data.bytes) };
  } catch {
    // Damaged, or too much: it has no words then.
    answer = { lines: [] };
  }
  self.postMessage(answer, { transfer: [] });
});
