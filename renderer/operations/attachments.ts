import {
  attachmentName,
  contentFileOf,
  type Attachment,
  type AttachmentBody,
} from '#shared/domain/attachment.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { attachmentContentSchema, MOST_ATTACHMENT_BYTES } from '#shared/formats/attachment-chunks.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { MOST_PART_BYTES } from '#shared/ipc/contract/attachments.ts';
import { failureSchema } from '#shared/ipc/failure.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { mediaTypeOf } from '#shared/lib/media-type.ts';
import { safeFileName } from '#shared/lib/safe-file-name.ts';
import { attachmentKeysOf } from '#renderer/db/index.ts';
import { attachmentCommands, attachmentQueries } from '#renderer/entities/attachment/index.ts';
import { platform, PlatformError, value } from '#renderer/platform/index.ts';
import { cancelAttachmentJob, followJob, noteAttachments } from './attachment-jobs.ts';

type Started = ResponseOf<'attachments.start'>[number];

/**
 * Lets the user choose files and adds them to a client file.
 * @returns One promise a file, in their order: false when it was cancelled, rejected when it could not be added.
 */
export async function addChosenAttachments(fileId: FileId): Promise<readonly Promise<boolean>[]> {
  const keys = attachmentKeysOf(fileId);
  const started = await value(platform().attachments.start({ keys, from: { way: 'dialog' } }));
  return started.map(async (job) => (await addImported(fileId, job)) !== null);
}

/** Adds files that were dropped or pasted, one after another. Promises as {@link addChosenAttachments}'s. */
export function addAttachments(fileId: FileId, files: readonly File[]): readonly Promise<boolean>[] {
  let before: Promise<unknown> = Promise.resolve();
  return files.map((file) => {
    const adding = before.then(() => addInParts(fileId, file));
    before = adding.catch(() => undefined);
    return adding;
  });
}

async function addInParts(fileId: FileId, file: File): Promise<boolean> {
  const body = await storeAttachment(fileId, file);
  if (body) await addStored(fileId, body);
  return body !== null;
}

/**
 * Stores the content of a file in encrypted chunks. It is no document yet: that is a record with what this answers.
 * @returns Null when it was cancelled.
 */
export async function storeAttachment(fileId: FileId, file: File): Promise<AttachmentBody | null> {
  const keys = attachmentKeysOf(fileId);
  const { name, size } = file;
  if (size > MOST_ATTACHMENT_BYTES)
    throw new PlatformError({ code: 'fileTooLarge', details: { fileName: name } });
  const [job] = await value(platform().attachments.start({ keys, from: { way: 'parts', name, size } }));
  if (job === undefined) return null;
  const storing = storeStarted(fileId, job);
  const control = new AbortController();
  const end = (): void => control.abort();
  storing.then(end, end);
  try {
    for (let at = 0; at < size && !control.signal.aborted; at += MOST_PART_BYTES) {
      const bytes = new Uint8Array(await readPart(file, at));
      await value(platform().attachments.part({ jobId: job.jobId, bytes }));
    }
  } catch (error) {
    await cancelAttachmentJob(job.jobId);
    await storing;
    throw error;
  }
  return storing;
}

/** Chromium reads a dropped file when it is asked to, and fails when the file has changed or gone since. */
async function readPart(file: File, at: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(at, at + MOST_PART_BYTES).arrayBuffer();
  } catch {
    throw new PlatformError({ code: 'sourceUnreadable', details: { fileName: file.name } });
  }
}

/** Waits until a job has stored the chunks. Null when it was cancelled. */
async function storeStarted(fileId: FileId, { jobId, name, size }: Started): Promise<AttachmentBody | null> {
  const shown = attachmentName(name);
  const outcome = await followJob({ jobId, fileId, kind: 'import', name: shown, total: size });
  if (outcome.kind !== 'imported') return null;
  return {
    ...outcome.content,
    name: shown === '' ? safeFileName(name) : shown,
    mediaType: mediaTypeOf(name),
    addedAt: systemClock.now(),
    contentFile: null,
  };
}

/** Stores the record that names chunks. */
async function addStored(fileId: FileId, body: AttachmentBody): Promise<void> {
  await attachmentCommands.add(fileId, body);
  // The same content stored again has mended what was damaged of it.
  const same = (await attachmentQueries.inFile(fileId)).filter(
    (one) => one.sha256 === body.sha256 && contentFileOf(one) === fileId,
  );
  noteAttachments({ whole: same.map(({ id }) => id) });
}

/**
 * Waits until a job has stored the chunks, then stores the record that names them.
 * @returns What was stored; null when it was cancelled.
 */
export async function addImported(fileId: FileId, started: Started): Promise<AttachmentBody | null> {
  const body = await storeStarted(fileId, started);
  if (body) await addStored(fileId, body);
  return body;
}

/**
 * Saves a document where the user says, byte for byte.
 * @returns Where it went; null when the user changed their mind.
 */
export async function saveAttachment(
  attachment: Attachment,
): Promise<{ readonly fileName: string; readonly folder: string } | null> {
  const { id, fileId, name, size } = attachment;
  const keys = attachmentKeysOf(contentFileOf(attachment));
  const content = attachmentContentSchema.parse(attachment);
  const { jobId } = await value(platform().attachments.save({ keys, name, content }));
  if (jobId === null) return null;
  try {
    const outcome = await followJob({ jobId, fileId, kind: 'save', name, total: size });
    if (outcome.kind !== 'saved') return null;
    noteAttachments({ whole: [id] });
    // The document lies where the user wants it; that the log could not tell of it, as on a full disk, is no failure.
    await attachmentCommands.noteSaved(attachment).catch(() => undefined);
    return { fileName: outcome.fileName, folder: outcome.folder };
  } catch (error) {
    if (isDamage(error)) noteAttachments({ broken: [id] });
    throw error;
  }
}

/**
 * The content of a document, to be shown. It is held in memory alone, and goes with the screen that asked for it.
 * @throws `PlatformError`; `attachmentDamaged` when parts of it are missing or do not open.
 */
export async function readAttachment(attachment: Attachment): Promise<Uint8Array> {
  const { id, name } = attachment;
  const keys = attachmentKeysOf(contentFileOf(attachment));
  const content = attachmentContentSchema.parse(attachment);
  try {
    const read = platform().attachments.read({ keys, name, content });
    return (await value(read)).bytes;
  } catch (error) {
    if (isDamage(error)) noteAttachments({ broken: [id] });
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const carried = error instanceof PlatformError ? failureSchema.safeParse(error.failure) : null;
  return carried?.success === true && carried.data.code === 'attachmentDamaged';
}
