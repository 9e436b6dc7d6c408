import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { CHANNELS } from '#shared/ipc/channels.ts';
import { unlock } from './support/journey.ts';
import { createClient, expectSaved, noteText, openByPalette, startMeeting } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import type { RunningApp } from './support/running-app.ts';
import { vaultBytes } from './support/vault-files.ts';
import {
  attributesOf,
  clickLinkTo,
  lookForMore,
  paste,
  sendGarbage,
  sendNearMisses,
  sendWhatCannotBeSent,
  tryToReachOut,
} from './support/vault-intruder.ts';
import { lockByKey } from './support/vault-keyboard.ts';

const CLIENT = 'Pazderová Ilona';
const OWN = /^(app:\/\/kartoteka|https:\/\/kartoteka\.app\.localhost|data:|blob:)/;

/** What a page on the web may put on the clipboard. */
const HOSTILE = {
  'text/html': `<p onclick="window.ran=1">Встреча <b>жирно</b></p>
    <script>window.ran=2</script><img src="https://evil.example/p.gif" onerror="window.ran=3">
    <svg onload="window.ran=4"><circle r="9"/></svg><iframe src="https://evil.example/"></iframe>
    <style>@import url(https://evil.example/x.css); body { display: none }</style>
    <ul><li onmouseover="window.ran=5">первый пункт</li></ul>
    <p><a href="javascript:window.ran=6">плохая ссылка</a> <a href="https://example.com/good" ping="https://evil.example/">хорошая ссылка</a></p>
    <form action="https://evil.example/"><input autofocus onfocus="window.ran=7" value="поле"></form>
    <video src="https://evil.example/v.mp4" autoplay></video><object data="https://evil.example/o"></object>
    <link rel="stylesheet" href="https://evil.example/l.css"><meta http-equiv="refresh" content="0;url=https://evil.example/">
    <div style="background:url(https://evil.example/b.png)">фон</div>
    <p>подпись</p>
    <math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=window.ran=8>"></table></mtext></math>`,
};

/** Every address the page asks for from now on that is not the app's own. */
function foreignRequests(page: Page): readonly string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!OWN.test(request.url())) foreign.push(request.url());
  });
  return foreign;
}

/** Makes the dialogs of the main process answer by themselves, and counts them. */
async function watchDialogs(app: RunningApp, response: number): Promise<void> {
  await app.evaluate(({ dialog, shell }, button) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    Object.assign(dialog, {
      showMessageBox: (...args: { message?: string; detail?: string }[]) => {
        const options = args.at(-1);
        seen.push(`${options?.message ?? ''} ${options?.detail ?? ''}`);
        return Promise.resolve({ response: button, checkboxChecked: false });
      },
      showSaveDialog: () => {
        seen.push('save');
        return Promise.resolve({ canceled: true, filePath: '' });
      },
    });
    Object.assign(shell, {
      openExternal: (url: string) => {
        seen.push(`opened ${url}`);
        return Promise.resolve();
      },
    });
  }, response);
}
const dialogs = (app: RunningApp): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));

test('garbage from the renderer is refused on every channel and changes nothing', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await watchDialogs(app, 0);
  const settings = () => readFileSync(join(app.userData, 'settings.json'), 'utf8');
  const disk = () => ({ vault: vaultBytes(app.userData), settings: settings() });
  // Unlocking writes a line of the activity log, after the first screen.
  let before = disk();
  const still = async (): Promise<boolean> => {
    await page.waitForTimeout(500);
    const last = before;
    before = disk();
    return isDeepStrictEqual(before, last);
  };
  await expect.poll(still).toBe(true);

  const codes = await page.evaluate(sendGarbage, CHANNELS);
  expect(codes.filter(({ code }) => code !== 'refused')).toEqual([]);
  expect(codes.length).toBeGreaterThan(CHANNELS.length * 8);
  // What no message can hold does not even leave the page.
  expect(await page.evaluate(sendWhatCannotBeSent)).toEqual(['offline', 'offline', 'offline']);
  expect(await page.evaluate(sendNearMisses)).toEqual({
    'settings.write': 'refused',
    'vault.create': 'vaultExists',
    'vault.replaceHeader of another vault': 'refused',
    'vault.replaceHeader of a newer format': 'refused',
    'keyring.put': 'refused',
    'journal.append': 'refused',
    'journal.append of nothing': 'refused',
    'journal.read': 'refused',
    'session.unlocked': 'refused',
    'session.lock': 'refused',
    'documents.savePdf': 'refused',
    'files.save of a program': 'refused',
    'reminders.plan': 'refused',
    'links.open of a file': 'refused',
    'links.open of a script': 'refused',
    'links.open of a program': 'refused',
  });
  expect(await page.evaluate(lookForMore)).toEqual({
    names: [
      'app',
      'attachments',
      'backups',
      'device',
      'documents',
      'files',
      'journal',
      'keyring',
      'lifecycle',
      'links',
      'on',
      'reminders',
      'restore',
      'scans',
      'session',
      'settings',
      'space',
      'vault',
    ],
    changed: false,
    unknownEvent: 'No such event',
    node: ['undefined', 'undefined', 'undefined'],
    inFrame: 'undefined',
    secrets: [],
  });
  expect(disk()).toEqual(before);
  expect(await dialogs(app)).toEqual([]);

  await createClient(page, t, CLIENT);
  await expectSaved(page, t);
});

