import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { ConflictIndex } from '#renderer/worker/conflicts/conflict-index.ts';
import { namesAndNumbers } from '#renderer/worker/conflicts/extract.ts';
import { adoptSounds, knownSounds } from '#renderer/worker/conflicts/text-finder.ts';
import { isSearched, type OpenedRecord, type SearchedTable } from './extract.ts';
import { Documents } from './documents.ts';
import { IndexKeeper, type SegmentToKeep } from './index-keeper.ts';
import { Opener } from './opener.ts';
import { parseQuery } from './query.ts';
import type { SearchAnswer, SearchMessage, SealedRow } from './protocol.ts';
import { SearchIndex } from './search-index.ts';
import { type Adopted, Unread } from './unread.ts';
import type { LiveSegment } from './search.ts';

type Asked<Type extends SearchMessage['type']> = Extract<SearchMessage, { readonly type: Type }>;
/** What is answered when its turn has come: at once, or later, while others have their turns. */
interface Outcome {
  readonly answer: SearchAnswer | Promise<SearchAnswer>;
}

/** The index and the keys it opens records with: what the worker holds. */
export class Searcher {
  readonly #index = new SearchIndex();
  readonly #conflicts = new ConflictIndex(this.#index);
  readonly #opener = new Opener();
  /** Records changed while everything is read for the first time: what is read of them may be older than that. */
  readonly #changedMeanwhile = new Set<RecordId>();
  readonly #documents = new Documents();
  #keeper: IndexKeeper | null = null;
  #unread = new Unread([]);
  #reading = true;
  /** Ends when everything told before was taken in; never rejects. */
  #turns: Promise<unknown> = Promise.resolve();

  /** Takes in what it is told, and searches what it is asked, one after another. Does not reject. */
  async answer(data: SearchMessage): Promise<SearchAnswer> {
    const turn = this.#turns.then(() => this.#done(data));
    this.#turns = turn.catch(() => undefined);
    try {
      return await (
        await turn
      ).answer;
    } catch (error) {
      return { number: data.number, error: String(error) };
    }
  }

