import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostProcess } from '#test/e2e/support/host-process.ts';
import { findChromium } from '../launch/find-chromium.mjs';

// Inside node_modules, so that the built host finds playwright-core as it does in the app.
const BUILT = `node_modules/.cache/host-test-${process.pid}`;
const HOST = `${BUILT}/chromium-host`;
const installed = findChromium() !== null;

const MAIN = `
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
const told = (globalThis.told = []);
app.on('window-all-closed', () => told.push('all closed'));
app.on('second-instance', () => told.push('second start'));
if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => (told.push('open ' + url), { action: 'deny' }));
    contents.on('will-navigate', (event) => (told.push('go ' + event.url), event.preventDefault()));
    contents.on('render-process-gone', (_event, { reason }) => told.push('gone ' + reason));
  });
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('fail', () => { throw new RangeError('too far'); });
  ipcMain.handle('who', ({ senderFrame, sender }) => ({
    url: senderFrame.url, origin: senderFrame.origin, own: senderFrame === sender.mainFrame, top: senderFrame.parent === null,
  }));
  await app.whenReady();
  protocol.handle('app', ({ url }) => url.endsWith('/index.html')
    ? new Response('<!doctype html><title>tiny</title><a href="https://example.com/">out</a>', { headers: {
        'content-type': 'text/html', 'content-security-policy': "default-src 'self'; frame-src 'self' data: blob:; script-src 'self'" } })
    : new Response(null, { status: 404 }));
  globalThis.openWindow = () => {
    const preload = join(import.meta.dirname, 'preload.cjs');
    const window = new BrowserWindow({ width: 900, height: 650, show: false, webPreferences: { preload } });
    window.once('ready-to-show', () => window.show());
    return window.loadURL('app://kartoteka/index.html');
  };
  await globalThis.openWindow();
} else app.quit();
`;
const PRELOAD = `
'use strict';
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('tiny', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  on: (listener) => {
    const wrapped = (_event, ...args) => listener(...args);
    ipcRenderer.on('news', wrapped);
    return () => ipcRenderer.removeListener('news', wrapped);
  },
});
`;

interface Tiny {
  readonly call: (channel: string, value?: unknown) => Promise<unknown>;
  readonly on: (listener: (...args: unknown[]) => void) => () => void;
}
declare global {
  var tiny: Tiny;
  var told: string[];
  var openWindow: () => Promise<void>;
  var news: unknown[][];
}

let folder = '';
let host: HostProcess;
let browser: Browser;
let running = false;

const ownPages = (): Page[] =>
  browser.contexts().flatMap((context) => context.pages().filter((page) => page.url().includes('kartoteka')));

