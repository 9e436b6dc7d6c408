import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MOST_ATTACHMENT_BYTES } from '#shared/formats/attachment-chunks.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { JobEndedError } from './job-error.ts';

/** The content of a file that is to be imported. */
export interface Source {
  /** Bytes there will be, as far as is known. */
  readonly size: number;
  /** Fills `into`; fewer bytes than it takes only at the end. Throws `sourceUnreadable`. */
  read(into: Uint8Array): Promise<number>;
  /** Throws `sourceChanged` when what was read is not one state of the file. */
  confirm(read: number): Promise<void>;
  close(): Promise<void>;
}

/** A file of the user, held open while it is read. Throws `sourceUnreadable` or `fileTooLarge`. */
export async function openFileSource(path: string): Promise<Source> {
  const fileName = basename(path);
  const unreadable = (): MainFailure => new MainFailure('sourceUnreadable', { fileName });
  let handle: FileHandle | null = null;
  try {
    // Before it is opened: opening a pipe would wait for somebody to write.
    if (!(await stat(path)).isFile()) throw unreadable();
    handle = await open(path, 'r');
    const before = await handle.stat();
    if (before.size > MOST_ATTACHMENT_BYTES) throw new MainFailure('fileTooLarge', { fileName });
    return sourceOf(handle, before, fileName);
  } catch (error) {
    await handle?.close().catch(() => undefined);
    throw error instanceof MainFailure ? error : unreadable();
  }
}

function sourceOf(handle: FileHandle, before: Stats, fileName: string): Source {
  const unreadable = (): MainFailure => new MainFailure('sourceUnreadable', { fileName });
  return {
    size: before.size,
    async read(into) {
      let filled = 0;
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, null).catch(() => {
          throw unreadable();
        });
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    async confirm(read) {
      const after = await handle.stat().catch(() => {
        throw unreadable();
      });
      const same = after.size === before.size && after.mtimeMs === before.mtimeMs && read === before.size;
      if (!same) throw new MainFailure('sourceChanged', { fileName });
    },
    close: () => handle.close(),
  };
}

/** A file that the renderer sends in parts. */
export interface PartsSource extends Source {
  /** Takes the next part; answers when it has been used up, so that at most one waits here. */
  push(bytes: Uint8Array): Promise<void>;
}

interface Waiting {
  bytes: Uint8Array;
  readonly taken: () => void;
}

/**
 * Reads what {@link PartsSource.push} gives until `size` bytes have come.
 * @param signal Ends the waiting for parts.
 */
export function partsSource(fileName: string, size: number, signal: AbortSignal): PartsSource {
  const waiting: Waiting[] = [];
  let come = 0;
  let wake: (() => void) | null = null;
  let closed = false;

  const more = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (): void => reject(new JobEndedError());
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
      wake = () => {
        signal.removeEventListener('abort', end);
        wake = null;
        resolve();
      };
    });

  return {
    size,
    push(bytes) {
      if (closed || bytes.length === 0) return Promise.resolve();
      come += bytes.length;
      return new Promise((taken) => {
        waiting.push({ bytes, taken });
        wake?.();
      });
    },
    async read(into) {
      let filled = 0;
      while (filled < into.length) {
        const next = waiting[0];
        if (next === undefined) {
          if (come >= size) break;
          await more();
          continue;
        }
        const part = next.bytes.subarray(0, into.length - filled);
        into.set(part, filled);
        filled += part.length;
        next.bytes = next.bytes.subarray(part.length);
        if (next.bytes.length > 0) continue;
        waiting.shift();
        next.taken();
      }
      return filled;
    },
    confirm(read) {
      return read === size
        ? Promise.resolve()
        : Promise.reject(new MainFailure('sourceChanged', { fileName }));
    },
    close() {
      closed = true;
      for (const { taken } of waiting.splice(0)) taken();
      return Promise.resolve();
    },
  };
}
