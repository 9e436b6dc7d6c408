import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { routes } from '#renderer/lib/routes.ts';
import { type CanaryPlaces, canaryStem } from '../support/canaries.ts';
import { DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { findInMemory, processesOf } from '../support/memory.ts';
import { type Needle } from '../support/needles.ts';
import { Counts, eachCase, promise, type Row } from '../support/row.ts';
import { type Screens, show, startScreens, unlockScreens } from '../support/screens.ts';
import { secretsOf } from '../support/secrets.ts';

/** Until then everything must be gone. */
const GONE_MS = 2000;

const hold = (groups: readonly number[], signal: 'SIGSTOP' | 'SIGCONT'): void => {
  for (const leader of groups) process.kill(-leader, signal);
};

async function needlesFor(folder: string, seed: number): Promise<readonly Needle[]> {
  const stem = canaryStem(seed);
  const secrets = await secretsOf(folder);
  return [
    { form: 'canary', bytes: Buffer.from(stem, 'utf8') },
    { form: 'canary in UTF-16', bytes: Buffer.from(stem, 'utf16le') },
    ...secrets.map(({ name, bytes }) => ({ form: name, bytes: Buffer.from(bytes) })),
    ...secrets.slice(0, 2).map(({ name, bytes }) => ({
      form: `${name}, hexadecimal`,
      bytes: Buffer.from(Buffer.from(bytes).toString('hex')),
    })),
  ];
}

/** Looks through every process of the app, held still meanwhile. */
function search({ host }: Screens, needles: readonly Needle[]): { hits: readonly string[]; bytes: number } {
  hold(host.groups, 'SIGSTOP');
  try {
    const searched = processesOf(host.groups).map(({ pid, name }) => {
      const { hits, bytes } = findInMemory(pid, needles);
      return { hits: hits.map((hit) => `${name}: ${hit}`), bytes };
    });
    return {
      hits: searched.flatMap(({ hits }) => hits),
      bytes: searched.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  } finally {
    hold(host.groups, 'SIGCONT');
  }
}

async function lookAround(screens: Screens, { fileId, noteId, documentId }: CanaryPlaces): Promise<void> {
  await show(screens, routes.clients, 250);
  await show(screens, routes.file(fileId), 250);
  await show(screens, routes.meeting(noteId), 400);
  await show(screens, routes.requirements(fileId, documentId), 250);
  await show(screens, routes.tasks, 250);
}

/** Locks by the key; answers when everything must be gone. */
async function lock(screens: Screens): Promise<void> {
  const begun = Date.now();
  await screens.page.keyboard.press('ControlOrMeta+l').catch(() => undefined);
  await screens.nextPage();
  await wait(Math.max(0, GONE_MS - (Date.now() - begun)));
}

/** The memory of every process of the app, after the vault was locked. */
export const memoryApp: Row = {
  id: 'memory.app',
  promise: 'Locked is locked',
  cases: 'locks, with all memory searched afterwards',
  short: { times: 5, seconds: 45 },
  long: { times: 200, seconds: 540 },
  lane: 'browser',
  async run(order) {
    if (process.platform !== 'linux') {
      return { done: 0, counts: {}, broken: [], skipped: 'only Linux shows the memory of processes' };
    }
    const folder = join(order.scratch, 'data');
    const driven = await DrivenApp.start(folder);
    await driven.tell('create', PASSPHRASE);
    const { places } = await driven.tell('writeCanaries', { seed: order.seed, count: 300 });
    await driven.quit();
    const needles = await needlesFor(folder, order.seed);
    const screens = await startScreens(folder);
    const counts = new Counts();
    try {
      return await eachCase(
        order,
        async (_random, _counts, index) => {
          await unlockScreens(screens);
          await lookAround(screens, places);
          // What is not found while it is open would not be found afterwards either.
          if (index === 0) {
            const open = search(screens, needles);
            promise(
              open.hits.some((hit) => hit.includes('canary')),
              'Not even the open vault shows a canary',
            );
            promise(
              open.hits.some((hit) => hit.includes('vault key')),
              'Not even the open vault shows its key',
            );
            counts.add('hits while open', open.hits.length);
          }
          await lock(screens);
          const { hits, bytes } = search(screens, needles);
          counts.most('MiB searched each time', Math.round(bytes / 1024 / 1024));
          promise(
            hits.length === 0,
            () => `${String(hits.length)} hits after lock: ${hits.slice(0, 12).join('; ')}`,
          );
        },
        counts,
      );
    } finally {
      await screens.host.kill();
      await screens.disconnect();
    }
  },
};
