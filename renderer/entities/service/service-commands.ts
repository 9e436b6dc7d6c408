import { newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import type { PracticeKind } from '#shared/domain/practice.ts';
import { serviceRecord, type ServiceBody } from '#shared/domain/service.ts';
import type { Language } from '#shared/domain/values.ts';
import { vault } from '#renderer/db/index.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';
import { usualServices } from './usual-services.ts';

const records = recordCommands(serviceRecord);

export const serviceCommands = {
  ...records,
  add: (body: ServiceBody): Promise<RecordId> => records.add(PRACTICE_FILE, body),
  /** Fills an empty catalogue with what practices of a kind usually offer; one that is not empty stays as it is. */
  addUsual: async (kind: PracticeKind, language: Language): Promise<void> => {
    const usual = await usualServices(kind, language);
    await vault().commit(
      async (change) => {
        if ((await change.inFile(serviceRecord, PRACTICE_FILE)).length > 0) return;
        for (const body of usual)
          change.put(serviceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, body);
      },
      { undoable: false },
    );
  },
};
