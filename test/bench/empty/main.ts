import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

// The empty page is served and shown just as the app is, so that only what the app adds makes the difference.
const pages = join(import.meta.dirname, '../page');
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
async function show(): Promise<void> {
  await app.whenReady();
  protocol.handle('app', async (request) => {
    const path = new URL(request.url).pathname;
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(join(pages, path))), {
      headers: { 'content-type': type },
    });
  });
  await new BrowserWindow({ width: 1280, height: 800 }).loadURL('app://kartoteka/index.html');
}

void show();
app.on('window-all-closed', () => app.quit());
