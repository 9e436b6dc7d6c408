import { useEffect, useRef, useState } from 'react';
import { sealedSource, vault } from '#renderer/db/index.ts';
import { type Overdue, overdueIn } from '#shared/domain/account.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { moneyEntryRecord, type MoneyEntryBody } from '#shared/domain/money-entry.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** What one client has not paid in time, in one currency. */
export interface OverdueOf extends Overdue {
  readonly fileId: FileId;
}

/** What is overdue in the whole practice, as far as it could be read. */
export interface OverdueMoney {
  /** The oldest first. */
  readonly all: readonly OverdueOf[];
  /** Some of it could not be read: more may be overdue, or less. */
  readonly unread: boolean;
}

/** Entries read at a time. */
const PAGE = 400;
/** The window lives on after so long, milliseconds. */
const AT_ONCE_MS = 12;
/** More files than these are read with all others. */
const MOST_SINGLY = 50;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type ByFile = ReadonlyMap<FileId, readonly MoneyEntryBody[]>;

const overdueOf = (byFile: ByFile, today: IsoDate): readonly OverdueOf[] =>
  [...byFile]
    .flatMap(([fileId, entries]) => overdueIn(entries, today).map((overdue) => ({ fileId, ...overdue })))
    .toSorted((a, b) => a.since.localeCompare(b.since) || b.amount - a.amount);

/** Everything, file by file. The window lives on while it is read. */
async function readAll(wanted: () => boolean): Promise<ByFile> {
  const byFile = new Map<FileId, MoneyEntryBody[]>();
  let begun = performance.now();
  for await (const page of vault().pages(moneyEntryRecord, PAGE)) {
    if (!wanted()) return byFile;
    for (const entry of page) {
      const own = byFile.get(entry.fileId);
      if (own) own.push(entry);
      else byFile.set(entry.fileId, [entry]);
    }
    if (performance.now() - begun < AT_ONCE_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
  return byFile;
}

interface Following {
  /** Reads everything again. */
  readonly again: () => void;
  readonly end: () => void;
}

/** Reads everything once and after that what changes, and tells of each state. */
function follow(today: IsoDate, tell: (now: OverdueMoney) => void): Following {
  let wanted = true;
  let byFile: ByFile = new Map();
  let whole = false;
  const run = async (read: () => Promise<ByFile>): Promise<void> => {
    if (!wanted) return;
    try {
      byFile = await read();
      whole = true;
    } catch {
      // Told beside what is known.
      whole = false;
    }
    if (wanted) tell({ all: overdueOf(byFile, today), unread: !whole });
  };
  let turn = Promise.resolve();
  const next = async (read: () => Promise<ByFile>): Promise<void> => {
    const before = turn;
    turn = before.then(() => run(read));
    await turn;
  };
  const readWhole = (): Promise<ByFile> => readAll(() => wanted);
  const readSome = async (files: ReadonlySet<FileId>): Promise<ByFile> => {
    // What is missing may be in any file.
    if (!whole || files.size > MOST_SINGLY) return readWhole();
    const some = new Map(byFile);
    for (const fileId of files) some.set(fileId, await vault().inFile(moneyEntryRecord, fileId));
    return some;
  };
  const unfollow = sealedSource().onSealedChange(({ ops, erased, anew }) => {
    if (anew) void next(readWhole);
    const files = new Set(ops.filter(({ table }) => table === 'moneyEntries').map(({ fileId }) => fileId));
    if (erased !== undefined) files.add(erased);
    if (files.size > 0) void next(() => readSome(files));
  });
  void next(readWhole);
  return {
    again: () => void next(readWhole),
    end: () => {
      wanted = false;
      unfollow();
    },
  };
}

/**
 * What is overdue in the whole practice, kept up to date; undefined while it loads. The second is a function that reads
 * everything again.
 */
export function useOverdue(today: IsoDate): readonly [OverdueMoney | undefined, () => void] {
  const [found, setFound] = useState<OverdueMoney>();
  const following = useRef<Following>(null);
  useEffect(() => {
    const begun = follow(today, setFound);
    following.current = begun;
    return begun.end;
  }, [today]);
  return [found, () => following.current?.again()];
}
