import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#shared/i18n/all-texts.ts';
import { type Figure, formatFigure, median, quantile, writeFigures } from './figures.ts';
import { measureConflicts } from './measure-conflicts.ts';
import { measureDuplicates } from './measure-duplicates.ts';
import { measureImport } from './measure-attachments.ts';
import { measureTableImport } from './measure-import.ts';
import { measureBackups } from './measure-backups.ts';
import { practiceFigures } from './measure-practice.ts';
import { registerFigures } from './measure-register.ts';
import { searchFigures } from './measure-search.ts';
import { measureSaves, measureTyping, prepareTyping } from './measure-typing.ts';
import {
  measureAppStart,
  measureEmptyStart,
  measureUnlock,
  openedApp,
  openedEmptyPage,
} from './measure-start.ts';
import { longText, seedVault, type SeededVault } from './seed.ts';
import { seedRecords } from './seed-records.ts';
import { plainText } from '#shared/domain/rich-text.ts';

const CLIENTS = 1000;
const NOTES = 5000;
const STARTS = 5;
const ROUNDS = 3;

interface BenchOptions {
  /** Folder of the built empty page. */
  readonly emptyApp: string;
  /** The bundled measurement of the search. */
  readonly searchBundle: string;
  readonly json?: string;
  /** What is measured; everything but what is long when empty. */
  readonly parts: readonly string[];
}

/** Process start to usable list, key derivation apart, against the empty page in the same Chromium. */
async function startFigure(folder: string, vault: SeededVault, emptyApp: string): Promise<Figure> {
  const app: number[] = [];
  const empty: number[] = [];
  // By turns, so that what else the machine does falls on both.
  for (let run = 0; run < STARTS; run += 1) {
    app.push(await measureAppStart(folder, vault));
    empty.push(await measureEmptyStart(emptyApp));
  }
  console.log(
    `  (start: app ${median(app).toFixed(0)} ms, empty page ${median(empty).toFixed(0)} ms, medians of ${String(STARTS)})`,
  );
  return {
    name: 'start to usable list, 1,000 clients and 5,000 notes',
    value: median(app) / median(empty),
    unit: '× empty page',
    goal: 1.5,
  };
}

async function typingFigures(
  folder: string,
  vault: SeededVault,
  emptyApp: string,
): Promise<readonly Figure[]> {
  const app = await openedApp(folder, vault);
  const empty = await openedEmptyPage(emptyApp);
  await prepareTyping(app.page, { hash: `#/meeting/${vault.longNote}` });
  await prepareTyping(empty.page, { text: (longText(5000).content ?? []).map(plainText).join('\n\n') });
  const editor: number[] = [];
  const bare: number[] = [];
  // By turns, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    editor.push(...(await measureTyping(app.page)));
    bare.push(...(await measureTyping(empty.page)));
  }
  const saved = await measureSaves(app.page);
  await app.close();
  await empty.close();
  const [p95, bareP95] = [quantile(editor, 0.95), quantile(bare, 0.95)];
  console.log(
    `  (key to glyph: editor ${median(editor).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, textarea ${median(bare).toFixed(1)} ms, p95 ${bareP95.toFixed(1)} ms)`,
  );
  console.log(`  (edit to «Saved»: median ${median(saved).toFixed(0)} ms)`);
  return [
    {
      name: 'key to glyph in a note of 5,000 words, p95',
      value: p95 / bareP95,
      unit: '× bare textarea',
      goal: 1.5,
    },
    { name: 'edit to «Saved», p95', value: quantile(saved, 0.95), unit: 'ms', goal: 50 },
  ];
}

const MB = 1_000_000;

async function attachmentFigures(folder: string, vault: SeededVault): Promise<readonly Figure[]> {
  const { took, copy, peak, before } = await measureImport(folder, vault);
  console.log(
    `  (1 GB: added in ${(took / 1000).toFixed(1)} s, copied in ${(copy / 1000).toFixed(1)} s; main process ${(before / MB).toFixed(0)} MB before)`,
  );
  return [
    { name: 'main process while a file of 1 GB is added', value: peak / MB, unit: 'MB', goal: 300 },
    { name: 'adding a file of 1 GB', value: took / copy, unit: '× copying it', goal: 6 },
  ];
}

const RECORDS = 50_000;

/** From the passphrase to the register, key derivation included. The working store must be filled. */
async function unlockFigure(
  folder: string,
  vault: SeededVault,
  records: string,
  goal: number,
): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) times.push(await measureUnlock(folder, vault));
  return {
    name: `passphrase to usable list, ${records} records`,
    value: median(times) / 1000,
    unit: 's',
    goal,
  };
}

