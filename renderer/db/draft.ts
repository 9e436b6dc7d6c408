import { randomBytes } from '@noble/ciphers/utils.js';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { isWorkTable, type RecordKind, type Stored, type TableName } from '#shared/domain/record.ts';
import { versionRecord } from '#shared/domain/version.ts';
import type { Op, PutOp } from '#shared/formats/entry.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import type { ClearRecord } from '#shared/formats/sealed-record.ts';
import { toHex } from '#shared/lib/bytes.ts';
import type { Change } from './actions.ts';
import { counterOf, timeOf } from './stamp.ts';
import type { Written } from './last-written.ts';
import type { Row } from './row-key.ts';
import { rowOf } from './store.ts';
import type { VaultReader, VaultWriter } from './types.ts';
import { bodyOf, storedOf, type Sealer } from './unseal.ts';
import { asksForNewest, keepsVersion, newVersionId, versionBody, type NewestVersions } from './versions.ts';

const REV_BYTES = 16;

interface Content {
  readonly at: ClearRecord;
  readonly json: string;
}

/** What a change makes of one record: its new content, or nothing when it is removed. */
interface Pending {
  readonly id: RecordId;
  readonly kind: RecordKind<unknown>;
  readonly content: Content | null;
  /** The row it replaces; undefined when there is none, or nobody has had to know yet. */
  replaced: Row | undefined;
}

/** The rows that a change needs to know as they lie in the store. */
export interface RowSource {
  readonly rows: (table: TableName, ids: readonly RecordId[]) => Promise<readonly (Row | undefined)[]>;
  /** The record in a row; undefined when its file was erased. Throws when it does not open. */
  readonly open: <Body>(kind: RecordKind<Body>, row: Row) => Stored<Body> | undefined;
  /** The versions of records. */
  readonly versionsOf: (ids: readonly RecordId[]) => Promise<readonly Row[]>;
}

/** Whether a fact with a date is changed, of which every version is kept. The body before is opened only for kinds with facts. */
const changesFact = (
  { fact }: RecordKind<unknown>,
  content: Content | null,
  before: () => Stored<unknown>,
): boolean =>
  fact !== undefined &&
  content !== null &&
  JSON.stringify(fact(before())) !== JSON.stringify(fact(JSON.parse(content.json)));

const byId = (one: Stored<unknown>, other: Stored<unknown>): number => (one.id < other.id ? -1 : 1);

/** A change while it is being made: nothing is sealed or stored, and its reads see what it has put so far. */
export class Draft implements VaultWriter {
  readonly #reader: VaultReader;
  readonly #source: RowSource;
  /** When it is made: that of every record it puts. */
  readonly stamp: string;
  readonly #everyVersion: boolean;
  readonly #pending = new Map<TableName, Map<RecordId, Pending>>();
  /** Those of which it is not known yet what they replace. */
  readonly #unread = new Set<Pending>();
  /** What was sealed, by revision. */
  readonly #rows = new Map<string, Row>();
  #ended = false;

  constructor(reader: VaultReader, source: RowSource, stamp: string, everyVersion = false) {
    this.#reader = reader;
    this.#source = source;
    this.stamp = stamp;
    this.#everyVersion = everyVersion;
  }

  put<Body>(
    kind: RecordKind<Body>,
    { id, fileId }: { readonly id: RecordId; readonly fileId: FileId },
    body: Body,
  ): void {
    this.#set(kind, id, this.#content(kind, { id, fileId }, body));
  }

  async update<Body>(
    kind: RecordKind<Body>,
    id: RecordId,
    change: (body: Stored<Body>) => Partial<Body>,
  ): Promise<void> {
    const isOwn = this.#pending.get(kind.table)?.has(id) === true;
    // The row is also what is replaced: read once, since nothing else writes while a change is made.
    const [row] = isOwn ? [] : await this.#source.rows(kind.table, [id]);
    const stored = row ? this.#source.open(kind, row) : await this.get(kind, id);
    if (!stored) throw new Error(`No record of ${kind.table} to change`);
    this.#set(kind, id, this.#content(kind, stored, { ...bodyOf(stored), ...change(stored) }), row);
  }

  async remove<Body>(kind: RecordKind<Body>, id: RecordId): Promise<void> {
    this.#set(kind, id, null);
    await this.#readReplaced();
  }

  async get<Body>(kind: RecordKind<Body>, id: RecordId): Promise<Stored<Body> | undefined> {
    const own = this.#pending.get(kind.table)?.get(id);
    if (!own) return this.#reader.get(kind, id);
    await this.#readReplaced();
    return this.#recordOf<Body>(own);
  }

