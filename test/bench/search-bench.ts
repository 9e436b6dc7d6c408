import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { SearchDoc } from '#renderer/worker/search/docs.ts';
import { parseQuery } from '#renderer/worker/search/query.ts';
import { SearchIndex } from '#renderer/worker/search/search-index.ts';
import { CORPUS_NOW, makeCorpus } from './corpus.ts';
import { IndexKeeper } from '#renderer/worker/search/index-keeper.ts';
import { quantile } from './figures.ts';
import { folderStorage } from './folder-storage.ts';
import { Unread } from '#renderer/worker/search/unread.ts';

/** Queries of one kind. */
const QUERIES = 200;
const MOST = 50;
const LOADS = 5;

interface QueryKind {
  readonly name: string;
  /** As it is typed here. */
  readonly ours: (words: readonly string[]) => string;
  /** As FTS5 is asked for the same documents; left out where it has no such query. */
  readonly fts?: (words: readonly string[]) => string;
}

const word = (words: readonly string[], at: number): string => words[at] ?? '';
/** The longest of the first words, a letter too many in it. */
function misspelt(words: readonly string[]): string {
  const longest = words.slice(0, 8).reduce((one, other) => (other.length > one.length ? other : one));
  return `${longest.slice(0, 3)}q${longest.slice(3)} `;
}

const KINDS: readonly QueryKind[] = [
  { name: 'exact word', ours: (words) => `"${word(words, 3)}"`, fts: (words) => `"${word(words, 3)}"` },
  { name: 'word in all its forms', ours: (words) => `${word(words, 3)} ` },
  {
    name: 'prefix of 4 letters',
    ours: (words) => word(words, 3).slice(0, 4),
    fts: (words) => `"${word(words, 3).slice(0, 4)}"*`,
  },
  {
    name: 'prefix of 2 letters',
    ours: (words) => word(words, 3).slice(0, 2),
    fts: (words) => `"${word(words, 3).slice(0, 2)}"*`,
  },
  {
    name: 'two words',
    ours: (words) => `"${word(words, 3)}" "${word(words, 6)}"`,
    fts: (words) => `"${word(words, 3)}" "${word(words, 6)}"`,
  },
  {
    name: 'phrase',
    ours: (words) => `"${word(words, 2)} ${word(words, 3)}"`,
    fts: (words) => `"${word(words, 2)} ${word(words, 3)}"`,
  },
  { name: 'typing error', ours: misspelt },
];

/** What was measured of one engine: milliseconds, bytes. */
export interface EngineFigures {
  readonly build: number;
  readonly bytes: number;
  /** From the disk to the first answer; ours is sealed there. */
  readonly load: number;
  /** From the disk until all of it is in memory. */
  readonly whole: number;
  readonly p95: Readonly<Record<string, number>>;
}

/** Both engines on the same notes. */
export interface SearchFigures {
  readonly clients: number;
  readonly notes: number;
  readonly ours: EngineFigures;
  readonly fts: EngineFigures;
  /** p95 of a change until it is found. */
  readonly change: number;
}

const p95Of = (times: readonly number[]): number => quantile(times, 0.95);

function timed(queries: readonly string[], ask: (query: string) => void): number {
  for (const query of queries.slice(0, 20)) ask(query);
  return p95Of(
    queries.map((query) => {
      const begun = performance.now();
      ask(query);
      return performance.now() - begun;
    }),
  );
}

const median = (times: readonly number[]): number => quantile(times, 0.5);

/** What opening took until the first answer, and until all of it was in memory; milliseconds. */
interface LoadTimes {
  readonly first: number;
  readonly whole: number;
}
/** Opens from the disk what was made. */
type Load = () => Promise<LoadTimes>;

/** Keeps the index in a folder, sealed as in the app; answers what takes it over from there. */
async function keptIn(folder: string, index: SearchIndex, query: string): Promise<Load> {
  const keeper = new IndexKeeper('bench', folderStorage(folder));
  const files = [...new Set(index.settled().flatMap(({ segment }) => index.withOwnFiles(segment).files))];
  const seal = { key: new Uint8Array(32), files, wrapped: new Uint8Array(72 * files.length) };
  const kept = index.settled().map(({ segment, gone }) => ({
    identity: segment,
    gone,
    content: () => ({ ...index.withOwnFiles(segment), extras: {} }),
  }));
  await keeper.save(seal, { seq: 1, hash: new Uint8Array(32) }, kept);
  const { docs } = index.size;
  return async () => {
    const begun = performance.now();
    const opened = await new IndexKeeper('bench', folderStorage(folder)).load(seal);
    const loaded = new SearchIndex();
    const segments = opened?.segments ?? [];
    const unread = new Unread(segments.map((segment) => ({ live: loaded.adopt(segment), loaded: segment })));
    await unread.readFor(parseQuery(query));
    ask(loaded, query);
    const first = performance.now() - begun;
    await unread.readAll(() => undefined);
    const whole = performance.now() - begun;
    if (loaded.size.docs !== docs) throw new Error('The kept index is not whole');
    return { first, whole };
  };
}

const ask = (index: SearchIndex, query: string) =>
  index.search({ clauses: parseQuery(query), filters: {}, order: 'best', most: MOST, now: CORPUS_NOW });