async function smallUnlockFigure(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-records-'));
  try {
    const vault = await seedRecords(folder, { records: 10_000, words: 110 });
    await (await openedApp(folder, vault, 60_000)).close();
    return await unlockFigure(folder, vault, '10,000', 1.5);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A vault of 50,000 records and about 100 MB: rebuilt from its journal, backed up, rebuilt from the backup. */
async function backupFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-records-'));
  try {
    const vault = await seedRecords(folder, { records: RECORDS, words: 110 });
    const { fromJournal, fromBackup, backedUp, backupBytes } = await measureBackups(folder, vault);
    console.log(`  (50,000 records, ${(backupBytes / MB).toFixed(0)} MB as a backup)`);
    return [
      { name: 'rebuilding 50,000 records from the journal', value: fromJournal / 1000, unit: 's', goal: 20 },
      { name: 'rebuilding 50,000 records from a backup', value: fromBackup / 1000, unit: 's', goal: 20 },
      { name: 'backing up and verifying 50,000 records', value: backedUp / 1000, unit: 's', goal: 30 },
      await unlockFigure(folder, vault, '50,000', 3),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const CHECKED = { clients: 10_000, parties: 40_000, notes: 100_000 };
const CHECK_LIMIT_MS = 1000;

/** A conflict check over made-up records with a Zipf vocabulary: the index, without the reading of the texts it points to. */
function conflictFigures(): readonly Figure[] {
  const { first, p95, longest, memory } = measureConflicts(CHECKED);
  console.log(
    `  (conflict check: first ${first.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms; ${(memory / MB).toFixed(0)} MB beside the search)`,
  );
  return [
    {
      name: 'first conflict check of a session over 10,000 clients, 40,000 parties, 100,000 notes',
      value: first / CHECK_LIMIT_MS,
      unit: '× the limit of 1 s',
      goal: 1,
    },
    {
      name: 'conflict check over 10,000 clients, 40,000 parties, 100,000 notes, p95',
      value: p95 / CHECK_LIMIT_MS,
      unit: '× the limit of 1 s',
      goal: 1,
    },
  ];
}

/** Every pair of clients that look like one, among all of a large practice. */
function duplicateFigure(): Figure {
  const { index, pairs, found, typed } = measureDuplicates(CHECKED.clients);
  console.log(
    `  (duplicates: index ${index.toFixed(0)} ms, ${String(found)} pairs in ${pairs.toFixed(0)} ms; while typing p95 ${typed.toFixed(1)} ms)`,
  );
  return {
    name: 'every pair of duplicates among 10,000 clients',
    value: (index + pairs) / CHECK_LIMIT_MS,
    unit: '× the limit of 1 s',
    goal: 1,
  };
}

const IMPORTED = 10_000;
const IMPORT_LIMIT_S = 20;

/** From the chosen file to the report: read, recognised, backed up before, written. */
async function importFigure(): Promise<Figure> {
  const { read, check, write } = await measureTableImport(IMPORTED);
  console.log(
    `  (import: read ${(read / 1000).toFixed(1)} s, recognised ${(check / 1000).toFixed(1)} s, backed up and written ${(write / 1000).toFixed(1)} s)`,
  );
  return {
    name: 'importing a table of 10,000 rows',
    value: (read + check + write) / 1000,
    unit: 's',
    goal: IMPORT_LIMIT_S,
  };
}

/** The small practice that start, typing and attachments are measured in. */
interface SmallPractice {
  readonly folder: string;
  readonly vault: SeededVault;
}

async function smallPractice(folder: string): Promise<SmallPractice> {
  const vault = await seedVault(folder, { clients: CLIENTS, notes: NOTES });
  // The first start builds the working store from the journal; it is not what is measured.
  await (await openedApp(folder, vault)).close();
  return { folder, vault };
}

interface Means {
  readonly emptyApp: string;
  readonly searchBundle: string;
  /** Made when it is first asked for. */
  readonly small: () => Promise<SmallPractice>;
}

type Part = (means: Means) => Promise<readonly Figure[]> | readonly Figure[];

/** What can be measured by itself, in the order in which it is. */
const PARTS: Readonly<Record<string, Part>> = {
  start: async ({ small, emptyApp }) => {
    const { folder, vault } = await small();
    return [await startFigure(folder, vault, emptyApp)];
  },
  typing: async ({ small, emptyApp }) => {
    const { folder, vault } = await small();
    return typingFigures(folder, vault, emptyApp);
  },
  attachments: async ({ small }) => {
    const { folder, vault } = await small();
    return attachmentFigures(folder, vault);
  },
  unlock: async () => [await smallUnlockFigure()],
  import: async () => [await importFigure()],
  backups: backupFigures,
  conflicts: conflictFigures,
  duplicates: () => [duplicateFigure()],
  register: registerFigures,
  practice: practiceFigures,
  search: ({ searchBundle }) => searchFigures(searchBundle),
};

/** Measured only when it is named: writing and filling so large a practice takes minutes. */
const LONG = new Set(['practice']);

/** Measures the parts named, when none is all but the long ones, and prints the figures. */
export async function bench({ emptyApp, searchBundle, json, parts }: BenchOptions): Promise<void> {
  const unknown = parts.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) {
    throw new Error(`No part «${unknown}»; there are ${Object.keys(PARTS).join(', ')}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-bench-'));
  let made: Promise<SmallPractice> | null = null;
  const small = (): Promise<SmallPractice> => (made ??= smallPractice(folder));
  try {
    const figures: Figure[] = [];
    for (const [name, part] of Object.entries(PARTS)) {
      if (parts.length > 0 ? !parts.includes(name) : LONG.has(name)) continue;
      figures.push(...(await part({ emptyApp, searchBundle, small })));
    }
    for (const figure of figures) console.log(formatFigure(figure));
    if (json !== undefined) writeFigures(json, figures);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
