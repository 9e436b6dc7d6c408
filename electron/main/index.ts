import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { translator } from '#shared/i18n/translate.ts';
import { FAULTS } from '#shared/lib/fault.ts';
import { compose } from './compose.ts';
import { pinDataFolder } from './data-folder.ts';
import { armFault } from './lib/armed-fault.ts';
import { registerScheme, serveRenderer } from './protocol/index.ts';
import { closeDoors, closeSession } from './security/doors.ts';
import { languageOf } from './services/settings/settings.ts';

/** Where the built renderer lies. */
const RENDERER = join(import.meta.dirname, '../renderer');

async function start(folder: string): Promise<void> {
  await app.whenReady();
  closeSession(session.defaultSession);
  await serveRenderer(RENDERER);
  const { window, log } = compose(folder);
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  window.show();
  log.info('Started', { version: app.getVersion() });
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
  start(folder).catch(cannotStart);
} else {
  // The instance that runs already comes forward.
  app.quit();
}
