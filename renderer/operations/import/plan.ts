import type { DuplicateRule } from '#shared/domain/import.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Table } from '#renderer/worker/import/table.ts';
import { type ClientDraft, type ClientReading, readClient } from './client-draft.ts';
import { DuplicateIndex } from '#shared/duplicates/duplicate-index.ts';
import { type Known, nameKey } from '#shared/duplicates/keys.ts';
import { indexOfClients, recognised, type Why } from './client-index.ts';
import type { Problem } from './row-reader.ts';

/** Who a row was recognised as: a client there is, or an earlier row of the same file. */
export type Match = { readonly name: string; readonly why: Why } & (
  | { readonly fileId: FileId }
  | { readonly draft: number }
);

/** A row that can become a client. */
export interface PlannedClient {
  readonly draft: ClientDraft;
  readonly match: Match | null;
}

/** What would be done with the rows of a file, as far as it is not yet decided. */
export interface ClientPlan {
  readonly target: 'clients';
  readonly rows: readonly PlannedClient[];
  readonly problems: readonly Problem[];
}

/** Rows between two breaths: the window draws, and can be told to stop. */
const BREATH = 500;

/** Lets the window draw now and then in a long work, and ends it when it is cancelled. */
export class Pace {
  readonly #signal: AbortSignal;
  readonly #onProgress: (done: number) => void;
  #done = 0;

  constructor(signal: AbortSignal, onProgress: (done: number) => void) {
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  async step(): Promise<void> {
    this.#done += 1;
    if (this.#done % BREATH !== 0) return;
    this.#onProgress(this.#done);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#signal.throwIfAborted();
  }
}

const knownOf = ({ name, patch }: ClientDraft): Known => ({ name, ...patch });

/** Contact persons of one organisation come in rows of their own: together they are one client. */
function withContact(earlier: ClientDraft, later: ClientDraft): ClientDraft {
  const { contactPerson: _other, ...patch } = later.patch;
  return {
    ...earlier,
    patch: { ...patch, ...earlier.patch },
    parties: [...earlier.parties, ...later.parties],
    linked: { ...later.linked, ...earlier.linked },
  };
}

/** Reads the rows of a table as clients and recognises who is there already. */
export async function planClients(
  { rows, broken }: Pick<Table, 'rows' | 'broken'>,
  reading: ClientReading,
  clients: readonly Client[],
  pace: Pace,
): Promise<ClientPlan> {
  const index = indexOfClients(clients);
  const earlier = new DuplicateIndex<number>();
  const firms = new Map<string, number>();
  const planned: PlannedClient[] = [];
  const problems: Problem[] = broken.map(({ row, reason }) => ({
    row,
    reason,
    column: '',
    value: '',
    fatal: false,
  }));
  for (const row of rows) {
    await pace.step();
    const found = readClient(row, reading);
    problems.push(...found.problems);
    const { draft } = found;
    if (!draft) continue;
    const firm = firms.get(nameKey(draft.name));
    const first = firm === undefined ? undefined : planned[firm];
    if (draft.parties.length > 0 && firm !== undefined && first) {
      planned[firm] = { ...first, draft: withContact(first.draft, draft) };
      continue;
    }
    planned.push({ draft, match: matchOf(draft, index, earlier, planned) });
    const at = planned.length - 1;
    if (draft.patch.type === 'organisation' && firm === undefined) firms.set(nameKey(draft.name), at);
    earlier.add(knownOf(draft), at);
  }
  return { target: 'clients', rows: planned, problems };
}

function matchOf(
  draft: ClientDraft,
  index: DuplicateIndex<Client>,
  earlier: DuplicateIndex<number>,
  planned: readonly PlannedClient[],
): Match | null {
  const known = knownOf(draft);
  const there = recognised(index, known);
  if (there) return { name: there.value.name, why: there.why, fileId: there.value.fileId };
  const row = recognised(earlier, known);
  return row ? { name: planned[row.value]?.draft.name ?? '', why: row.why, draft: row.value } : null;
}

/** What is decided of the rows that were recognised. */
export interface Decisions {
  readonly rule: DuplicateRule;
  /** By row. */
  readonly single: ReadonlyMap<number, DuplicateRule>;
}

/** What becomes of a row. */
export const decided = (
  { draft, match }: { readonly draft: { readonly row: number }; readonly match: unknown },
  { rule, single }: Decisions,
): DuplicateRule => (match === null ? 'add' : (single.get(draft.row) ?? rule));
