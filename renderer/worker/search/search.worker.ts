import type { SearchAnswer, SearchMessage } from './protocol.ts';
import { Searcher } from './searcher.ts';

/** Quiet time after which what can wait is done, milliseconds; and the breath between its parts. */
const TIDY_AFTER_MS = 1500;
const BREATH_MS = 10;

const searcher = new Searcher();
let tidying: ReturnType<typeof setTimeout> | undefined;

function tidyAfter(wait: number): void {
  clearTimeout(tidying);
  tidying = setTimeout(() => {
    if (searcher.tidy()) tidyAfter(BREATH_MS);
  }, wait);
}

function answered(answer: SearchAnswer): void {
  self.postMessage(answer, { transfer: [] });
  tidyAfter(TIDY_AFTER_MS);
}

self.addEventListener('message', ({ data }: MessageEvent<SearchMessage>) => {
  void searcher.answer(data).then(answered);
});
