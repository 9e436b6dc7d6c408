import { useEffect, useState } from 'react';
import { vault } from '#renderer/db/index.ts';
import { type Overdue, overdueIn } from '#shared/domain/account.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { moneyEntryRecord, type MoneyEntryBody } from '#shared/domain/money-entry.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** What one client has not paid in time, in one currency. */
export interface OverdueOf extends Overdue {
  readonly fileId: FileId;
}

/** Entries read at a time. */
const PAGE = 400;
/** The window lives on after so long, milliseconds. */
const AT_ONCE_MS = 12;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What is overdue in the whole practice, the oldest first. The window lives on while everything is read. */
async function readOverdue(today: IsoDate, wanted: () => boolean): Promise<readonly OverdueOf[]> {
  const byFile = new Map<FileId, MoneyEntryBody[]>();
  let begun = performance.now();
  for await (const page of vault().pages(moneyEntryRecord, PAGE)) {
    if (!wanted()) return [];
    for (const entry of page) {
      const own = byFile.get(entry.fileId);
      if (own) own.push(entry);
      else byFile.set(entry.fileId, [entry]);
    }
    if (performance.now() - begun < AT_ONCE_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
  return [...byFile]
    .flatMap(([fileId, entries]) => overdueIn(entries, today).map((overdue) => ({ fileId, ...overdue })))
    .toSorted((a, b) => a.since.localeCompare(b.since) || b.amount - a.amount);
}

/** What is overdue in the whole practice, the oldest first, as it was when it was asked for; undefined while it loads. */
export function useOverdue(today: IsoDate): readonly OverdueOf[] | undefined {
  const [found, setFound] = useState<readonly OverdueOf[]>();
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const overdue = await readOverdue(today, () => wanted);
      if (wanted) setFound(overdue);
    };
    // What cannot be read is told by the screens that show it.
    void read().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [today]);
  return found;
}
