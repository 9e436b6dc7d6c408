import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId } from '#shared/domain/ids.ts';
import { moneyEntryRecord, type MoneyEntry } from '#shared/domain/money-entry.ts';
import { vault } from '#renderer/db/index.ts';

/** The entries of one file; undefined while they load. */
export const useMoneyOf = (fileId: FileId): readonly MoneyEntry[] | undefined =>
  useLiveQuery(() => vault().inFile(moneyEntryRecord, fileId), [fileId]);