/** The page of the app that runs; starts it when none does, which takes a second or more. */
async function start(): Promise<Page> {
  if (running) return ownPages()[0]!;
  host = new HostProcess({ start: `${HOST}/start.js`, app: folder, userData: join(folder, 'data') });
  const attach = { noDefaults: true, isLocal: true };
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${await host.port()}`, attach);
  await expect.poll(ownPages, { timeout: 20_000 }).toHaveLength(1);
  running = true;
  return ownPages()[0]!;
}

async function kill(): Promise<void> {
  running = false;
  await host.kill();
  await browser.close();
}
const toldByMain = (): Promise<string[]> => host.evaluate(() => globalThis.told, undefined);

describe.skipIf(!installed)('the Chromium host (needs an installed Chromium)', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await build({
      configFile: 'vite.host.config.ts',
      logLevel: 'warn',
      build: { outDir: HOST, emptyOutDir: true },
    });
    folder = mkdtempSync(join(tmpdir(), 'tiny-app-'));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'tiny', version: '1.2.3', type: 'module', main: 'main.js' }),
    );
    writeFileSync(join(folder, 'main.js'), MAIN);
    writeFileSync(join(folder, 'preload.cjs'), PRELOAD);
  }, 60_000);
  afterAll(async () => {
    await kill();
    rmSync(BUILT, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('shows the page, carries messages both ways, and knows who sent them', async () => {
    const page = await start();
    expect(await page.title()).toBe('tiny');
    expect(await page.evaluate(() => [isSecureContext, innerWidth, innerHeight])).toEqual([true, 900, 650]);
    expect(await page.evaluate(() => tiny.call('who'))).toEqual({
      url: 'app://kartoteka/index.html',
      origin: 'app://kartoteka',
      own: true,
      top: true,
    });
    const same = await page.evaluate(async () => {
      const bytes = new Uint8Array(1_500_000).map((_, index) => index % 251);
      const back = (await tiny.call('echo', { bytes, text: '🙂ž'.repeat(300_000), none: undefined })) as {
        bytes: Uint8Array;
        text: string;
      };
      const equal =
        back.bytes instanceof Uint8Array && back.bytes.every((byte, index) => byte === index % 251);
      return [equal, back.bytes.length, back.text === '🙂ž'.repeat(300_000), 'none' in back];
    });
    expect(same).toEqual([true, 1_500_000, true, true]);
    expect(await page.evaluate(() => tiny.call('echo', undefined))).toBeUndefined();
    await expect(page.evaluate(() => tiny.call('fail'))).rejects.toThrow(
      "Error invoking remote method 'fail': RangeError: too far",
    );
    await expect(page.evaluate(() => tiny.call('nobody'))).rejects.toThrow(
      "No handler registered for 'nobody'",
    );

    await page.evaluate(() => {
      globalThis.news = [];
      const off = tiny.on((...args) => {
        globalThis.news.push(args);
        off();
      });
    });
    await host.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      for (const number of [1, 2]) window?.webContents.send('news', number, Uint8Array.of(3));
    }, undefined);
    await expect.poll(() => page.evaluate(() => globalThis.news.map(([first]) => first))).toEqual([1]);
  });

  it('gives the preload and its channel to the top frame alone', async () => {
    const page = await start();
    const found = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'data:text/html,x';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const blank = document.createElement('iframe');
      document.body.append(blank);
      const names = [globalThis, blank.contentWindow!].map((scope) =>
        Object.getOwnPropertyNames(scope).filter((name) => /^[br][0-9a-f]{24}$/.test(name)),
      );
      return [...names.flat(), 'tiny' in blank.contentWindow!];
    });
    expect(found).toEqual([false]);
  });

  it('lets nothing out: no navigation, no new window, no request', async () => {
    const page = await start();
    await page.click('a');
    await page.evaluate(() => open('https://example.com/new'));
    await expect.poll(toldByMain).toEqual(['go https://example.com/', 'open https://example.com/new']);
    await expect.poll(() => browser.contexts()[0]?.pages().length).toBe(1);
    expect(page.url()).toBe('https://kartoteka.app.localhost/index.html');
    expect(
      await page.evaluate(() =>
        fetch('https://example.com/x').then(
          () => 'out',
          () => 'in',
        ),
      ),
    ).toBe('in');
    expect(await page.evaluate(() => fetch('/none.js').then(({ status }) => status))).toBe(404);
  });

  it('prints a hidden page that cannot run scripts', async () => {
    await start();
    const pdf = await host.evaluate(async ({ BrowserWindow }) => {
      const webPreferences = { partition: 'paper', javascript: false };
      const window = new BrowserWindow({ show: false, webPreferences });
      await window.loadURL(
        'data:text/html,<title>Paper</title><h1>Paper</h1><script>document.title="run"</script>',
      );
      const bytes = await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true });
      window.destroy();
      return bytes.toString('latin1');
    }, undefined);
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('(Paper)');
  });

  it('keeps IndexedDB over a replaced window, a dead renderer and a second start', async () => {
    const page = await start();
    await page.evaluate(write, 'first');
    await host.evaluate(({ BrowserWindow }) => {
      const [old] = BrowserWindow.getAllWindows();
      void globalThis.openWindow();
      old?.destroy();
    }, undefined);
    await expect.poll(() => page.isClosed()).toBe(true);
    await expect.poll(ownPages).toHaveLength(1);
    expect(await ownPages()[0]!.evaluate(read)).toBe('first');

    await host.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.once('render-process-gone', () => contents.reload());
      contents?.forcefullyCrashRenderer();
    }, undefined);
    const crashed = ownPages()[0];
    await expect.poll(toldByMain).toContain('gone crashed');
    await expect.poll(() => ownPages().find((other) => other !== crashed), { timeout: 10_000 }).toBeDefined();
    await ownPages().at(-1)!.evaluate(write, 'second');

    expect(await host.close()).toBe(0);
    await kill();
    expect(await (await start()).evaluate(read)).toBe('second');
  });

  it('starts again at once after everything was killed, and only once at a time', async () => {
    await start();
    await kill();
    const page = await start();
    expect(await page.title()).toBe('tiny');
    const second = new HostProcess({
      start: `${HOST}/start.js`,
      app: folder,
      userData: join(folder, 'data'),
    });
    expect(await second.exited).toBe(0);
    await expect.poll(toldByMain).toEqual(['second start']);
  });

  it('takes Chromium with it when it alone is killed', async () => {
    await start();
    const pid = host.chromiumPid;
    process.kill(await host.evaluate(() => process.pid, undefined), 'SIGKILL');
    expect(await host.exited).toBeNull();
    running = false;
    await browser.close();
    // At once: what is left of the old Chromium must not be in the way.
    await start();
    // Ended, though whoever inherited it may not have taken notice yet.
    const runs = (): boolean => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(runs).toBe(false);
  });

  it('ends with a word when Chromium cannot be started', async () => {
    const env = { KARTOTEKA_CHROMIUM: '/nowhere/chromium' };
    const failing = new HostProcess({
      start: `${HOST}/start.js`,
      app: folder,
      userData: join(folder, 'other'),
      env,
    });
    expect(await failing.exited).toBe(1);
    expect(failing.output).toContain('No Chromium is installed');
  });

  it('names what it does not have', async () => {
    await start();
    const missing = host.evaluate(({ app }) => app.setBadgeCount(3), undefined);
    await expect(missing).rejects.toThrow('NotInHost: app.setBadgeCount');
    const about = await host.evaluate(({ app }) => [app.getName(), app.getVersion()], undefined);
    expect(about).toEqual(['tiny', '1.2.3']);
  });
});

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tiny', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('texts'));
    opening.addEventListener('error', reject);
    opening.addEventListener('success', () => {
      const change = opening.result.transaction('texts', 'readwrite', { durability: 'strict' });
      change.objectStore('texts').put(text, 'one');
      change.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

function read(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tiny', 1);
    opening.addEventListener('error', reject);
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('texts').objectStore('texts').get('one');
      reading.addEventListener('success', () => resolve(reading.result));
      reading.addEventListener('error', reject);
    });
  });
}
