import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { PlainScan } from '#test/fakes/plain-scan.ts';
import type { SearchDoc } from './docs.ts';
import { IndexKeeper, type KeptIndex } from './index-keeper.ts';
import { INDEX_FORMAT, type SealMaterial } from './index-seal.ts';
import { IndexStorage } from './index-storage.ts';
import type { SomeLists } from './lazy-lists.ts';
import { pageBetween, pageStarts, unreadPages } from './pages.ts';
import { parseQuery } from './query.ts';
import { SearchIndex } from './search-index.ts';
import { foldedWord, wordCount } from './segment.ts';
import { LIST_PARTS, LISTS, NUMBER_PARTS, type PageStarts } from './segment-parts.ts';
import { Unread } from './unread.ts';

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const VAULT = '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b';
const HEAD = { seq: 7, hash: new Uint8Array(32).fill(9) };
const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const fileId = (number: number): FileId => uuid(1_000_000 + number) as FileId;
const FILES = [0, 1, 2, 3, 4].map(fileId);

const materialOf = (files: readonly FileId[], salt = 0): SealMaterial => ({
  key: new Uint8Array(32).fill(3),
  files,
  wrapped: Uint8Array.from({ length: 72 * files.length }, (_, at) => {
    const file = FILES.indexOf(files[Math.floor(at / 72)] ?? PRACTICE_FILE);
    return 7 * file + (at % 72) + salt;
  }),
});

const doc = (id: number, file: FileId, text: string): SearchDoc => ({
  id: uuid(id) as RecordId,
  fileId: file,
  kind: 'note',
  at: null,
  mark: null,
  lines: [{ text }],
});

const toKeep = (index: SearchIndex) =>
  index.settled().map((live) => ({
    identity: live.segment,
    gone: live.gone.slice(),
    content: () => ({ ...index.withOwnFiles(live.segment), extras: { more: Uint8Array.of(1, 2, 3) } }),
  }));

function indexWith(keeper: IndexKeeper, { segments }: KeptIndex): SearchIndex {
  const index = new SearchIndex();
  for (const kept of segments) keeper.recognise(kept, index.adopt(kept).segment);
  return index;
}

const found = (index: SearchIndex, query: string): readonly string[] =>
  index
    .search({ clauses: parseQuery(query), filters: {}, order: 'best', most: 1000, now: 0 })
    .hits.map(({ id }) => id)
    .toSorted();

async function stored<T>(work: (storage: IndexStorage) => PromiseLike<T>): Promise<T> {
  const storage = new IndexStorage();
  await storage.open();
  try {
    return await work(storage);
  } finally {
    storage.close();
  }
}
/** Reads what was kept, all of it; null when not all of it opens. */
async function loadedWhole(from: IndexKeeper, material: SealMaterial): Promise<KeptIndex | null> {
  const kept = await from.load(material);
  try {
    for (const { lists, extras } of kept?.segments ?? []) {
      await lists.readAll();
      expect(await extras()).toEqual({ more: Uint8Array.of(1, 2, 3) });
    }
    return kept;
  } catch {
    return null;
  }
}
const keys = (): Promise<readonly string[]> =>
  stored(async ({ parts }) => parts.toCollection().primaryKeys());

let keeper: IndexKeeper;
beforeEach(() => {
  keeper = new IndexKeeper(VAULT);
});
afterEach(() => keeper.clear());

const WORDS = ['nájem', 'nájmu', 'smlouva', 'smlouvy', 'umowa', 'договор', 'lease', 'R-7', 'Nováková'];
const textArb = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
/** Puts a record, or removes it. */
const stepArb = fc.record({
  id: fc.nat(11),
  file: fc.nat(4),
  text: fc.option(textArb, { freq: 3 }),
});
const stepsArb = fc.array(stepArb, { maxLength: 14 });

describe('the format of the index', () => {
  it('is another one when words, stems or segments are made otherwise: then raise INDEX_FORMAT', async () => {
    const index = new SearchIndex();
    const texts = [
      'Nájemní smlouvy č. 12 345',
      'Umowę najmu podpisał Łukasz',
      'Договорённость ещё в силе',
      'Leases of R-7',
    ];
    index.addInBulk(texts.map((text, at) => doc(at, fileId(at), text)));
    const bytes = toKeep(index).flatMap(({ content }) => {
      const { segment } = content();
      const parts = [
        ...NUMBER_PARTS.map((part) => [part, segment[part]] as const),
        ...LIST_PARTS.flatMap((part) => segment[part].pages.map((page) => [part, page] as const)),
      ];
      return parts.flatMap(([part, numbers]) => [part, Buffer.from(numbers.buffer).toString('hex')]);
    });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(bytes.join(' ')));
    expect([INDEX_FORMAT, Buffer.from(digest).toString('hex').slice(0, 16)]).toEqual([6, 'b8f13e48b5fb33d0']);
  });
});

