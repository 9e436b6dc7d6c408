import { attachmentRecord, type AttachmentBody } from '#shared/domain/attachment.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import type { VaultWriter } from '#renderer/db/index.ts';
import type { LinkedBody, LinkedDraft } from './linked-draft.ts';
import { type LinkedPlan, sameKey } from './linked-plan.ts';
import { updatedParty } from './merge.ts';
import { decided, type Decisions, type Pace } from './plan.ts';
import type { Touches } from './touches.ts';

/** A record with what a row says of it. A task that is done stays done; what a row leaves open stays as it is. */
function merged({ table, body }: LinkedBody, now: unknown): unknown {
  switch (table) {
    case 'parties':
      return updatedParty(partyRecord.schema.parse(now), body);
    case 'tasks': {
      const before = kindOf('tasks').schema.parse(now) as typeof body;
      return { ...before, who: body.who || before.who, doneAt: before.doneAt ?? body.doneAt };
    }
    case 'notes': {
      const before = kindOf('notes').schema.parse(now) as typeof body;
      return { ...before, body: body.body, place: body.place || before.place };
    }
    case 'reminders': {
      const before = kindOf('reminders').schema.parse(now) as typeof body;
      return { ...before, rule: body.rule ?? before.rule };
    }
    case 'engagements': {
      const before = kindOf('engagements').schema.parse(now) as typeof body;
      // What a row says of it holds; what was agreed stays where the row is silent.
      return {
        ...before,
        status: body.status,
        progress: body.status === 'done' ? 100 : before.progress,
        price: body.price ?? before.price,
        currency: body.price === null ? before.currency : body.currency,
        startOn: body.startOn ?? before.startOn,
        endOn: body.endOn ?? before.endOn,
        contract: body.contract || before.contract,
        contractOn: body.contractOn ?? before.contractOn,
        remark: body.remark || before.remark,
        ...(body.custom && { custom: { ...before.custom, ...body.custom } }),
      };
    }
    default:
      return now;
  }
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Writes what a plan puts into the files of clients, with the documents that came with it, by row. */
export async function putLinked(
  change: VaultWriter,
  { rows }: LinkedPlan,
  decisions: Decisions,
  setting: {
    readonly touches: Touches;
    readonly pace: Pace;
    readonly documents: ReadonlyMap<number, readonly AttachmentBody[]>;
  },
): Promise<void> {
  const { touches, pace, documents } = setting;
  const made = new Set<string>();
  for (const planned of rows) {
    await pace.step();
    const { draft, match } = planned;
    const { row, fileId, record } = draft;
    const decision = decided(planned, decisions);
    const key = `${fileId} ${sameKey(record)}`;
    if (decision === 'skip' || (match === null && made.has(key))) {
      touches.skip();
      continue;
    }
    made.add(key);
    if (decision === 'update' && match) {
      await update(change, draft, match.id, touches);
      continue;
    }
    const id = newRecordId();
    change.put(kindOf(record.table), { id, fileId }, record.body);
    touches.added(record.table, id);
    touches.count('added');
    for (const document of documents.get(row) ?? []) {
      const documentId = newRecordId();
      change.put(attachmentRecord, { id: documentId, fileId }, document);
      touches.added('attachments', documentId);
    }
  }
}

async function update(
  change: VaultWriter,
  { record, fileId }: LinkedDraft,
  id: Parameters<Touches['changed']>[1],
  touches: Touches,
): Promise<void> {
  const kind = kindOf(record.table);
  const now = await change.get(kind, id);
  const before: unknown = now && kind.schema.parse(now);
  const after = merged(record, now);
  if (!now || sameJson(after, before)) return touches.skip();
  change.put(kind, { id, fileId }, after);
  touches.changed(record.table, id);
  touches.count('updated');
}
