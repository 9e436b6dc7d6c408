import { DateTime } from 'luxon';
import { clientRecord } from '#shared/domain/client.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { practiceRecord, type PracticeKind } from '#shared/domain/practice.ts';
import { WORK_TABLES, type RecordMeta } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { serviceRecord } from '#shared/domain/service.ts';
import type { Language } from '#shared/domain/values.ts';
import { audit, vault } from '#renderer/db/index.ts';
import { putSample } from './sample-practice-build.ts';
import { readSample } from './sample-practice-content.ts';

/**
 * Adds the made-up practice of a kind, in one change. Its dates are relative to `now`. Nothing happens when a sample is
 * there already.
 */
export async function addSample(kind: PracticeKind, language: Language, now: Date): Promise<void> {
  const content = await readSample(kind, language);
  await vault().commit(
    async (change) => {
      const practice = (await change.inFile(practiceRecord, PRACTICE_FILE))[0];
      if (practice?.sample === true) return;
      const services = await change.inFile(serviceRecord, PRACTICE_FILE);
      putSample(
        content,
        {
          now: DateTime.fromJSDate(now),
          professional: practice?.professional ?? '',
          serviceIds: new Map(services.map(({ name, id }) => [name, id])),
        },
        (kindOfRecord, at, body) => change.put(kindOfRecord, at, body),
      );
      if (practice) await change.update(practiceRecord, practice.id, () => ({ sample: true }));
      await audit(change, 'sampleAdded');
    },
    { undoable: false },
  );
}

/**
 * Removes every sample client and all in their files, also what the user wrote there, in one change that can be undone. Own
 * clients stay. Answers the number of the action.
 */
export function removeSample(): Promise<number | null> {
  return vault().act(
    async (change) => {
      const clients = (await change.all(clientRecord)).filter(({ sample }) => sample);
      for (const { fileId } of clients) {
        for (const kind of WORK_TABLES.map(kindOf)) {
          const records = (await change.inFile(kind, fileId)) as readonly RecordMeta[];
          for (const { id } of records) await change.remove(kind, id);
        }
      }
      const practice = (await change.inFile(practiceRecord, PRACTICE_FILE))[0];
      if (practice) await change.update(practiceRecord, practice.id, () => ({ sample: false }));
      await audit(change, 'sampleRemoved', { count: clients.length });
    },
    { name: 'removeSample' },
  );
}
