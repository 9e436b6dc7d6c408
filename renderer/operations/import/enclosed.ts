import type { AttachmentBody } from '#shared/domain/attachment.ts';
import { storeAttachment } from '#renderer/operations/attachments.ts';
import type { Enclosed } from '#renderer/worker/import/protocol.ts';
import type { LinkedPlan } from './linked-plan.ts';
import { decided, type Decisions } from './plan.ts';

/** Stores the documents that came with the rows that are added. Answers what names them, by row. */
export async function storeEnclosed(
  { rows }: LinkedPlan,
  decisions: Decisions,
  enclosed: readonly Enclosed[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, readonly AttachmentBody[]>> {
  const stored = new Map<number, AttachmentBody[]>();
  for (const planned of rows) {
    if (decided(planned, decisions) !== 'add') continue;
    const { row, fileId } = planned.draft;
    for (const { name, bytes } of enclosed.filter((one) => one.row === row)) {
      signal.throwIfAborted();
      const body = await storeAttachment(fileId, new File([bytes], name));
      if (body) stored.set(row, [...(stored.get(row) ?? []), body]);
    }
  }
  return stored;
}