  /**
   * Does a part of what can wait for a quiet moment: makes few segments of many, then makes the next conflict check ready. Answers
   * whether there is more to do.
   */
  tidy(): boolean {
    if (this.#reading || this.#unread.left) return false;
    if (!this.#index.untidy) return this.#conflicts.prepare();
    this.#conflicts.unpack();
    this.#index.tidy();
    return true;
  }

  async #done(data: SearchMessage): Promise<Outcome> {
    const { number } = data;
    switch (data.type) {
      case 'search': {
        const { query, ...request } = data.request;
        const clauses = parseQuery(query);
        await this.#unread.readFor(clauses);
        return { answer: { number, found: this.#index.search({ ...request, clauses }) } };
      }
      case 'check':
        await this.#readAll();
        return { answer: { number, checked: this.#conflicts.check(data.queries) } };
      case 'textOf':
        await this.#readAll();
        return { answer: { number, lines: this.#documents.linesOf(data.id) } };
      case 'unread':
        await this.#readAll();
        return { answer: { number, unread: this.#documents.unread(data.ids) } };
      case 'open':
        return { answer: { number, keptAt: await this.#open(data) } };
      case 'keep':
        await this.#readAll();
        return { answer: this.#keep(data).then(() => ({ number, found: null })) };
      case 'erased':
        await this.#erase(data);
        return { answer: { number, found: null } };
      case 'since':
        // What is changed of a document leaves it its words, which were kept.
        if (data.ops.some(({ table }) => table === 'attachments')) await this.#readAll();
        this.#take(data);
        return { answer: { number, found: null } };
      case 'rows':
      case 'tableRead':
      case 'changed':
      case 'text':
        this.#take(data);
        return { answer: { number, found: null } };
      case 'read':
        this.#reading = false;
        this.#changedMeanwhile.clear();
        return { answer: this.#readAll().then(() => ({ number, found: null })) };
      default:
        return data satisfies never;
    }
  }

  /** Opens the index, with what was kept of it. */
  async #open({ vaultId, seal, holds }: Asked<'open'>): Promise<JournalHead | null> {
    this.#opener.vaultId = vaultId;
    if (!seal) return null;
    this.#keeper = new IndexKeeper(vaultId);
    const kept = holds ? await this.#keeper.load(seal) : null;
    if (!kept) {
      await this.#keeper.clear().catch(() => undefined);
      return null;
    }
    const adopted: Adopted[] = [];
    for (const loaded of kept.segments) {
      const live = this.#index.adopt(loaded);
      this.#keeper.recognise(loaded, live.segment);
      adopted.push({ live, loaded });
    }
    this.#unread = new Unread(adopted);
    return kept.head;
  }

  /** Reads what was kept and not read yet. Rejects when it does not open: then nothing of it holds. */
  #readAll(): Promise<void> {
    return this.#unread.readAll(({ names, sounds, texts }, live) => {
      if (names) this.#conflicts.adopt(names, live);
      if (sounds) adoptSounds(live.segment, sounds);
      const fileOf = (doc: number): FileId => this.#index.fileOf(live.segment.files[doc] ?? 0);
      if (texts) this.#documents.adopt(texts, live, fileOf);
    });
  }

  /** Keeps the index as it is now. Rejects when it could not be written. */
  #keep({ seal, head }: Asked<'keep'>): Promise<void> {
    if (!this.#keeper) return Promise.resolve();
    this.#conflicts.unpack();
    while (this.#index.stained) this.#index.tidy();
    return this.#keeper.save(
      seal,
      head,
      this.#index.settled().map((live) => this.#toKeep(live)),
    );
  }

  #toKeep(live: LiveSegment): SegmentToKeep {
    return {
      identity: live.segment,
      gone: live.gone.slice(),
      content: () => {
        const names = this.#conflicts.packedOf(live);
        const sounds = knownSounds(live.segment);
        const texts = this.#documents.packedOf(live);
        const extras = { names, ...(sounds && { sounds }), ...(texts && { texts }) };
        return { ...this.#index.withOwnFiles(live.segment), extras };
      },
    };
  }

  /** Forgets a client file, on the disk too. */
  async #erase({ fileId }: Asked<'erased'>): Promise<void> {
    this.#opener.forget(fileId);
    this.#index.removeFile(fileId);
    this.#conflicts.removeFile(fileId);
    this.#documents.removeFile(fileId);
    // Should the disk refuse: what lies there does not open any more.
    await this.#keeper?.clear().catch(() => undefined);
  }

  /** Keeps the names and numbers of clients and parties for conflict checks. */
  #hold({ table, id, fileId, body }: OpenedRecord): void {
    if (table !== 'clients' && table !== 'parties') return;
    this.#conflicts.put({ id, fileId, ...namesAndNumbers(table, body) });
  }

  #take(message: Asked<'rows' | 'since' | 'tableRead' | 'changed' | 'text'>): void {
    switch (message.type) {
      case 'rows':
        this.#opener.learn(message.keys);
        for (const row of message.rows) this.#read(message.table, row);
        return;
      case 'since':
        this.#opener.learn(message.keys);
        for (const op of message.ops) this.#changeSince(op);
        return;
      case 'text': {
        const docs = this.#documents.withText(message.id, message.lines);
        if (docs) this.#index.put(message.id, docs);
        return;
      }
      case 'tableRead':
        this.#index.endBulk();
        return;
      case 'changed':
        this.#opener.learn(message.keys);
        for (const op of message.ops) this.#change(op);
        return;
      default:
        message satisfies never;
    }
  }

  /** Takes in a record that was never seen before. */
  #read(table: SearchedTable, { sealed, ...row }: SealedRow): void {
    if (this.#changedMeanwhile.has(row.id)) return;
    const body = this.#opener.opened(table, { ...row, table }, sealed);
    if (body === null) return;
    const record = { table, id: row.id, fileId: row.fileId, body };
    if (table === 'attachments' && this.#index.has(row.id)) {
      this.#documents.learn(record);
      return;
    }
    this.#index.addInBulk(this.#documents.docsOf(record));
    this.#hold(record);
  }

  /** Takes in what was done to a record since the index was kept. */
  #changeSince(op: Op): void {
    const { table, id, fileId } = op;
    if (!isSearched(table) || this.#changedMeanwhile.has(id)) return;
    const body = op.op === 'put' ? this.#opener.opened(table, { ...op, table }, op.sealed) : null;
    this.#index.putInBulk(id, body === null ? [] : this.#documents.docsOf({ table, id, fileId, body }));
    if (body !== null) {
      this.#hold({ table, id, fileId, body });
      return;
    }
    this.#conflicts.remove(id);
    this.#documents.remove(id);
  }

  #change(op: Op): void {
    const { table, id, fileId } = op;
    if (!isSearched(table)) return;
    if (this.#reading) this.#changedMeanwhile.add(id);
    const body = op.op === 'put' ? this.#opener.opened(table, op, op.sealed) : null;
    if (body !== null) {
      const record = { table, id, fileId, body };
      this.#index.put(id, this.#documents.docsOf(record));
      this.#hold(record);
      return;
    }
    this.#documents.remove(id);
    this.#index.remove(id);
    this.#conflicts.remove(id);
  }
}
