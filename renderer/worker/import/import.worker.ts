import type { ReadAnswer, ReadRequest } from './protocol.ts';
import { bytesOf, read } from './read.ts';
import { ReadError } from './read-error.ts';

async function answer({ files, options }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { read: await read(await bytesOf(files), options) };
  } catch (error) {
    if (error instanceof ReadError) return { refused: error.reason };
    return { refused: error instanceof RangeError ? 'tooBig' : 'damaged' };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void answer(data).then((found) => self.postMessage(found, { transfer: [] }));
});
