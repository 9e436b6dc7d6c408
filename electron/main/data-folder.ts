import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** Name of the app and of its data folder. Never changes: another name would be another, empty, folder. */
const APP_NAME = 'Kartoteka';
/** Id of the app for the system: taskbar and notifications on Windows. The same as in electron-builder.yml. */
const APP_ID = 'app.kartoteka.desktop';

/**
 * Settles where data are kept before anything can ask: the folder given on the command line or in
 * `KARTOTEKA_USER_DATA`, else the app's own. Chromium keeps its files in a folder apart.
 * @returns The data folder.
 */
export function pinDataFolder(): string {
  app.setName(APP_NAME);
  app.setAppUserModelId(APP_ID);
  const given = process.env['KARTOTEKA_USER_DATA'];
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', given === undefined ? join(app.getPath('appData'), APP_NAME) : resolve(given));
  }
  const folder = app.getPath('userData');
  const chromium = join(folder, 'chromium');
  mkdirSync(chromium, { recursive: true, mode: 0o700 });
  app.setPath('sessionData', chromium);
  return folder;
}
