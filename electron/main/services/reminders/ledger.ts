import { z } from 'zod';
import { dueOccurrenceSchema, type DueOccurrence } from '#shared/ipc/contract.ts';
import { parseJson } from '#main/lib/durable-file.ts';
import type { Log } from '#main/services/log/log.ts';
import type { LedgerFile } from './ledger-file.ts';

const lineSchema = z.discriminatedUnion('event', [
  dueOccurrenceSchema.extend({ event: z.literal('fired') }),
  z.object({ event: z.literal('acknowledged'), id: z.string() }),
]);
type Line = z.infer<typeof lineSchema>;

/** Lines more than needed before the file is written anew. */
const SLACK = 1000;

interface Entry {
  readonly occurrence: DueOccurrence;
  acknowledged: boolean;
}

/** What has fired. One line an event; survives crashes and power cuts. */
export interface Ledger {
  has(id: string): boolean;
  /** What fired and was not acknowledged, soonest first. */
  due(): readonly DueOccurrence[];
  /**
   * Notes that these fire now, and waits until that is on the disk. Rejects when it could not be written: they are still
   * known here, and the lines are written with the next ones.
   */
  fire(occurrences: readonly DueOccurrence[]): Promise<void>;
  /** Notes that the user has seen these. Unknown ids are passed over. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /** Drops acknowledged entries that need not be kept, once the file has grown well beyond what it holds. */
  compact(keep: (occurrence: DueOccurrence) => boolean): Promise<void>;
}

const textOf = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Reads the ledger. A line that cannot be read (the last, after a power cut) is passed over. */
export async function openLedger(file: LedgerFile, log: Log): Promise<Ledger> {
  const entries = new Map<string, Entry>();
  let lineCount = 0;
  /** Lines that are not on the disk yet. */
  let waiting: Line[] = [];
  let torn = false;
  let queue: Promise<unknown> = Promise.resolve();

  const take = (line: Line): void => {
    if (line.event === 'fired') {
      const { event: _event, ...occurrence } = line;
      if (!entries.has(occurrence.id)) entries.set(occurrence.id, { occurrence, acknowledged: false });
    } else {
      const entry = entries.get(line.id);
      if (entry) entry.acknowledged = true;
    }
  };

  const text = (await file.read()) ?? '';
  torn = text !== '' && !text.endsWith('\n');
  for (const raw of text.split('\n').filter((line) => line !== '')) {
    const parsed = lineSchema.safeParse(parseJson(raw));
    lineCount += 1;
    if (parsed.success) take(parsed.data);
    else log.info('Line of the reminder ledger not readable');
  }

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  const writeWaiting = async (): Promise<void> => {
    const lines = waiting;
    if (lines.length === 0) return;
    waiting = [];
    try {
      // A line that broke off is left as it is; the next one starts afresh.
      await file.append(`${torn ? '\n' : ''}${textOf(lines)}`);
      torn = false;
      lineCount += lines.length;
    } catch (error) {
      waiting = [...lines, ...waiting];
      torn = true;
      throw error;
    }
  };

  const note = (lines: readonly Line[]): Promise<void> => {
    for (const line of lines) take(line);
    waiting.push(...lines);
    return inTurn(writeWaiting);
  };

  return {
    has: (id) => entries.has(id),
    due: () =>
      [...entries.values()]
        .filter((entry) => !entry.acknowledged)
        .map((entry) => entry.occurrence)
        .toSorted((a, b) => a.at - b.at),
    fire: (occurrences) => note(occurrences.map((occurrence) => ({ event: 'fired', ...occurrence }))),
    acknowledge: (ids) =>
      note(
        ids
          .filter((id) => entries.get(id)?.acknowledged === false)
          .map((id) => ({ event: 'acknowledged', id })),
      ),
    compact: (keep) =>
      inTurn(async () => {
        for (const [id, entry] of entries)
          if (entry.acknowledged && !keep(entry.occurrence)) entries.delete(id);
        const lines = [...entries.values()].flatMap(({ occurrence, acknowledged }): Line[] => [
          { event: 'fired', ...occurrence },
          ...(acknowledged ? [{ event: 'acknowledged' as const, id: occurrence.id }] : []),
        ]);
        if (lineCount < lines.length + SLACK) return;
        await file.replace(textOf(lines));
        [lineCount, waiting, torn] = [lines.length, [], false];
      }),
  };
}