async function measureOurs(
  docs: readonly SearchDoc[],
  samples: readonly (readonly string[])[],
  folder: string,
) {
  const begun = performance.now();
  const index = new SearchIndex();
  index.addInBulk(docs);
  index.endBulk();
  const build = performance.now() - begun;
  const found = (query: string): void => void ask(index, query);
  const p95 = Object.fromEntries(KINDS.map(({ name, ours }) => [name, timed(samples.map(ours), found)]));
  const load = await keptIn(folder, index, '"zvláštnost"');
  const figures = { build, bytes: index.size.bytes, p95 };
  const changed = docs.filter(({ kind }) => kind === 'note').slice(0, 100);
  const change = p95Of(
    changed.map((doc) => {
      const from = performance.now();
      index.put(doc.id, [{ ...doc, lines: [...doc.lines, { text: 'zvláštnost' }] }]);
      ask(index, '"zvláštnost"');
      return performance.now() - from;
    }),
  );
  return { figures, change, load };
}

async function measureFts(
  docs: readonly SearchDoc[],
  samples: readonly (readonly string[])[],
  folder: string,
): Promise<{ readonly figures: Omit<EngineFigures, 'load' | 'whole'>; readonly load: Load }> {
  const sqlite = await sqlite3InitModule();
  const db = new sqlite.oo1.DB(':memory:');
  const begun = performance.now();
  db.exec("create virtual table note using fts5(title, body, tokenize='unicode61 remove_diacritics 2')");
  db.exec('begin');
  const insert = db.prepare('insert into note(title, body) values (?, ?)');
  for (const { lines } of docs) {
    const [title, ...body] = lines.map(({ text }) => text);
    insert.bind([title ?? '', body.join('\n')]).stepReset();
  }
  insert.finalize();
  db.exec('commit');
  db.exec("insert into note(note) values ('optimize')");
  const build = performance.now() - begun;
  const bytes = Number(db.selectValue('pragma page_count')) * Number(db.selectValue('pragma page_size'));
  const query = db.prepare(`select rowid from note where note match ? order by rank limit ${String(MOST)}`);
  const matched = (match: string): void => {
    query.bind([match]);
    while (query.step()) query.get(0);
    query.reset();
  };
  const asked = KINDS.flatMap(({ name, fts }) => (fts ? [{ name, queries: samples.map(fts) }] : []));
  const p95 = Object.fromEntries(asked.map(({ name, queries }) => [name, timed(queries, matched)]));
  query.finalize();
  const file = join(folder, 'fts.db');
  await writeFile(file, sqlite.capi.sqlite3_js_db_export(db));
  db.close();
  return { figures: { build, bytes, p95 }, load: () => loadFts(sqlite, file) };
}

/** From the file to the first answer. */
async function loadFts(sqlite: Sqlite3Static, file: string): Promise<LoadTimes> {
  const begun = performance.now();
  const { buffer, byteOffset, length } = await readFile(file);
  const bytes = new Uint8Array(buffer, byteOffset, length);
  const db = new sqlite.oo1.DB(':memory:');
  const at = sqlite.wasm.allocFromTypedArray(bytes);
  const { SQLITE_DESERIALIZE_FREEONCLOSE: free } = sqlite.capi;
  const code = sqlite.capi.sqlite3_deserialize(db.pointer ?? 0, 'main', at, bytes.length, bytes.length, free);
  db.checkRc(code);
  db.selectValue("select count(*) from note where note match 'zvlastnost'");
  const took = performance.now() - begun;
  db.close();
  return { first: took, whole: took };
}

/** Both by turns, so that what else the machine does falls on both. */
async function measureLoads(ours: Load, fts: Load) {
  const times: { readonly ours: LoadTimes[]; readonly fts: LoadTimes[] } = { ours: [], fts: [] };
  for (let turn = 0; turn < LOADS; turn += 1) {
    for (const [into, load] of [[times.ours, ours] as const, [times.fts, fts] as const]) {
      // What was opened before is no more, as in a session that begins.
      globalThis.gc?.();
      into.push(await load());
    }
  }
  const medians = (all: readonly LoadTimes[]) => ({
    load: median(all.map(({ first }) => first)),
    whole: median(all.map(({ whole }) => whole)),
  });
  return { ours: medians(times.ours), fts: medians(times.fts) };
}

/** Builds and asks both engines; what they were built of is not in memory any more when they are opened again. */
async function measureEngines(clients: number, folder: string) {
  const corpus = makeCorpus(clients);
  const docs = [...corpus.clients, ...corpus.parties, ...corpus.notes];
  const step = Math.max(1, Math.floor(corpus.notes.length / QUERIES));
  const samples = corpus.notes
    .filter((_, index) => index % step === 0)
    .map(({ lines }) => (lines[2]?.text ?? '').replaceAll('.', '').split(' '));
  const ours = await measureOurs(docs, samples, folder);
  return { notes: corpus.notes.length, ours, fts: await measureFts(docs, samples, folder) };
}

async function measure(clients: number): Promise<SearchFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-search-'));
  try {
    const { notes, ours, fts } = await measureEngines(clients, folder);
    const load = await measureLoads(ours.load, fts.load);
    return {
      clients,
      notes,
      ours: { ...ours.figures, ...load.ours },
      fts: { ...fts.figures, ...load.fts },
      change: ours.change,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const sizes = process.argv.slice(2).map(Number);
const all: SearchFigures[] = [];
for (const clients of sizes) all.push(await measure(clients));
console.log(JSON.stringify(all));
