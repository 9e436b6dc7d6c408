import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import { app } from './app.ts';
import { installedChromium } from './chromium.ts';
import { listenToTests } from './control.ts';
import { standInForElectron } from './hooks.ts';
import * as host from './index.ts';

// `node start.js [folder of the app] [arguments …]`, as `electron [folder]`.
const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? join(here, '..', '..'));
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };

// Whatever this host exports has its name from Electron.
const electron = { ...host } satisfies Partial<Record<keyof typeof Electron, unknown>>;

app.open(folder);
standInForElectron(new URL('index.js', import.meta.url).href, electron);
const tell = listenToTests(electron, () => app.quit());
installedChromium.onDebugPort = (port, pid) => tell({ ready: true, port, pid });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());

// Main may wait for readiness at its top level, before its import has come to an end.
await Promise.race([import(pathToFileURL(join(folder, main)).href), app.awaited]);
app.begin();
