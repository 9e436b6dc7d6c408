import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { MOST_PARTS, MOST_RATIO, MOST_UNPACKED_BYTES, SMALL_PART_BYTES } from './limits.ts';
import { ReadError } from './read-error.ts';

const CHUNK_BYTES = 64 * 1024;

/** Refuses what says of itself that it is too much; parts that lie over each other count each. */
function checkDirectory(bytes: Uint8Array): void {
  let [parts, total] = [0, 0];
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      parts += 1;
      total += originalSize;
      if (parts > MOST_PARTS || total > MOST_UNPACKED_BYTES) throw new ReadError('bomb');
      return false;
    },
  });
}

/** Unpacks everything once, keeping nothing, and ends as soon as it is too much: what the directory says need not be true. */
function checkContent(bytes: Uint8Array): void {
  let [at, parts, total] = [0, 0, 0];
  const unzip = new Unzip((part) => {
    parts += 1;
    if (parts > MOST_PARTS) throw new ReadError('bomb');
    const from = at;
    let unpacked = 0;
    part.ondata = (error, data) => {
      // What is thrown here comes back as an error of the unpacking.
      if (error) throw error;
      unpacked += data.length;
      total += data.length;
      const most = Math.max(SMALL_PART_BYTES, (at - from + CHUNK_BYTES) * MOST_RATIO);
      if (total > MOST_UNPACKED_BYTES || unpacked > most) throw new ReadError('bomb');
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  for (; at < bytes.length; at += CHUNK_BYTES) {
    unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
  }
  if (parts === 0) throw new ReadError('damaged');
}

/**
 * Measures a packed file before it is unpacked. The names of its parts lead nowhere: nothing is written.
 * @throws {ReadError} `bomb`, `damaged`.
 */
export function checkZip(bytes: Uint8Array): void {
  try {
    checkDirectory(bytes);
    checkContent(bytes);
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError('damaged');
  }
}
