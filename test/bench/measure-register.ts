import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { COLUMNS } from '#renderer/features/clients/model/columns.ts';
import { filterRows } from '#renderer/features/clients/model/filter.ts';
import type { ClientRow } from '#renderer/features/clients/model/rows.ts';
import { sortRows } from '#renderer/features/clients/model/sort.ts';
import { wordsOf } from '#renderer/features/clients/model/words.ts';
import { LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import { NO_FILTER } from '#shared/domain/register-view.ts';
import { translator } from '#shared/i18n/translate.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { CORPUS_NOW, makeCorpus } from './corpus.ts';
import { type Figure, median, quantile } from './figures.ts';
import { openedApp } from './measure-start.ts';
import { randomFrom } from './random.ts';
import { seedRecords } from './seed-records.ts';

declare global {
  interface Window {
    benchMounted?: Promise<number>;
  }
}

const DAY_MS = 86_400_000;
const ROUNDS = 5;

/** Lines of made-up clients with names in four languages. */
function madeUpRows(clients: number): readonly ClientRow[] {
  const random = randomFrom(clients);
  return makeCorpus(clients, 0).clients.map(({ lines }) => {
    const stage = LIFECYCLE_STAGES[Math.floor(random() * LIFECYCLE_STAGES.length)] ?? 'reach';
    const client = {
      name: lines[0]?.text ?? '',
      stage,
      tags: random() < 0.2 ? ['VIP'] : [],
      phone: `+420 ${String(Math.floor(random() * 1e9))}`,
    };
    const lastContact = random() < 0.1 ? null : CORPUS_NOW - Math.floor(random() * 800) * DAY_MS;
    return aRow(client, { lastContact });
  });
}

const timed = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

/** The longest that sorting by any column takes, at first and then again, and the longest of several filters; milliseconds. */
function longestSortAndFilter(clients: number): { readonly sort: number; readonly filter: number } {
  const rows = madeUpRows(clients);
  const words = wordsOf(translator('cs'), 'cs', CORPUS_NOW);
  const sorts = COLUMNS.flatMap(({ id }) =>
    [false, true].map((descending) =>
      timed(() =>
        sortRows(
          rows,
          [
            { column: 'stage', descending },
            { column: id, descending },
          ],
          words,
        ),
      ),
    ),
  );
  const filters = [
    { query: 'no' },
    { query: 'nova ja' },
    { stages: ['lost', 'ended'], tags: ['VIP'] },
    { lastContact: { how: 'olderThan', days: 90 } as const, query: '420' },
  ].map((filter) => timed(() => filterRows(rows, { ...NO_FILTER, ...filter }, CORPUS_NOW)));
  return { sort: Math.max(...sorts), filter: Math.max(...filters) };
}

/** Runs in the page: shows ten thousand plain rows, of which only those in sight exist; milliseconds until they are painted. */
function mountPlainRows(count: number): Promise<number> {
  const begun = performance.now();
  const list = document.createElement('div');
  list.style.cssText = 'position:fixed;inset:0;overflow:auto;background:white;z-index:9999';
  const all = document.createElement('div');
  all.style.cssText = `position:relative;height:${String(count * 32)}px`;
  const rows = Math.ceil(window.innerHeight / 32) + 20;
  for (let index = 0; index < rows; index += 1) {
    const row = document.createElement('div');
    row.style.cssText = `position:absolute;left:0;right:0;height:32px;top:${String(index * 32)}px;display:grid;grid-template-columns:300px 104px 136px 128px 112px 1fr`;
    for (const text of [`Klient ${String(index)}`, 'Client', 'Acquisition', '–', '', '']) {
      const cell = document.createElement('div');
      cell.textContent = text;
      row.append(cell);
    }
    all.append(row);
  }
  list.append(all);
  document.body.append(list);
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => {
        const took = performance.now() - begun;
        list.remove();
        resolve(took);
      });
      painted.port1.start();
      painted.port2.postMessage(null);
    });
  });
}

