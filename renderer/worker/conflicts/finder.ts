import type { RecordId } from '#shared/domain/ids.ts';
import { ConflictIndex } from './conflict-index.ts';
import type { CheckedRecord, ConflictAnswer, ConflictRequest, Found } from './protocol.ts';

/** The index of names and texts, wherever it works. */
export interface Finder {
  put(records: readonly CheckedRecord[]): Promise<void>;
  remove(records: readonly RecordId[]): Promise<void>;
  check(queries: readonly string[]): Promise<Found>;
}

/** Without workers: in tests. */
function here(): Finder {
  const index = new ConflictIndex();
  return {
    put: async (records) => records.forEach((record) => index.put(record)),
    remove: async (records) => records.forEach((record) => index.remove(record)),
    check: async (queries) => index.check(queries),
  };
}

type Asked = ConflictRequest extends infer One
  ? One extends ConflictRequest
    ? Omit<One, 'id'>
    : never
  : never;

/** In a worker, which ends with the renderer when the vault is locked. Rejects when the worker fails. */
function inWorker(): Finder {
  const worker = new Worker(new URL('./conflicts.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { readonly done: (found: Found | null) => void; readonly fail: (error: Error) => void }
  >();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<ConflictAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.fail(new Error(data.error));
    else asked?.done(data.found);
  });
  worker.addEventListener('error', (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  });
  const ask = (request: Asked): Promise<Found | null> =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      worker.postMessage({ ...request, id: last } satisfies ConflictRequest, { transfer: [] });
    });
  return {
    put: async (records) => void (await ask({ do: 'put', records })),
    remove: async (records) => void (await ask({ do: 'remove', records })),
    check: async (queries) => {
      const found = await ask({ do: 'check', queries });
      if (!found) throw new Error('A check without an answer');
      return found;
    },
  };
}

/** A new, empty index: in a worker where there are workers. */
export const createFinder = (): Finder => (typeof Worker === 'undefined' ? here() : inWorker());
