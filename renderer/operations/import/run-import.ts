import { importRecord, type ImportSourceBody, type ImportTarget } from '#shared/domain/import.ts';
import { newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/values.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { audit, vault } from '#renderer/db/index.ts';
import type { Enclosed } from '#renderer/worker/import/protocol.ts';
import { putClients } from './commit-clients.ts';
import { putLinked } from './commit-linked.ts';
import { storeEnclosed } from './enclosed.ts';
import type { LinkedPlan } from './linked-plan.ts';
import { type ClientPlan, type Decisions, Pace } from './plan.ts';
import { Touches } from './touches.ts';

/** What an import would do. */
export type ImportPlan = ClientPlan | LinkedPlan;

/** What came of an import. */
export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  /** The import, to undo it; null when it changed nothing. */
  readonly id: RecordId | null;
}

/** What an import is run with. */
export interface RunOptions {
  readonly fileName: string;
  /** Language of new clients' documents. */
  readonly language: Language;
  /** Documents that came within the files. */
  readonly enclosed: readonly Enclosed[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/**
 * Writes what was planned and decided as one change: wholly or not at all, whatever happens meanwhile. The record of it
 * stands beside what it wrote, so that it can be undone after a restart too.
 * @throws what `commit` throws, and what the signal was aborted with; then nothing was changed.
 */
export async function runImport(
  plan: ImportPlan,
  decisions: Decisions,
  { fileName, language, enclosed, signal, onProgress }: RunOptions,
): Promise<ImportOutcome> {
  const failed = new Set(plan.problems.filter(({ fatal }) => fatal).map(({ row }) => row)).size;
  let outcome: ImportOutcome = { added: 0, updated: 0, skipped: 0, failed, id: null };
  // The content of documents is stored before; what no record names in the end is no part of the vault.
  const documents =
    plan.target === 'clients' ? new Map() : await storeEnclosed(plan, decisions, enclosed, signal);
  await vault().commit(
    async (change) => {
      const touches = new Touches();
      const pace = new Pace(signal, onProgress);
      if (plan.target === 'clients') await putClients(change, plan, decisions, { language, touches, pace });
      else await putLinked(change, plan, decisions, { touches, pace, documents });
      signal.throwIfAborted();
      outcome = { ...touches.counts, failed, id: null };
      if (touches.empty) return;
      const id = newRecordId();
      change.put(
        importRecord,
        { id, fileId: PRACTICE_FILE },
        {
          is: 'import',
          at: systemClock.now(),
          fileName: fileName.slice(0, 500),
          target: plan.target,
          ...touches.counts,
          failed,
          touched: touches.list(),
          undoneAt: null,
        },
      );
      await audit(change, 'imported', { count: touches.counts.added + touches.counts.updated });
      outcome = { ...outcome, id };
    },
    { name: 'import', everyVersion: true },
  );
  return outcome;
}

/** How files with these headers were read last time; null: never. */
export async function rememberedSource(
  signature: string,
  target?: ImportTarget,
): Promise<ImportSourceBody | null> {
  const records = await vault().inFile(importRecord, PRACTICE_FILE);
  const found = records.findLast(
    (record) =>
      record.is === 'source' &&
      record.signature === signature &&
      (target === undefined || record.target === target),
  );
  return found?.is === 'source' ? found : null;
}

/** Remembers how files with these headers are read. No action of the user's: undoing an import does not forget it. */
export async function rememberSource(body: Omit<ImportSourceBody, 'is'>): Promise<void> {
  await vault().commit(
    async (change) => {
      const records = await change.inFile(importRecord, PRACTICE_FILE);
      const there = records.find(
        (record) =>
          record.is === 'source' && record.signature === body.signature && record.target === body.target,
      );
      // The newest is found last: what is used again is put anew.
      if (there) await change.remove(importRecord, there.id);
      change.put(importRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, { ...body, is: 'source' });
    },
    { undoable: false },
  );
}
