import { auditRecord } from '#shared/domain/audit.ts';
import { newRecordId, PRACTICE_FILE } from '#shared/domain/ids.ts';
import { practiceRecord, type PracticeBody } from '#shared/domain/practice.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { audit, vault, type VaultWriter } from '#renderer/db/index.ts';
import { type Patch, patched } from '#renderer/db/record-commands.ts';
import { practiceQueries } from './practice-queries.ts';

/** One line of the log is enough for a text that stores itself while it is typed, milliseconds. */
const ONE_LINE_MS = 10 * 60_000;

async function tell(change: VaultWriter, patch: Partial<PracticeBody>): Promise<void> {
  const field = Object.keys(patch).toSorted().join(' ');
  const last = await change.last(auditRecord);
  const told = last?.action === 'practiceChanged' && last.details['field'] === field;
  if (told && systemClock.now() - last.at < ONE_LINE_MS) return;
  await audit(change, 'practiceChanged', { field });
}

export const practiceCommands = {
  /** Writes the practice of a new vault. */
  create: (body: PracticeBody): Promise<void> =>
    vault().commit(
      (change) => change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, body),
      { undoable: false },
    ),

  /** Changes some of the practice. Nothing happens while there is none. */
  change: async (patch: Patch<PracticeBody>): Promise<void> => {
    const practice = await practiceQueries.get();
    if (!practice) return;
    await vault().commit(async (change) => {
      let made: Partial<PracticeBody> = {};
      await change.update(practiceRecord, practice.id, (now) => {
        made = patched(patch, now);
        return made;
      });
      await tell(change, made);
    });
  },
};
