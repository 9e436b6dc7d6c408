import type { StoreAnswer, StoreRequest } from './store-protocol.ts';

/** Whether there are workers: not in tests. */
export const hasWorkers = (): boolean => typeof Worker !== 'undefined';

/** Ends what a thread is asked before it has answered. */
type EndWork = () => void;

const working = new Set<EndWork>();

/**
 * Asks a thread of its own for something of the store. What reading many rows leaves behind goes with the thread.
 * @param heard Told each answer; answers whether that was the last.
 * @throws When the thread fails, or is ended by {@link endStoreWorkers}.
 */
export function askStoreWorker(
  request: StoreRequest,
  heard: (answer: StoreAnswer) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./store.worker.ts', import.meta.url), { type: 'module' });
    const end = (error?: Error): void => {
      worker.terminate();
      working.delete(cancel);
      if (error) reject(error);
      else resolve();
    };
    const cancel = (): void => end(new Error('The vault was closed'));
    working.add(cancel);
    worker.addEventListener('message', ({ data }: MessageEvent<StoreAnswer>) => {
      try {
        if (heard(data)) end();
      } catch (error) {
        end(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.addEventListener('error', ({ message }) => end(new Error(message)));
    worker.postMessage(request, { transfer: [] });
  });
}

/** Ends all threads that read the store. */
export function endStoreWorkers(): void {
  for (const cancel of working) cancel();
}
