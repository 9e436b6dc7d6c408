import { ConflictIndex } from './conflict-index.ts';
import type { ConflictAnswer, ConflictRequest, Found } from './protocol.ts';

const index = new ConflictIndex();

/** Does what is asked; only a check has something to tell. */
function answer(request: ConflictRequest): Found | null {
  switch (request.do) {
    case 'put':
      for (const record of request.records) index.put(record);
      return null;
    case 'remove':
      for (const record of request.records) index.remove(record);
      return null;
    case 'check':
      return index.check(request.queries);
    default:
      return request satisfies never;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ConflictRequest>) => {
  let told: ConflictAnswer;
  try {
    told = { id: data.id, found: answer(data) };
  } catch (error) {
    told = { id: data.id, error: String(error) };
  }
  self.postMessage(told, { transfer: [] });
});
