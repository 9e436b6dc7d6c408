import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { npm } from './npm.mjs';
import { nodeIsNewEnough } from './runtime.mjs';
import { isStale } from './staleness.mjs';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const STAMP = join(ROOT, 'node_modules/.cache/kartoteka/installed');

/** Ends what cannot go on, with words instead of a stack. */
export class CannotGoOn extends Error {}

const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

function writeStamp() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, lockDigest());
}

/** Whether node_modules is what the lock file says. */
function isInstalled() {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lockDigest();
  // Installed by hand: npm leaves its own note of what it installed.
  const note = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(note) || statSync(note).mtimeMs < statSync(join(ROOT, 'package-lock.json')).mtimeMs)
    return false;
  writeStamp();
  return true;
}

/** Installs the packages of the lock file when they are missing or others. */
export async function ensureInstalled() {
  if (!nodeIsNewEnough(process.versions.node)) {
    throw new CannotGoOn(`Kartoteka needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  console.log('Installing packages …');
  if (!npm(['ci', '--no-audit', '--no-fund'], { root: ROOT, quiet: false }).ok) {
    throw new CannotGoOn('The packages could not be installed; npm said why above.');
  }
  writeStamp();
}

/** Builds the app when what is built is older than its sources. */
export async function ensureBuilt() {
  if (!isStale(ROOT)) return;
  console.log('Building …');
  const { ok, output } = npm(['run', 'build'], { root: ROOT, quiet: true });
  if (!ok) throw new CannotGoOn(`${output}\nThe app could not be built; the messages above say why.`);
}

function advice() {
  const elsewhere = 'or let KARTOTEKA_CHROMIUM name the program of another Chromium.';
  if (process.platform === 'darwin') return `Install Chromium or Google Chrome, ${elsewhere}`;
  if (process.platform === 'win32') return `Install Google Chrome or Microsoft Edge, ${elsewhere}`;
  return `Install it with your system's packages (Debian: sudo apt-get install chromium), ${elsewhere}`;
}

/** Installs one of Debian's packages, when root runs on Debian; elsewhere nothing happens. */
function installOnDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-q', name], { stdio: 'inherit', env });
}

const hasPoppler = () => spawnSync('pdfinfo', ['-v']).error === undefined;

/** Finds Poppler's tools, with which the specs read PDFs; root on Debian gets them installed. */
export function ensurePoppler() {
  if (hasPoppler()) return;
  installOnDebian('poppler-utils');
  if (!hasPoppler())
    throw new CannotGoOn(
      "The specs read PDFs with Poppler's tools. Install them (Debian: sudo apt-get install poppler-utils).",
    );
}

/** Gets root on Debian the stock age tool, with which a test opens a backup. Without it that test is skipped and says so. */
export function ensureAge() {
  if (spawnSync('age', ['--version']).error !== undefined) installOnDebian('age');
}

/** Finds Chromium; root on Debian gets it installed. @returns its program. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (!process.env.KARTOTEKA_CHROMIUM) installOnDebian('chromium');
  const installed = findChromium();
  if (installed === null) throw new CannotGoOn(`No Chromium was found. ${advice()}`);
  return installed;
}
