import { v7 } from 'uuid';
import type { RecordId } from '#shared/domain/ids.ts';
import type { HistoryRule, RecordKind, Stored, WorkTable } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import type { VersionBody } from '#shared/domain/version.ts';
import { migrated } from './migrations/index.ts';
import { timeOf } from './stamp.ts';
import type { Row } from './row-key.ts';
import type { Version } from './types.ts';

/** A text that is typed without a pause has a version this often, milliseconds. */
export const SPAN_MS = 10 * 60_000;
/** Whoever wrote nothing for so long has ended a span of editing, milliseconds. */
export const PAUSE_MS = 2 * 60_000;

/** What the rule needs to know of a record that is being changed or removed. */
export interface Replacing {
  readonly rule: HistoryRule;
  /** Removed, or moved to another file. */
  readonly removed: boolean;
  /** Milliseconds since it was changed last. */
  readonly sinceChange: number;
  /** Milliseconds since a version of it was kept; null when there is none. */
  readonly sinceVersion: number | null;
}

/** Whether the newest version has to be known at all: looking it up costs a read. */
export const asksForNewest = ({ rule, removed, sinceChange }: Omit<Replacing, 'sinceVersion'>): boolean =>
  rule === 'spans' && !removed && sinceChange <= PAUSE_MS;

/** Whether what a record says now is kept as a version when it is replaced. */
export function keepsVersion(replacing: Replacing): boolean {
  if (replacing.rule === 'none') return false;
  if (!asksForNewest(replacing)) return true;
  return replacing.sinceVersion === null || replacing.sinceVersion > SPAN_MS;
}

/**
 * Makes the id of a version. Tells when it was kept, so that the newest is found without reading any; a version that moves to
 * another file is stamped anew.
 * @param counter Orders what was kept within one millisecond.
 */
export const newVersionId = (at: number, counter: number): RecordId =>
  v7({ msecs: at, seq: counter }) as RecordId;
/** When a version was kept, milliseconds since the epoch. */
export const keptAt = (id: RecordId): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** When the newest version of each record was kept. Asked of the store once a record, and of its keys alone. */
export class NewestVersions {
  readonly #idsOf: (of: RecordId) => Promise<readonly RecordId[]>;
  readonly #newest = new Map<RecordId, number | null>();

  /** @param idsOf The ids of all versions of a record. */
  constructor(idsOf: (of: RecordId) => Promise<readonly RecordId[]>) {
    this.#idsOf = idsOf;
  }

  /** Milliseconds since the epoch; null when the record has no version. */
  async of(record: RecordId): Promise<number | null> {
    const known = this.#newest.get(record);
    if (known !== undefined) return known;
    const times = (await this.#idsOf(record)).map(keptAt);
    const newest = times.length === 0 ? null : Math.max(...times);
    this.#newest.set(record, newest);
    return newest;
  }

  /** Takes note of a version that was kept. */
  kept(record: RecordId, at: number): void {
    this.#newest.set(record, Math.max(at, this.#newest.get(record) ?? at));
  }

  /** Forgets all: the store was brought to another state. */
  forget(): void {
    this.#newest.clear();
  }
}

/** What is kept of a row that is replaced. `version` is that of the body's schema. */
export const versionBody = (
  table: WorkTable,
  { id, rev, stamp }: Row,
  { version, body, removed }: { readonly version: number; readonly body: unknown; readonly removed: boolean },
): VersionBody => ({
  of: id,
  table,
  revision: rev,
  made: stamp,
  version,
  removed,
  body: body as VersionBody['body'],
});

/** A stored version as the app reads it, its body brought to today's form. */
export function versionFrom<Body>(stored: Stored<VersionBody>): Version<Body> {
  const { id, fileId, of, table, revision, removed } = stored;
  const kind = kindOf(table) as RecordKind<Body>;
  return {
    id,
    fileId,
    of,
    table,
    revision,
    removed,
    madeAt: timeOf(stored.made),
    keptAt: keptAt(id),
    body: migrated(kind, stored.version, stored.body),
  };
}
