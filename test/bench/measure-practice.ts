import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type Figure, median } from './figures.ts';
import { measureUnlock, openedApp } from './measure-start.ts';
import { seedPractice, type SeededPractice } from './seed-practice.ts';

const MB = 1_000_000;
const STARTS = 3;

/** Every process below some, themselves included. */
function familyOf(roots: readonly number[]): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended since.
    }
  }
  const family = new Set(roots);
  // What is added while it is gone through is gone through too.
  for (const known of family) for (const [pid, parent] of parents) if (parent === known) family.add(pid);
  return [...family];
}

/** Memory of the app, all its processes together, shared pages counted once (proportional set size); bytes. */
function memoryOf(roots: readonly number[]): number {
  return familyOf(roots).reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
      return sum + Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
    } catch {
      return sum;
    }
  }, 0);
}

/** Processor time that processes have used, clock ticks of 10 ms. */
const ticksOf = (roots: readonly number[]): number =>
  familyOf(roots).reduce((sum, pid) => {
    try {
      const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + Number(fields[11]) + Number(fields[12]);
    } catch {
      return sum;
    }
  }, 0);

const LOOK_MS = 2000;
/** Ticks between two looks that an app at rest stays below: a twentieth of one core. */
const AT_REST = 10;
const LONGEST_SETTLING_MS = 300_000;

/** The memory once the app has come to rest: everything that is read in quiet moments was read; bytes. */
async function settledMemory(roots: readonly number[]): Promise<number> {
  const begun = Date.now();
  let [before, quiet] = [ticksOf(roots), 0];
  while (quiet < 3 && Date.now() - begun < LONGEST_SETTLING_MS) {
    await wait(LOOK_MS);
    const now = ticksOf(roots);
    quiet = now - before < AT_REST ? quiet + 1 : 0;
    before = now;
  }
  return memoryOf(roots);
}

/** Runs in the page: opens a client file and answers the milliseconds until what stands in it is painted. */
function openFile(hash: string): Promise<number> {
  const begun = performance.now();
  window.location.hash = hash;
  return new Promise((resolve) => {
    const look = (): void => {
      if (!document.querySelector('[role=tabpanel] li')) {
        requestAnimationFrame(look);
        return;
      }
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => resolve(performance.now() - begun));
      painted.port1.start();
      painted.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Opens files from the register, each for the first time since the vault was unlocked; milliseconds, the median. */
async function openings(page: Page, files: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const file of files) {
    times.push(await page.evaluate(openFile, `#/clients/${file}`));
    await page.evaluate(() => {
      window.location.hash = '#/clients';
    });
    await page.getByRole('grid').waitFor();
    await page.waitForTimeout(500);
  }
  return median(times);
}

interface Measured {
  /** From Enter behind the passphrase until the register is there, milliseconds. */
  readonly unlock: number;
  /** Opening a file with 200 notes, milliseconds. */
  readonly file: number;
  /** All processes once everything was read, bytes. */
  readonly memory: number;
}

const CACHE = 'node_modules/.cache/kartoteka/bench';
const FIRST_START_MS = 600_000;

/** What makes a practice: another seed, another practice. */
const recipe = (): string =>
  ['seed-practice.ts', 'seed-records.ts', 'corpus.ts']
    .reduce((hash, file) => hash.update(readFileSync(join('test/bench', file))), createHash('sha256'))
    .digest('hex');

/** A practice with its working store filled. Kept between runs: writing and indexing a large one takes minutes. */
async function keptPractice(clients: number): Promise<{ folder: string; vault: SeededPractice }> {
  const folder = join(process.cwd(), CACHE, String(clients));
  const note = join(folder, 'bench.json');
  if (existsSync(note)) {
    const kept = JSON.parse(readFileSync(note, 'utf8')) as { recipe: string; vault: SeededPractice };
    if (kept.recipe === recipe()) return { folder, vault: kept.vault };
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const begun = Date.now();
  const vault = await seedPractice(folder, clients);
  const seeded = Date.now();
  // The first start fills the working store from the journal and indexes all texts.
  const { roots, close } = await openedApp(folder, vault, FIRST_START_MS);
  const opened = Date.now();
  await settledMemory(roots);
  await close();
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(0)} s`;
  console.log(
    `  (practice of ${String(clients)} clients made: written ${seconds(begun, seeded)}, filled ${seconds(seeded, opened)}, indexed and closed ${seconds(opened, Date.now())})`,
  );
  writeFileSync(note, JSON.stringify({ recipe: recipe(), vault }));
  return { folder, vault };
}

/** A practice of so many clients, with 4 parties, 10 notes and 20 tasks each. */
async function measurePractice(clients: number): Promise<Measured> {
  const { folder, vault } = await keptPractice(clients);
  const unlocks: number[] = [];
  for (let start = 0; start < STARTS; start += 1) unlocks.push(await measureUnlock(folder, vault));
  const { page, roots, close } = await openedApp(folder, vault, FIRST_START_MS);
  const memory = await settledMemory(roots);
  const file = await openings(page, vault.full);
  await close();
  const measured = { unlock: median(unlocks), file, memory };
  console.log(
    `  (practice of ${String(clients)} clients: unlock ${measured.unlock.toFixed(0)} ms, file ${file.toFixed(0)} ms, memory ${(memory / MB).toFixed(0)} MB)`,
  );
  return measured;
}

const LARGE = 10_000;
const SMALL = 1000;

/** A whole practice on the disk: 10,000 clients, 40,000 parties, 100,000 notes, 200,000 tasks. */
export async function practiceFigures(): Promise<readonly Figure[]> {
  const [small, large] = [await measurePractice(SMALL), await measurePractice(LARGE)];
  const growth = (name: string, what: keyof Measured): Figure => ({
    name: `practice, growth of ${name} from 1,000 to 10,000 clients`,
    value: Math.log10(large[what] / small[what]),
    unit: 'exponent',
    goal: 1,
  });
  return [
    {
      name: 'practice of 10,000 clients, passphrase to usable list',
      value: large.unlock / 1000,
      unit: 's',
      goal: 3,
    },
    {
      name: 'practice of 10,000 clients, opening a file with 200 notes',
      value: large.file,
      unit: 'ms',
      goal: 150,
    },
    {
      name: 'practice of 10,000 clients, memory of all processes',
      value: large.memory / MB,
      unit: 'MB',
      goal: 700,
    },
    growth('the unlocking', 'unlock'),
    growth('opening a file', 'file'),
    growth('memory', 'memory'),
  ];
}
