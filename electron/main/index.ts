import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import '#shared/i18n/all-texts.ts';
import { translator } from '#shared/i18n/translate.ts';
import { FAULTS } from '#shared/lib/fault.ts';
import { compose } from './compose.ts';
import { pinDataFolder } from './data-folder.ts';
import { armFault } from './lib/armed-fault.ts';
import { type DataPaths, dataPaths } from './lib/paths.ts';
import { noteUser } from './preflight/data-version.ts';
import { preflight } from './preflight/preflight.ts';
import { registerScheme, serveRenderer } from './protocol/index.ts';
import { closeDoors, closeSession } from './security/doors.ts';
import { createLog, type Log } from './services/log/log.ts';
import { chosenLanguage, languageOf } from './services/settings/settings.ts';
import { keepMemorySmall } from './window/memory.ts';

/** Where the built renderer lies. */
const RENDERER = join(import.meta.dirname, '../renderer');

async function start(folder: string): Promise<void> {
  await app.whenReady();
  const paths = dataPaths(folder);
  const log = createLog(paths.logs);
  const user = { app: app.getVersion(), electron: majorOf(process.versions['electron']) };
  const found = await preflight(paths, log, user);
  if (found.state === 'newer') return refuseNewer(paths, log);
  closeSession(session.defaultSession);
  await serveRenderer(RENDERER);
  const { window } = compose({
    paths,
    log,
    upgraded: found.upgraded,
    upgradeBackedUp: () => noteUser(paths, user),
  });
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  window.show();
  log.info('Started', { version: app.getVersion() });
}

const majorOf = (version: string | undefined): number | null =>
  version === undefined ? null : Number.parseInt(version, 10);

/** Data of a newer app: said before there is a window, and nothing is touched. */
function refuseNewer({ settingsFile }: DataPaths, log: Log): void {
  const t = translator(chosenLanguage(settingsFile) ?? languageOf(app.getLocale()));
  log.info('Data of a newer version');
  dialog.showErrorBox(t('main.newer.title'), t('main.newer.text'));
  app.exit(1);
}

/** What keeps the app from starting is said before it ends. */
function cannotStart(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const t = translator(languageOf(app.getLocale()));
  dialog.showErrorBox(t('main.start.title'), t('main.start.text'));
  app.exit(1);
}

if (FAULTS) armFault(process.env);
const folder = pinDataFolder();
app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  registerScheme();
  closeDoors();
  keepMemorySmall();
  start(folder).catch(cannotStart);
} else {
  // The instance that runs already comes forward.
  app.quit();
}
