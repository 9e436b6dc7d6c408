import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupBrokenError } from '#shared/formats/backup-blocks.ts';
import { type BackupPart, decodeBackup, type NewHash } from '#shared/formats/backup.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import { asFailure, systemErrorCode } from '#main/lib/system-error.ts';

/** How much of a file is read at once. */
const READ_BYTES = 1024 * 1024;

/** Node's own SHA-256. */
export const nativeHash: NewHash = () => createHash('sha256');

/** A container in the age format while it is being filled. */
export interface ContainerWriter {
  /** Adds plain bytes; answers when there is room for more. */
  write(plain: Uint8Array): Promise<void>;
  /** No more is to come. */
  close(): Promise<void>;
  /** Gives up; whoever reads {@link encrypted} gets an error. */
  abort(): Promise<void>;
  /** What is to be stored. Nothing moves until it is read. */
  readonly encrypted: AsyncIterable<Uint8Array>;
}

/** Starts a container that each of the recipients can open. */
export async function createContainer(recipients: readonly string[]): Promise<ContainerWriter> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const plain = new TransformStream<Uint8Array, Uint8Array>();
  const writer = plain.writable.getWriter();
  const encrypted = await encrypter.encrypt(plain.readable);
  return {
    write: (bytes) => writer.write(bytes),
    close: () => writer.close(),
    abort: () => writer.abort(new Error('The backup was abandoned')),
    encrypted,
  };
}

/** The identity opens nothing here. */
export class WrongIdentityError extends Error {
  constructor() {
    super('The identity does not open this backup');
    this.name = 'WrongIdentityError';
  }
}

/**
 * The parts of a backup file, as `decodeBackup` yields them.
 * @param onRead Told how many bytes of the file have been read.
 * @throws {WrongIdentityError}, `BackupBrokenError`, `NewerDataError`; `MainFailure` when the file cannot be read.
 */
export async function* readContainer(
  path: string,
  identity: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<BackupPart, void, undefined> {
  const file = createReadStream(path, { highWaterMark: READ_BYTES });
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const plain = await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
    for await (const part of decodeBackup(plain, nativeHash)) {
      onRead?.(file.bytesRead);
      yield part;
    }
  } catch (error) {
    throw explain(error, path);
  } finally {
    file.destroy();
  }
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof BackupBrokenError || error instanceof NewerDataError) return error;
  if (systemErrorCode(error) !== undefined) return asFailure(error, path);
  const text = error instanceof Error ? error.message : String(error);
  // The library tells these two apart by their words alone; a test holds it to them.
  return text.includes('no identity matched') ? new WrongIdentityError() : new BackupBrokenError(text);
}

/** Reads a backup file to its end and returns its manifest. Throws as {@link readContainer} does, and when it is aborted. */
export async function verifyContainer(
  path: string,
  identity: string,
  signal?: AbortSignal,
  onRead?: (bytes: number) => void,
): Promise<BackupManifest> {
  for await (const part of readContainer(path, identity, onRead)) {
    signal?.throwIfAborted();
    if (part.kind === 'whole') return part.manifest;
  }
  throw new BackupBrokenError('it has no end');
}
