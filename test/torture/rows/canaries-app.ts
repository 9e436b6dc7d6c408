import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { routes } from '#renderer/lib/routes.ts';
import { type CanaryPlaces, canaryStem } from '../support/canaries.ts';
import { filesUnder } from '../support/damage.ts';
import { DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { formsAnywhereIn, formsIn, needlesOf } from '../support/needles.ts';
import { type Broken, Counts, type Row } from '../support/row.ts';
import { type Screens, show, startScreens, unlockScreens } from '../support/screens.ts';

/** Does with the app's own screens what leaves traces elsewhere: shows, types, searches, prints, and is killed. */
async function goAround(
  screens: Screens,
  { fileId, noteId, documentId }: CanaryPlaces,
  stem: string,
): Promise<void> {
  const { page } = screens;
  await unlockScreens(screens);
  await show(screens, routes.today);
  await show(screens, routes.clients);
  await show(screens, routes.tasks);
  for (const tab of ['timeline', 'notes', 'requirements', 'tasks', 'people'] as const)
    await show(screens, routes.file(fileId, tab));
  await show(screens, routes.requirements(fileId, documentId));
  // Paper is made of it.
  await show(screens, routes.summary(fileId), 2500);
  await show(screens, routes.sheet(noteId), 2500);
  await show(screens, routes.meeting(noteId), 800);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${stem}typed `);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(`${stem}searched`);
  await wait(500);
  await page.keyboard.press('Escape');
  // Locked once on the way, and open again.
  await page.keyboard.press('ControlOrMeta+l').catch(() => undefined);
  await screens.nextPage();
  await unlockScreens(screens);
  await show(screens, routes.meeting(noteId), 800);
  await screens.page.keyboard.type(`${stem}unsaved`);
}

/**
 * Keeps a document with a canary in its name and others in its content, saves it outside the vault under such a name, and
 * backs all of it up in two places. What was saved is readable, as it should be; what the app remembers of it is not.
 * @returns How many canaries there are more.
 */
async function keepDocuments(
  driven: DrivenApp,
  { stem, second, saved }: { readonly stem: string; readonly second: string; readonly saved: string },
): Promise<number> {
  const lines = Array.from({ length: 40 }, (_, line) => `${stem}line${String(line)} of the document`);
  await driven.tell('attach', { name: `${stem}document.txt`, text: lines.join('\n') });
  await driven.answerDialogs(join(saved, `${stem}saved.txt`));
  const outcome = await driven.tell('saveDocument', undefined);
  if (outcome !== 'saved') throw new Error(`The document was not saved: ${outcome}`);
  await driven.answerDialogs(second);
  await driven.tell('addPlace', undefined);
  const { states } = await driven.tell('backUp', undefined);
  if (states.join(' ') !== 'verified verified') throw new Error(`The backup ended as ${states.join(' ')}`);
  return lines.length + 2;
}

/** Looks through every file for a canary in any form. */
function scan(places: readonly string[], stem: string, counts: Counts): readonly string[] {
  const needles = needlesOf(stem);
  const hits: string[] = [];
  for (const place of places) {
    for (const file of filesUnder(place)) {
      const bytes = readFileSync(file);
      counts.add('files');
      counts.add('MiB', bytes.length / 1024 / 1024);
      const name = relative(place, file);
      hits.push(...formsAnywhereIn(bytes, needles).map((form) => `${name}: ${form}`));
      hits.push(...formsIn(Buffer.from(name), needles).map((form) => `${name}, its name: ${form}`));
    }
  }
  return hits;
}

/** Canaries in every field of every record, and what of them can be read anywhere on the disk. */
export const canariesApp: Row = {
  id: 'canaries.app',
  promise: 'Nothing readable on the disk',
  cases: 'canaries in fields, documents, drafts, searches and paper',
  short: { times: 500, seconds: 60 },
  long: { times: 10_000, seconds: 240 },
  lane: 'browser',
  async run(order) {
    const [folder, temporary, home, second, saved] = ['data', 'temporary', 'home', 'second', 'saved'].map(
      (name) => join(order.scratch, name),
    ) as [string, string, string, string, string];
    for (const place of [folder, temporary, home, second, saved]) mkdirSync(place, { recursive: true });
    const env = {
      TMPDIR: temporary,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
    };
    const stem = canaryStem(order.seed);
    const driven = await DrivenApp.start(folder, env);
    await driven.tell('create', PASSPHRASE);
    const { given, places } = await driven.tell('writeCanaries', { seed: order.seed, count: order.times });
    const documents = await keepDocuments(driven, { stem, second, saved });
    await driven.kill();
    const screens = await startScreens(folder, env);
    await goAround(screens, places, stem);
    await screens.host.kill();
    await screens.disconnect();

    const counts = new Counts();
    const hits = scan([folder, temporary, home, second], stem, counts);
    const broken: Broken[] = hits.map((what) => ({ seed: order.seed, what }));
    // The search finds what is there to be found: a file id stands in clear.
    const control = scan([folder], places.fileId.slice(0, 23), new Counts());
    if (control.length === 0)
      broken.push({ seed: order.seed, what: 'Not even what stands in clear was found' });
    return { done: given + documents, counts: counts.all, broken: broken.slice(0, 12) };
  },
};
