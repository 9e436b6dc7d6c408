import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Forgotten, forgottenBy } from './forgotten.ts';
import type { StageId } from '#shared/domain/stages.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** One line of the register. */
export interface ClientRow {
  readonly client: Client;
  /** Where the client stands. */
  readonly stage: StageId;
  /** When the last meeting began, milliseconds since the epoch; null when there was none. */
  readonly lastContact: number | null;
  /** Day of the earliest open task or reminder; null when nothing is planned. */
  readonly nextDate: IsoDate | null;
  /** Why the file seems to be forgotten, the weightiest first; empty where it does not, or nobody asks. */
  readonly forgotten: readonly Forgotten[];
}

/** Everybody stands in the stage of the lifecycle, as long as no other is known. */
const AS_MEANT = ({ stage }: Client): StageId => stage;
const NOT_ASKED: ReturnType<typeof forgottenBy> = () => [];
const sameReasons = (a: readonly Forgotten[], b: readonly Forgotten[]): boolean =>
  (a.length === 0 && b.length === 0) || JSON.stringify(a) === JSON.stringify(b);

const made = new WeakMap<Client, ClientRow>();

/** The line of each client; a line of which nothing has changed stays the same object, so that it is not drawn again. */
export const rowsOf = (
  clients: readonly Client[],
  contacts: ReadonlyMap<FileId, number>,
  dates: ReadonlyMap<FileId, IsoDate>,
  reasonsFor = NOT_ASKED,
  stageOf: (client: Client) => StageId = AS_MEANT,
): readonly ClientRow[] =>
  clients.map((client) => {
    const lastContact = contacts.get(client.fileId) ?? null;
    const nextDate = dates.get(client.fileId) ?? null;
    const stage = stageOf(client);
    const known = made.get(client);
    const forgotten = reasonsFor({ client, lastContact, nextDate });
    if (known?.lastContact === lastContact && known.nextDate === nextDate && known.stage === stage)
      if (sameReasons(known.forgotten, forgotten)) return known;
    const row = { client, stage, lastContact, nextDate, forgotten };
    made.set(client, row);
    return row;
  });
