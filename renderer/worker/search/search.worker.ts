import type { SearchMessage } from './protocol.ts';
import { Searcher } from './searcher.ts';

/** Quiet time after which many small segments are made few, milliseconds. */
const TIDY_AFTER_MS = 1500;

const searcher = new Searcher();
let tidying: ReturnType<typeof setTimeout> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<SearchMessage>) => {
  self.postMessage(searcher.answer(data), { transfer: [] });
  clearTimeout(tidying);
  if (searcher.untidy) tidying = setTimeout(() => searcher.tidy(), TIDY_AFTER_MS);
});
