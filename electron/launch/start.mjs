// `npm start`: installs what is missing, builds what is stale, opens the app.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { downloadElectron, electronProgram, refusedAt } from './electron.mjs';
import { CannotGoOn, ensureBuilt, ensureChromium, ensureInstalled, ROOT } from './prepare.mjs';
import { chooseRuntime, hasDisplay } from './runtime.mjs';

const headless = process.env.KARTOTEKA_HEADLESS === '1';
const rest = process.argv.slice(2);

/** The command of the runtime that can be had here. */
async function command() {
  const facts = {
    forced: process.env.KARTOTEKA_RUNTIME,
    headless,
    refusedAt: refusedAt(ROOT),
    now: Date.now(),
  };
  const installed = electronProgram(ROOT);
  const choice = chooseRuntime({ ...facts, electronInstalled: installed !== null });
  const program = choice === 'download' ? await downloadElectron(ROOT) : installed;
  if (choice !== 'host' && program !== null) {
    // Chromium's sandbox is not for root; nobody but developers in containers is root here.
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return [program, [ROOT, ...sandbox, ...rest]];
  }
  if (!headless) {
    console.log(
      'Electron cannot be downloaded here: an installed Chromium shows the app instead. ' +
        'It has no tray, no native menu and no global shortcuts; notifications need notify-send.',
    );
  }
  const chromium = ensureChromium();
  process.env.KARTOTEKA_CHROMIUM = chromium;
  return [process.execPath, [join(ROOT, 'out/chromium-host/start.js'), ROOT, ...rest]];
}

function run([program, args]) {
  const child = spawn(program, args, { stdio: 'inherit' });
  // The terminal's Ctrl+C reaches the app itself; it stores what was typed before it ends.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`The app could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

try {
  await ensureInstalled();
  await ensureBuilt();
  if (!headless && !hasDisplay(process.platform, process.env)) {
    throw new CannotGoOn(
      'There is no display here, so no window can be shown. ' +
        'Use a virtual one (xvfb-run -a npm start), or start without a window: KARTOTEKA_HEADLESS=1 npm start',
    );
  }
  run(await command());
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
