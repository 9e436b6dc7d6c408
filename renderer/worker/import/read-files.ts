import { MOST_READING_MS } from './limits.ts';
import type { ReadAnswer, ReadFile, ReadOptions } from './protocol.ts';
import { ReadError } from './read-error.ts';

/**
 * Reads files in a worker of their own, which ends with it: a malformed file can neither hold up the window nor stay in
 * memory.
 * @throws {ReadError} also when it took too long; what `signal` was aborted with.
 */
export async function readFiles(
  files: readonly File[],
  options: ReadOptions,
  signal: AbortSignal,
): Promise<ReadFile> {
  signal.throwIfAborted();
  const answer =
    typeof Worker === 'undefined' ? await here(files, options) : await inWorker(files, options, signal);
  if ('refused' in answer) throw new ReadError(answer.refused);
  return answer.read;
}

function inWorker(files: readonly File[], options: ReadOptions, signal: AbortSignal): Promise<ReadAnswer> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ReadAnswer>((resolve, reject) => {
    const refuse = (reason: 'tookTooLong' | 'tooBig') => resolve({ refused: reason });
    const timer = setTimeout(() => refuse('tookTooLong'), MOST_READING_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
      clearTimeout(timer);
      resolve(data);
    });
    worker.addEventListener('error', () => {
      clearTimeout(timer);
      refuse('tooBig');
    });
    worker.postMessage({ files, options }, { transfer: [] });
  }).finally(() => worker.terminate());
}

/** Without workers: in tests. */
async function here(files: readonly File[], options: ReadOptions): Promise<ReadAnswer> {
  const { bytesOf, read } = await import('./read.ts');
  return { read: await read(await bytesOf(files), options) };
}
