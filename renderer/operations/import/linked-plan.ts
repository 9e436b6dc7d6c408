import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { ImportTarget } from '#shared/domain/import.ts';
import type { Stored } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { fold } from '#shared/lib/fold.ts';
import { vault } from '#renderer/db/index.ts';
import type { Table } from '#renderer/worker/import/table.ts';
import { nameKey } from '#shared/duplicates/keys.ts';
import type { Why } from './client-index.ts';
import { type LinkedBody, type LinkedDraft, type LinkedReading, readLinked } from './linked-draft.ts';
import type { Pace } from './plan.ts';
import type { Problem } from './row-reader.ts';

/** A row that belongs into the file of a client, and the record it says again. */
export interface PlannedLinked {
  readonly draft: LinkedDraft;
  readonly match: {
    readonly name: string;
    readonly why: Why;
    readonly fileId: FileId;
    readonly id: RecordId;
  } | null;
}

/** What would be done with rows that belong into the files of clients. */
export interface LinkedPlan {
  readonly target: Exclude<ImportTarget, 'clients'>;
  readonly rows: readonly PlannedLinked[];
  readonly problems: readonly Problem[];
}

const MINUTE_MS = 60_000;

/** What two records of one file must have in common to be one. */
export function sameKey({ table, body }: LinkedBody): string {
  switch (table) {
    case 'parties':
      return nameKey(body.name);
    case 'notes':
      return `${fold(body.title)} ${String(Math.floor(body.startedAt / MINUTE_MS))}`;
    case 'tasks':
      return `${fold(body.title)} ${body.dueOn ?? ''}`;
    case 'reminders':
      return `${fold(body.title)} ${body.at}`;
    case 'engagements':
      return fold(body.title);
    default:
      return table;
  }
}

/** From so many files on, reading every record of a kind is quicker than asking each file. */
const MANY_FILES = 300;

async function recordsOf(
  table: LinkedBody['table'],
  files: ReadonlySet<FileId>,
): Promise<readonly Stored<unknown>[]> {
  const kind = kindOf(table);
  if (files.size > MANY_FILES) return (await vault().all(kind)).filter(({ fileId }) => files.has(fileId));
  const lists: (readonly Stored<unknown>[])[] = [];
  for (const fileId of files) lists.push(await vault().inFile(kind, fileId));
  return lists.flat();
}

/** Reads the rows of a table as what belongs into the files of clients. */
export async function planLinked(
  { rows, broken }: Pick<Table, 'rows' | 'broken'>,
  reading: LinkedReading,
  pace: Pace,
): Promise<LinkedPlan> {
  const drafts: LinkedDraft[] = [];
  const problems: Problem[] = broken.map(({ row, reason }) => ({
    row,
    reason,
    column: '',
    value: '',
    fatal: true,
  }));
  for (const row of rows) {
    await pace.step();
    const found = readLinked(row, reading);
    problems.push(...found.problems);
    if (found.draft) drafts.push(found.draft);
  }
  const table = drafts[0]?.record.table;
  const there = new Map<string, RecordId>();
  if (table) {
    for (const stored of await recordsOf(table, new Set(drafts.map(({ fileId }) => fileId)))) {
      const record = { table, body: kindOf(table).schema.parse(stored) } as LinkedBody;
      there.set(`${stored.fileId} ${sameKey(record)}`, stored.id);
    }
  }
  const planned = drafts.map((draft): PlannedLinked => {
    const { fileId, name, record } = draft;
    const id = there.get(`${fileId} ${sameKey(record)}`);
    const why = record.table === 'parties' ? 'name' : 'title';
    return { draft, match: id === undefined ? null : { name, why, fileId, id } };
  });
  return { target: reading.target, rows: planned, problems };
}
