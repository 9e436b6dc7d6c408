import type { ConflictCheckBody, ConflictHit } from '#shared/domain/conflict-check.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import type { TableName } from '#shared/domain/record.ts';
import { parseName } from '#shared/names/name.ts';
import { parseNumber } from '#shared/names/number.ts';
import { findName, findNumber } from '#shared/names/text.ts';
import { vault } from '#renderer/db/index.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { checkNames } from '#renderer/entities/search/index.ts';
import type { Candidate, Found } from '#renderer/worker/conflicts/protocol.ts';
import { CHECKED_TABLES, checkedKind, checkedRecord, isChecked } from '#renderer/worker/conflicts/extract.ts';

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

/**
 * Looks for names and numbers in every client file.
 * @param queries One name or number each.
 * @param now Milliseconds since the epoch.
 */
export async function checkConflicts(queries: readonly string[], now: number): Promise<ConflictResult> {
  const found = await checkNames(queries);
  const hits = [...(await namedHits(found)), ...(await writtenHits(found.texts, queries))];
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
      engagements: count('engagements'),
      money: count('moneyEntries'),
    },
    hits: sorted,
    hitCount: hits.reduce((sum, { more }) => sum + 1 + more, 0),
    unread: found.unread,
  };
}

async function namedHits({ names }: Found): Promise<readonly ConflictHit[]> {
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
async function writtenHits(
  candidates: readonly Candidate[],
  queries: readonly string[],
): Promise<readonly ConflictHit[]> {
  const clients = await clientNames(candidates.map(({ fileId }) => fileId));
  const best = new Map<string, ConflictHit>();
  const matches = await Promise.all(candidates.map((candidate) => matchIn(candidate, queries)));
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
async function matchIn({ query, table, record, fileId }: Candidate, queries: readonly string[]) {
  const stored = isChecked(table) ? await vault().get(checkedKind(table), record) : undefined;
  if (!stored || !isChecked(table)) return null;
  const { text } = checkedRecord(table, stored);
  const wanted = queries[query] ?? '';
  const number = parseNumber(wanted);
  const match = number ? findNumber(text, number) : findName(text, parseName(wanted));
  const role = table === 'parties' ? ((await vault().get(partyRecord, record))?.role ?? null) : null;
  return match && { query, table, fileId, match, role };
}

async function clientNames(files: readonly FileId[]): Promise<ReadonlyMap<FileId, string>> {
  const found = await Promise.all(
    [...new Set(files)].map(
      async (fileId) => [fileId, (await clientQueries.get(fileId))?.name ?? ''] as const,
    ),
  );
  return new Map(found);
}