  async all<Body>(kind: RecordKind<Body>): Promise<readonly Stored<Body>[]> {
    return (await this.#merged(kind, await this.#reader.all(kind), () => true)).toSorted(byId);
  }

  async inFile<Body>(kind: RecordKind<Body>, fileId: FileId): Promise<readonly Stored<Body>[]> {
    const stored = await this.#reader.inFile(kind, fileId);
    return (await this.#merged(kind, stored, (at) => at.fileId === fileId)).toSorted(byId);
  }

  async dueBetween<Body>(kind: RecordKind<Body>, from: number, to: number): Promise<readonly Stored<Body>[]> {
    const stored = await this.#reader.dueBetween(kind, from, to);
    const due = (record: Stored<Body>) => kind.clearIndex?.(bodyOf(record)).due ?? 0;
    const merged = await this.#merged(
      kind,
      stored,
      (at) => at.due !== undefined && at.due >= from && at.due < to,
    );
    return merged.toSorted((one, other) => due(one) - due(other) || byId(one, other));
  }

  async last<Body>(kind: RecordKind<Body>): Promise<Stored<Body> | undefined> {
    const stored = await this.#reader.last(kind);
    const own = this.#pending.get(kind.table);
    if (!own) return stored;
    // Only when the last one itself is being changed or removed does it take more than that one to tell.
    if (stored && own.has(stored.id)) return (await this.all(kind)).at(-1);
    return (await this.#merged(kind, stored ? [stored] : [], () => true)).toSorted(byId).at(-1);
  }

  /** Ends the change. Whoever still holds it, because a promise was not waited for, can add nothing any more. */
  end(): void {
    this.#ended = true;
  }

  /** The files that are written to. */
  files(): readonly FileId[] {
    return [...this.#all()].flatMap(({ content }) => (content ? [content.at.fileId] : []));
  }

  /**
   * Seals the change, with the versions that are kept of what it replaces. Every file in {@link files} must have its key.
   * @throws `SealBrokenError` when a row that is to be kept does not open.
   */
  async seal(sealer: Sealer, newest: NewestVersions): Promise<readonly Op[]> {
    await this.#readReplaced();
    await this.#keepVersions(sealer, newest);
    await this.#moveVersions(sealer);
    return [...this.#all()].flatMap((own): Op[] => {
      const at = this.#clearOf(own);
      if (at && own.content) {
        const op: PutOp = { op: 'put', ...at, sealed: sealer.seal(at, own.content.json) };
        this.#rows.set(op.rev, rowOf(op));
        return [op];
      }
      const { replaced, kind } = own;
      if (!replaced) return [];
      const { id, fileId, rev } = replaced;
      return [{ op: 'remove', table: kind.table, id, fileId, parent: rev, stamp: this.stamp }];
    });
  }

  /** The rows it puts, with their bodies. Only after {@link seal}. */
  written(): readonly Written[] {
    return [...this.#all()].flatMap(({ kind, content }) => {
      const row = content && this.#rows.get(content.at.rev);
      return row ? [{ table: kind.table, row, json: content.json }] : [];
    });
  }

  /** How many records there are more after the change than before it. Only after {@link seal}. */
  growth(): number {
    const each = [...this.#all()].map(({ content, replaced }) => (content ? 1 : 0) - (replaced ? 1 : 0));
    return each.reduce((sum, one) => sum + one, 0);
  }

  /** What the change makes of each record, as far as it can be undone. Only after {@link seal}. */
  changes(): readonly Change[] {
    return [...this.#all()].flatMap(({ kind, id, content, replaced }) =>
      kind.history === 'none' || (!content && !replaced)
        ? []
        : [
            {
              kind,
              id,
              before: replaced ?? null,
              after: (content && this.#rows.get(content.at.rev)) ?? null,
            },
          ],
    );
  }

  async #keepVersions(sealer: Sealer, newest: NewestVersions): Promise<void> {
    const now = timeOf(this.stamp);
    for (const { kind, id, content, replaced } of this.#all()) {
      const { table, version } = kind;
      if (!replaced || !isWorkTable(table)) continue;
      const rule = kind.history ?? 'each';
      const every = this.#everyVersion || changesFact(kind, content, () => sealer.unseal(kind, replaced));
      const replacing = {
        rule: every && rule === 'spans' ? 'each' : rule,
        removed: content?.at.fileId !== replaced.fileId,
        sinceChange: now - timeOf(replaced.stamp),
      };
      const newestAt = asksForNewest(replacing) ? await newest.of(id) : null;
      if (!keepsVersion({ ...replacing, sinceVersion: newestAt === null ? null : now - newestAt })) continue;
      const body = bodyOf(sealer.unseal(kind, replaced));
      // Moved to another file as it was: nothing that it said before is lost.
      const moved = content !== null && content.at.fileId !== replaced.fileId;
      if (moved && content.json === JSON.stringify(body)) continue;
      const kept = versionBody(table, replaced, { version, body, removed: content === null });
      // Versions lie where their record lies: whoever erases the one erases the others.
      const at = { id: newVersionId(now, counterOf(this.stamp)), fileId: (content?.at ?? replaced).fileId };
      this.#place(versionRecord, at.id, this.#content(versionRecord, at, kept), undefined);
    }
  }

  /** The versions of a record that moves to another file move with it. */
  async #moveVersions(sealer: Sealer): Promise<void> {
    const targets = new Map<RecordId, FileId>();
    for (const { id, kind, content, replaced } of this.#all())
      if (isWorkTable(kind.table) && content && replaced && content.at.fileId !== replaced.fileId)
        targets.set(id, content.at.fileId);
    if (targets.size === 0) return;
    for (const row of await this.#source.versionsOf([...targets.keys()])) {
      const fileId = row.of === undefined ? undefined : targets.get(row.of);
      if (fileId === undefined || fileId === row.fileId) continue;
      const body = sealer.bodyIn(versionRecord, row);
      const content = this.#content(versionRecord, { id: row.id, fileId }, body);
      this.#place(versionRecord, row.id, content, row);
    }
  }

  #content<Body>(
    kind: RecordKind<Body>,
    { id, fileId }: Pick<ClearRecord, 'id' | 'fileId'>,
    body: Body,
  ): Content {
    const parsed = kind.schema.parse(body);
    const at: ClearRecord = {
      table: kind.table,
      id,
      fileId,
      rev: toHex(randomBytes(REV_BYTES)),
      parent: null,
      stamp: this.stamp,
      version: kind.version,
      ...kind.clearIndex?.(parsed),
    };
    return { at, json: JSON.stringify(parsed) };
  }

  /** @param read The row that is replaced, for whoever has read it. */
  #set<Body>(kind: RecordKind<Body>, id: RecordId, content: Content | null, read?: Row): void {
    if (this.#ended) throw new Error('The change has ended: wait for everything it does');
    const before = this.#pending.get(kind.table)?.get(id);
    const isUnread = before ? this.#unread.delete(before) : true;
    const own = this.#place(kind, id, content, isUnread ? read : before?.replaced);
    if (isUnread && !read) this.#unread.add(own);
  }

  #place<Body>(
    kind: RecordKind<Body>,
    id: RecordId,
    content: Content | null,
    replaced: Row | undefined,
  ): Pending {
    const table = this.#pending.get(kind.table) ?? new Map<RecordId, Pending>();
    // A kind of one body is never used for another: the table names its kind.
    const own: Pending = { id, kind: kind as RecordKind<unknown>, content, replaced };
    this.#pending.set(kind.table, table.set(id, own));
    return own;
  }