test('nothing leads out of the app, and nothing is let in', async ({ openPractice }) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await watchDialogs(app, 0);
  let visitors = 0;
  const outside = createServer((socket) => {
    visitors += 1;
    socket.destroy();
  });
  const port = await new Promise<number>((resolve) => {
    outside.listen(0, '127.0.0.1', () => resolve((outside.address() as AddressInfo).port));
  });
  const somewhere = `http://127.0.0.1:${port}/`;
  await page.waitForURL(/#\/today$/);
  const home = page.url();
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(await windows()).toBe(1);

  expect(await page.evaluate(tryToReachOut, somewhere)).toEqual({
    fetch: 'blocked',
    xhr: 'blocked',
    beacon: 'blocked',
    image: 'blocked',
    script: 'blocked',
    frame: 'blocked',
    import: 'blocked',
    eval: 'blocked',
    opened: 'blocked',
    clipboard: 'blocked',
    camera: 'blocked',
    place: 'blocked',
    notification: 'denied',
  });
  for (const address of [somewhere, 'https://example.com/', 'file:///etc/passwd', 'data:text/html,x']) {
    await page.evaluate((to) => location.assign(to), address).catch(() => undefined);
    await page.evaluate(clickLinkTo, address).catch(() => undefined);
  }
  await expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible();
  expect(page.url()).toBe(home);
  expect(await windows()).toBe(1);
  expect(visitors).toBe(0);
  expect(await dialogs(app)).toEqual([]);
  outside.close();
});

test('pasted HTML keeps its words and loses everything that acts; a link asks before it leads out', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await watchDialogs(app, 1);
  const foreign = foreignRequests(page);
  await createClient(page, t, CLIENT);
  const note = await startMeeting(page, t);
  await page.keyboard.press('Control+End');
  await note.evaluate(paste, HOSTILE);
  await note.evaluate(paste, { 'text/plain': '<script>window.ran = 9</script> как текст' });

  const expectHarmless = async (shown: Page): Promise<void> => {
    const text = noteText(shown, t);
    for (const words of [
      'Встреча',
      'жирно',
      'первый пункт',
      'плохая ссылка',
      'хорошая ссылка',
      'фон',
      'подпись',
    ]) {
      await expect(text).toContainText(words);
    }
    await expect(text).toContainText('<script>window.ran = 9</script> как текст');
    await expect(text.locator('strong')).toHaveText('жирно');
    await expect(text.locator('a')).toHaveText(['хорошая ссылка']);
    await expect(
      text.locator(
        'script, img, svg, iframe, style, form, input:not([type=checkbox]), video, object, link, meta',
      ),
    ).toHaveCount(0);
    expect(await text.evaluate(attributesOf)).not.toMatch(/\bon[a-z]+=|javascript:|url\(/);
    expect(await shown.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
  };
  await expectSaved(page, t);
  await expectHarmless(page);
  expect(foreign).toEqual([]);

  await test.step('a link asks', async () => {
    const link = note.getByRole('link', { name: 'хорошая ссылка' });
    await link.click();
    expect(await dialogs(app)).toEqual([]);
    await link.click({ modifiers: ['ControlOrMeta'] });
    const question = `${t('main.link.question')} https://example.com/good`;
    await expect.poll(() => dialogs(app)).toEqual([question]);
    await watchDialogs(app, 0);
    await link.click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(() => dialogs(app)).toEqual([question, 'opened https://example.com/good']);
  });

  const locked = await lockByKey(app, page);
  const later = foreignRequests(locked);
  await unlock(locked, t);
  await openByPalette(locked, t, 'paz', CLIENT);
  await startMeeting(locked, t);
  await expectHarmless(locked);
  expect([...foreign, ...later]).toEqual([]);
});
