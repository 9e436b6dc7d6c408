import { create } from 'zustand';
import { attachmentRecord, contentFileOf, type Attachment } from '#shared/domain/attachment.ts';
import { versionRecord } from '#shared/domain/version.ts';
import { attachmentContentSchema, chunkNameSchema } from '#shared/formats/attachment-chunks.ts';
import type { AttachmentOutcome } from '#shared/ipc/contract/attachments.ts';
import { attachmentKeysOf, wholeVault } from '#renderer/db/index.ts';
import { groupBy } from '#renderer/lib/group-by.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { cancelAttachmentJob, noteAttachments, noteBrokenOnly, onJobProgress } from './attachment-jobs.ts';

/** What a check of the documents found. */
export type AttachmentReport = Extract<AttachmentOutcome, { kind: 'checked' }>;

interface State {
  readonly running: { readonly jobId: string; readonly done: number; readonly total: number } | null;
}

const useState = create<State>(() => ({ running: null }));

/** How far the check that goes on has come, in parts of documents; null when none does. */
export const useAttachmentCheck = (): State['running'] => useState(({ running }) => running);

/** How long after the vault was opened the documents are looked at, milliseconds. */
const FIRST_CHECK_MS = 3 * 60_000;
/** Longest wait for a quiet moment then, milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** Ends the check that goes on. */
export async function cancelAttachmentCheck(): Promise<void> {
  const { running } = useState.getState();
  if (running !== null) await cancelAttachmentJob(running.jobId);
}

/**
 * Compares the documents with what lies on the disk, and clears away what belongs to none.
 * @returns What was found; null when it was cancelled, or another check goes on.
 */
export async function checkAttachments(occasion: 'idle' | 'asked'): Promise<AttachmentReport | null> {
  if (useState.getState().running !== null) return null;
  const first = await check(occasion, null);
  if (first === null || first.orphans.count === 0) return first;
  // Only now is it worth to ask every earlier version what it names.
  const second = await check('idle', await chunksOfVersions());
  return second && { ...first, orphans: second.orphans, removed: second.removed };
}

async function check(
  occasion: 'idle' | 'asked',
  keep: readonly string[] | null,
): Promise<AttachmentReport | null> {
  const byFile = groupBy(await wholeVault().all(attachmentRecord), contentFileOf);
  const files = [...byFile].map(([fileId, own]) => ({
    keys: attachmentKeysOf(fileId),
    attachments: own.map(asChecked),
  }));
  const request = { occasion, files, keep: keep === null ? null : [...keep] };
  const { jobId } = await value(platform().attachments.check(request));
  useState.setState({ running: { jobId, done: 0, total: 0 } });
  const end = onJobProgress(jobId, ({ done, total }) =>
    useState.setState({ running: { jobId, done, total } }),
  );
  try {
    const outcome = await value(platform().attachments.outcome({ jobId }));
    if (outcome.kind !== 'checked') return null;
    const broken = [...outcome.missing, ...outcome.damaged];
    if (outcome.deep) noteBrokenOnly(broken);
    else noteAttachments({ broken });
    return outcome;
  } finally {
    end();
    useState.setState({ running: null });
  }
}

const asChecked = (attachment: Attachment) => ({
  id: attachment.id,
  content: attachmentContentSchema.parse(attachment),
});

/** The chunks that earlier versions of documents name, those of removed ones too: they can be brought back. */
async function chunksOfVersions(): Promise<readonly string[]> {
  const versions = await wholeVault().all(versionRecord);
  const names = versions
    .filter(({ table }) => table === 'attachments')
    .flatMap(({ body }) => chunkNameSchema.array().parse(body['chunks']));
  return [...new Set(names)];
}

/**
 * Checks the documents once, in a quiet moment some minutes after the vault was opened.
 * @param onFound Told when documents are not whole, or were not before.
 * @returns The function that calls it off.
 */
export function startAttachmentCheck(onFound: (report: AttachmentReport) => void): () => void {
  let idle: number | null = null;
  const run = async (): Promise<void> => {
    try {
      const report = await checkAttachments('idle');
      if (report === null) return;
      const { missing, damaged, mended } = report;
      if (missing.length + damaged.length + mended.length > 0) onFound(report);
    } catch {
      // Nobody asked for it: the next opening tries again, and a check that is asked for tells what is wrong.
    }
  };
  const timer = setTimeout(() => {
    idle = window.requestIdleCallback(() => void run(), { timeout: LONGEST_WAIT_MS });
  }, FIRST_CHECK_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== null) window.cancelIdleCallback(idle);
  };
}