/** From now on `window.benchMounted` settles when the next key has brought the list: milliseconds until it is painted. */
const watchMount = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.benchMounted = new Promise<number>((resolve) => {
      const watch = ({ timeStamp }: KeyboardEvent): void => {
        const look = (): void => {
          if (!document.querySelector('[role=columnheader]')) {
            requestAnimationFrame(look);
            return;
          }
          const painted = new MessageChannel();
          painted.port1.addEventListener('message', () => resolve(performance.now() - timeStamp));
          painted.port1.start();
          painted.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', watch, { capture: true, once: true });
    });
  });

/** From the key that asks for the list, all clients at hand, until it is painted; milliseconds. */
async function mountRegister(page: Page): Promise<number> {
  await page.keyboard.press('b');
  await page.getByRole('rowheader').first().waitFor();
  await watchMount(page);
  await page.keyboard.press('b');
  return page.evaluate(() => window.benchMounted ?? Number.NaN);
}

const SCROLL_MS = 60_000;
/** A frame that comes later than this after the one before is missed, milliseconds. */
const LATE_MS = 20;

/** Runs in the page: scrolls the list up and down, as fast as a wheel does; answers the milliseconds between frames. */
function scrollList(duration: number): Promise<number[]> {
  const list = document.querySelector('[role=grid]');
  if (!list) throw new Error('There is no list');
  return new Promise((resolve) => {
    const times: number[] = [];
    const begun = performance.now();
    let [last, step] = [begun, 90];
    const frame = (now: number): void => {
      times.push(now - last);
      last = now;
      list.scrollTop += step;
      if (list.scrollTop <= 0 || list.scrollTop + list.clientHeight >= list.scrollHeight - 1) step = -step;
      if (now - begun < duration) requestAnimationFrame(frame);
      else resolve(times.slice(2));
    };
    requestAnimationFrame(frame);
  });
}

/** A register of so many clients in the built app: how it mounts beside plain rows, and how it scrolls. */
async function measureShown(
  clients: number,
): Promise<{ readonly mount: number; readonly plain: number; readonly late: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-register-'));
  try {
    const vault = await seedRecords(folder, { records: clients + 1, words: 10, clients });
    await (await openedApp(folder, vault, 120_000)).close();
    const { page, close } = await openedApp(folder, vault, 60_000);
    await page.getByRole('grid').focus();
    await page.waitForTimeout(3000);
    const [mounts, plains]: [number[], number[]] = [[], []];
    // By turns, so that what else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round += 1) {
      mounts.push(await mountRegister(page));
      plains.push(await page.evaluate(mountPlainRows, clients));
    }
    const frames = await page.evaluate(scrollList, SCROLL_MS);
    await close();
    console.log(
      `  (register of ${String(clients)}: mount ${median(mounts).toFixed(0)} ms, plain rows ${median(plains).toFixed(0)} ms; ${String(frames.length)} frames, p99 ${quantile(frames, 0.99).toFixed(1)} ms)`,
    );
    const late = frames.filter((time) => time > LATE_MS).length / frames.length;
    return { mount: median(mounts), plain: median(plains), late };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const LARGE = 10_000;
const SMALL = 1000;

/** The register of 10,000 clients: sorted, filtered, mounted and scrolled. */
export async function registerFigures(): Promise<readonly Figure[]> {
  // What runs first is compiled first.
  longestSortAndFilter(SMALL);
  const [small, large] = [longestSortAndFilter(SMALL), longestSortAndFilter(LARGE)];
  const { mount, plain, late } = await measureShown(LARGE);
  const name = (what: string): string => `register of 10,000 clients, ${what}`;
  const growth = (what: 'sort' | 'filter'): Figure => ({
    name: `register, growth of the longest ${what} from 1,000 to 10,000 clients`,
    value: Math.log10(large[what] / small[what]),
    unit: 'exponent',
    goal: 1.2,
  });
  return [
    { name: name('longest sort'), value: large.sort, unit: 'ms', goal: 100 },
    { name: name('longest filter'), value: large.filter, unit: 'ms', goal: 100 },
    growth('sort'),
    growth('filter'),
    { name: name('mount'), value: mount / plain, unit: '× plain rows', goal: 2 },
    { name: name('frames over 20 ms while scrolling'), value: late * 100, unit: '%', goal: 0.5 },
  ];
}