  *#all(): Iterable<Pending> {
    for (const table of this.#pending.values()) yield* table.values();
  }

  /** Finds out what is replaced. Throws when that was written by a newer app: it would lose what this one cannot see. */
  async #readReplaced(): Promise<void> {
    const unread = [...this.#unread];
    for (const name of new Set(unread.map(({ kind }) => kind.table))) {
      const own = unread.filter(({ kind }) => kind.table === name);
      const rows = await this.#source.rows(
        name,
        own.map(({ id }) => id),
      );
      own.forEach((pending, index) => {
        const row = rows[index];
        if (row && row.version > pending.kind.version) {
          throw new NewerDataError(`Record of ${name}`, row.version);
        }
        pending.replaced = row;
        this.#unread.delete(pending);
      });
    }
  }

  #clearOf({ content, replaced }: Pending): ClearRecord | null {
    if (!content) return null;
    return { ...content.at, parent: replaced?.rev ?? null };
  }

  /** The record as it will be read back: through JSON, so that nothing is seen that is not stored. */
  #recordOf<Body>(own: Pending): Stored<Body> | undefined {
    const at = this.#clearOf(own);
    return at && own.content ? storedOf(JSON.parse(own.content.json) as Body, at) : undefined;
  }

  async #merged<Body>(
    kind: RecordKind<Body>,
    stored: readonly Stored<Body>[],
    belongs: (at: ClearRecord) => boolean,
  ): Promise<readonly Stored<Body>[]> {
    await this.#readReplaced();
    const table = this.#pending.get(kind.table);
    if (!table) return stored;
    const own = [...table.values()]
      .filter(({ content }) => content && belongs(content.at))
      .flatMap((pending) => this.#recordOf<Body>(pending) ?? []);
    return [...stored.filter((record) => !table.has(record.id)), ...own];
  }
}
