import { newRecordId, type FileId } from '#shared/domain/ids.ts';
import { moneyEntryRecord, type MoneyEntryBody } from '#shared/domain/money-entry.ts';
import { vault } from '#renderer/db/index.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

export const moneyCommands = {
  ...recordCommands(moneyEntryRecord),
  /** Adds several as one change. Answers the number of the action, to undo it. */
  addAll: (fileId: FileId, bodies: readonly MoneyEntryBody[]): Promise<number | null> =>
    vault().act((change) => {
      for (const body of bodies) change.put(moneyEntryRecord, { id: newRecordId(), fileId }, body);
    }),
};