describe('a kept index', () => {
  it('finds what a plain scan finds after it was kept, changed since, and loaded', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepsArb, { minLength: 1, maxLength: 4 }),
        stepsArb,
        fc.array(fc.constantFrom(...WORDS, '"nájmu"', 'naj', 'smlouva lease'), {
          minLength: 1,
          maxLength: 5,
        }),
        async (sessions, since, queries) => {
          const docs = new Map<number, SearchDoc>();
          const take = (index: SearchIndex, steps: typeof since, bulk: boolean): void => {
            for (const { id, file, text } of steps) {
              const made = text === null ? null : doc(id, fileId(file), text);
              if (made) docs.set(id, made);
              else docs.delete(id);
              const record = uuid(id) as RecordId;
              if (bulk) index.putInBulk(record, made ? [made] : []);
              else if (made) index.put(record, [made]);
              else index.remove(record);
            }
            index.endBulk();
          };
          let index = new SearchIndex();
          for (const steps of sessions) {
            take(index, steps, false);
            if (steps.length % 3 === 1) index.tidy();
            await keeper.save(materialOf(FILES), HEAD, toKeep(index));
            const kept = await loadedWhole(keeper, materialOf(FILES));
            expect(kept?.head).toEqual(HEAD);
            index = indexWith(keeper, kept ?? { head: HEAD, segments: [] });
          }
          // The last operation on each record, as the journal tells it.
          const last = [...new Map(since.map((step) => [step.id, step])).values()];
          take(index, last, true);
          const scan = new PlainScan([...docs.values()]);
          for (const query of queries) {
            const ids = found(index, query);
            const similar = ids.length < 3;
            const wanted = (loose: boolean) =>
              scan
                .find(parseQuery(query), {}, loose)
                .map(({ id }) => id)
                .toSorted();
            expect([wanted(false), ...(similar ? [wanted(true)] : [])]).toContainEqual(ids);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('answers a search when nothing but what the search needs was read of the lists', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(textArb, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...WORDS, '"nájem smlouva"', 'naj', 'smlova ', 'smlouva lease', 'lease'),
        fc.integer({ min: 1, max: 20 }),
        async (texts, query, size) => {
          const index = new SearchIndex();
          index.addInBulk(texts.map((text, at) => doc(at, fileId(at % 5), text)));
          const [whole] = toKeep(index);
          if (!whole) throw new Error('There is nothing');
          const { segment, files } = whole.content();
          const starts = Object.fromEntries(
            LIST_PARTS.map((part) => [part, pageStarts(segment[part], segment[LISTS[part]], size)]),
          ) as unknown as PageStarts;
          const unread = {
            ...segment,
            postings: unreadPages(starts.postings),
            places: unreadPages(starts.places),
            broad: unreadPages(starts.broad),
          };
          const lists = {
            read: (wanted: readonly SomeLists[]) => {
              for (const { part, from, to } of wanted) {
                const { starts: own, pages } = unread[part];
                for (const page of pages.keys()) {
                  const [begin, end] = [own[page] ?? 0, own[page + 1] ?? 0];
                  if (begin < to && end > from)
                    pages[page] = Buffer.concat(pageBetween(segment[part], begin, end));
                }
              }
              return Promise.resolve();
            },
            readAll: () => Promise.resolve(),
          };
          const loaded = {
            segment: unread,
            files,
            gone: whole.gone,
            lists,
            extras: () => Promise.resolve({}),
          };
          const now = new SearchIndex();
          await new Unread([{ live: now.adopt(loaded), loaded }]).readFor(parseQuery(query));
          expect(found(now, query)).toEqual(found(index, query));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is written once: what has not changed stays as it lies there', async () => {
    const index = new SearchIndex();
    index.addInBulk([doc(1, fileId(0), 'nájem')]);
    await keeper.save(materialOf(FILES), HEAD, toKeep(index));
    const before = await keys();
    index.put(uuid(2) as RecordId, [doc(2, fileId(1), 'smlouva')]);
    await keeper.save(materialOf(FILES), { ...HEAD, seq: 8 }, toKeep(index));
    const after = await keys();
    expect(after).toEqual(expect.arrayContaining([...before]));
    index.tidy();
    await keeper.save(materialOf(FILES), { ...HEAD, seq: 9 }, toKeep(index));
    expect(await keys()).toHaveLength(before.length);
    expect((await keeper.load(materialOf(FILES)))?.head.seq).toBe(9);
  });

  it('holds no word that can be read', async () => {
    const index = new SearchIndex();
    index.addInBulk([doc(1, fileId(0), 'kanarekzlaty')]);
    await keeper.save(materialOf(FILES), HEAD, toKeep(index));
    const all = await stored(({ parts }) => parts.toArray());
    const raw = Buffer.concat(all.map((part) => Buffer.from(part)));
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(raw.indexOf(Buffer.from('kanarek', encoding)) >= 0).toBe(false);
    expect(raw.indexOf(Buffer.from(uuid(1))) >= 0).toBe(false);
  });

  it('does not open when the key of one of its client files is gone, or was wrapped anew', async () => {
    const index = new SearchIndex();
    index.addInBulk([
      doc(1, fileId(0), 'nájem'),
      doc(2, fileId(1), 'smlouva'),
      doc(3, PRACTICE_FILE, 'lease'),
    ]);
    await keeper.save(materialOf(FILES), HEAD, toKeep(index));
    expect(await keeper.load(materialOf(FILES))).not.toBeNull();
    // Files that are not in it do not matter, nor does the order.
    expect(await keeper.load(materialOf([fileId(1), fileId(0)]))).not.toBeNull();
    expect(await keeper.load(materialOf([fileId(0), fileId(2)]))).toBeNull();
    expect(await keeper.load(materialOf(FILES, 1))).toBeNull();
    expect(await keeper.load({ ...materialOf(FILES), key: new Uint8Array(32).fill(4) })).toBeNull();
    expect(await new IndexKeeper(`${VAULT}0`).load(materialOf(FILES))).toBeNull();
  });

  it('is none when any part is altered, missing, or another part', async () => {
    const index = new SearchIndex();
    index.addInBulk([doc(1, fileId(0), 'nájem')]);
    await keeper.save(materialOf(FILES), HEAD, toKeep(index));
    const names = await keys();
    expect(names.length).toBeGreaterThan(2);
    for (const [at, name] of names.entries()) {
      const whole = await stored(({ parts }) => parts.get(name));
      const altered = Uint8Array.from(whole ?? []);
      altered[at % altered.length] = (altered[at % altered.length] ?? 0) ^ 1;
      const other = await stored(({ parts }) => parts.get(names[(at + 1) % names.length] ?? ''));
      for (const instead of [altered, other, altered.slice(0, 5)]) {
        await stored(({ parts }) => parts.put(instead ?? altered, name));
        expect(await loadedWhole(keeper, materialOf(FILES))).toBeNull();
      }
      await stored(({ parts }) => parts.delete(name));
      expect(await loadedWhole(keeper, materialOf(FILES))).toBeNull();
      await stored(({ parts }) => parts.put(whole ?? altered, name));
    }
    expect(await keeper.load(materialOf(FILES))).not.toBeNull();
  });

  it('is not finished when something is erased while it is written', async () => {
    const index = new SearchIndex();
    index.addInBulk([doc(1, fileId(0), 'nájem')]);
    const saving = keeper.save(materialOf(FILES), HEAD, toKeep(index));
    const erasing = keeper.clear();
    await expect(saving).rejects.toThrow('out of date');
    await erasing;
    expect(await keys()).toEqual([]);
    await keeper.save(materialOf(FILES), HEAD, toKeep(index));
    expect(await keeper.load(materialOf(FILES))).not.toBeNull();
  });

  it('has no word of a client file that was removed whole, once it was tidied', async () => {
    const index = new SearchIndex();
    index.addInBulk([doc(1, fileId(0), 'nájem'), doc(2, fileId(1), 'smlouva tajemství')]);
    index.put(uuid(3) as RecordId, [doc(3, fileId(1), 'tajemství')]);
    index.removeFile(fileId(1));
    expect(found(index, 'tajemství')).toEqual([]);
    while (index.stained) index.tidy();
    const words = toKeep(index).flatMap(({ content }) => {
      const { segment, files } = content();
      expect(files).toEqual([fileId(0)]);
      return Array.from({ length: wordCount(segment) }, (_, word) => foldedWord(segment, word));
    });
    expect(words.join(' ')).not.toContain('tajem');
    expect(found(index, 'nájem')).toEqual([uuid(1)]);
  });
});
