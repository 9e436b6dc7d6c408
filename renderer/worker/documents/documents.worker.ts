import type { PreviewAnswer } from './preview.ts';
import { previewOf } from './preview-of.ts';
import type { DocumentAnswer, WorkerRequest } from './read-document.ts';
import { documentText } from './text-of.ts';

const answer = (message: DocumentAnswer | PreviewAnswer): void => self.postMessage(message, { transfer: [] });

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  // Damaged, or too much: it has no words then, and nothing to show.
  if (data.for === 'words')
    documentText(data.mediaType, data.bytes).then(
      (lines) => answer({ lines }),
      () => answer({ lines: [] }),
    );
  else
    previewOf(data).then(
      (preview) => answer({ preview }),
      () => answer({ preview: null }),
    );
});
