import type { ConflictCheckBody, ConflictHit } from '#shared/domain/conflict-check.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import type { TableName } from '#shared/domain/record.ts';
import { parseName } from '#shared/names/name.ts';
import { parseNumber } from '#shared/names/number.ts';
import { findName, findNumber } from '#shared/names/text.ts';
import { sealedSource, vault, type Vault } from '#renderer/db/index.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { createFinder, type Finder } from '#renderer/worker/conflicts/finder.ts';
import type { Candidate, Found } from '#renderer/worker/conflicts/protocol.ts';
import { CHECKED_TABLES, checkedKind, checkedRecord, isChecked, type CheckedTable } from './extract.ts';

/** What a check found. */
export interface ConflictResult extends Pick<
  ConflictCheckBody,
  'queries' | 'checkedAt' | 'searched' | 'hitCount'
> {
  /** The strongest first; the best of each kind of text in each file. */
  readonly hits: readonly ConflictHit[];
  /** Texts that have words of a name and were too many to be read. */
  readonly unread: number;
}

/** Records read at a time: so many cost a frame. */
const PAGE = 200;

/** The index of one open vault. It is filled when the first check is made ready, then follows every change. */
class ConflictSearch {
  readonly #vault: Vault;
  readonly #finder: Finder = createFinder();
  readonly #touched = new Map<RecordId, CheckedTable>();
  #ready: Promise<void> | null = null;
  #read = 0;
  readonly #progress = new Set<(read: number) => void>();

  constructor(open: Vault) {
    this.#vault = open;
    sealedSource().onSealedChange(({ ops }) => {
      for (const { table, id } of ops) if (isChecked(table)) this.#touched.set(id, table);
    });
  }

  /** Reads everything once. Rejects when a record cannot be read; asked again, it begins anew. */
  prepare(onProgress: (read: number) => void): Promise<void> {
    this.#progress.add(onProgress);
    onProgress(this.#read);
    this.#ready ??= this.#fill().catch((error: unknown) => {
      this.#ready = null;
      this.#read = 0;
      throw error;
    });
    return this.#ready.finally(() => this.#progress.delete(onProgress));
  }

  async check(queries: readonly string[], now: number): Promise<ConflictResult> {
    await this.prepare(() => undefined);
    await this.#follow();
    const found = await this.#finder.check(queries);
    const hits = [...(await this.#named(found)), ...(await this.#written(found.texts, queries))];
    const sorted = hits.toSorted((one, other) => other.score - one.score || one.query - other.query);
    const count = (...tables: readonly TableName[]): number =>
      tables.reduce((sum, table) => sum + (found.counts[table] ?? 0), 0);
    return {
      queries: [...queries],
      checkedAt: now,
      searched: {
        clients: count('clients'),
        parties: count('parties'),
        notes: count('notes'),
        requirements: count('requirements', 'requirementsDocuments'),
        questions: count('questions'),
        tasks: count('tasks'),
      },
      hits: sorted,
      hitCount: hits.reduce((sum, { more }) => sum + 1 + more, 0),
      unread: found.unread,
    };
  }

  async #fill(): Promise<void> {
    for (const table of Object.keys(CHECKED_TABLES) as readonly CheckedTable[]) {
      for await (const records of this.#vault.pages(checkedKind(table), PAGE)) {
        await this.#finder.put(records.map((record) => checkedRecord(table, record)));
        this.#read += records.length;
        for (const tell of this.#progress) tell(this.#read);
      }
    }
  }

  /** Brings what was changed since into the index. */
  async #follow(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    const gone: RecordId[] = [];
    const records = await Promise.all(
      touched.map(async ([id, table]) => {
        const record = await this.#vault.get(checkedKind(table), id);
        if (!record) gone.push(id);
        return record ? [checkedRecord(table, record)] : [];
      }),
    );
    if (gone.length > 0) await this.#finder.remove(gone);
    if (records.length > 0) await this.#finder.put(records.flat());
  }

  async #named({ names }: Found): Promise<readonly ConflictHit[]> {
    const clients = await clientNames(names.map(({ fileId }) => fileId));
    return names.map(({ query, text, bearer, kind, place, role, fileId, reasons, score }) => ({
      query,
      found: text.slice(0, 500),
      bearer,
      nameKind: kind,
      place,
      role,
      fileId,
      client: clients.get(fileId) ?? '',
      reasons: [...reasons],
      score,
      more: 0,
    }));
  }

  /** Reads the texts, and keeps the best place of each kind in each file. */
  async #written(
    candidates: readonly Candidate[],
    queries: readonly string[],
  ): Promise<readonly ConflictHit[]> {
    const clients = await clientNames(candidates.map(({ fileId }) => fileId));
    const best = new Map<string, ConflictHit>();
    const matches = await Promise.all(candidates.map((candidate) => this.#match(candidate, queries)));
    for (const found of matches) {
      if (!found) continue;
      const { query, table, fileId, match, role } = found;
      const key = `${String(query)} ${table} ${fileId}`;
      const before = best.get(key);
      const hit: ConflictHit = {
        query,
        found: match.found,
        bearer: '',
        nameKind: 'text',
        place: CHECKED_TABLES[table],
        role,
        fileId,
        client: clients.get(fileId) ?? '',
        reasons: [...match.reasons],
        score: match.score,
        more: before ? before.more + 1 : 0,
      };
      best.set(key, before && before.score >= hit.score ? { ...before, more: hit.more } : hit);
    }
    return [...best.values()];
  }

  /** Reads one text. Null when it has words of the name, but not the name. */
  async #match({ query, table, record, fileId }: Candidate, queries: readonly string[]) {
    const stored = isChecked(table) ? await this.#vault.get(checkedKind(table), record) : undefined;
    if (!stored || !isChecked(table)) return null;
    const { text } = checkedRecord(table, stored);
    const wanted = queries[query] ?? '';
    const number = parseNumber(wanted);
    const match = number ? findNumber(text, number) : findName(text, parseName(wanted));
    const role = table === 'parties' ? ((await this.#vault.get(partyRecord, record))?.role ?? null) : null;
    return match && { query, table, fileId, match, role };
  }
}

async function clientNames(files: readonly FileId[]): Promise<ReadonlyMap<FileId, string>> {
  const found = await Promise.all(
    [...new Set(files)].map(
      async (fileId) => [fileId, (await clientQueries.get(fileId))?.name ?? ''] as const,
    ),
  );
  return new Map(found);
}

const searches = new WeakMap<Vault, ConflictSearch>();

function search(): ConflictSearch {
  const open = vault();
  const known = searches.get(open) ?? new ConflictSearch(open);
  searches.set(open, known);
  return known;
}

/**
 * Makes the first check of a session quick: reads everything a check looks at into the worker's memory.
 * @param onProgress Told how many records were read so far.
 */
export const prepareConflictCheck = (onProgress: (read: number) => void): Promise<void> =>
  search().prepare(onProgress);

/**
 * Looks for names and numbers in every client file.
 * @param queries One name or number each.
 * @param now Milliseconds since the epoch.
 */
export const checkConflicts = (queries: readonly string[], now: number): Promise<ConflictResult> =>
  search().check(queries, now);
