import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronUrl } from './runtime.mjs';

const PATIENCE_MS = 10_000;
const packageFolder = (root) => join(root, 'node_modules/electron');
const memory = (root) => join(root, 'node_modules/.cache/kartoteka/electron-refused');

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Electron's program, or null when it is not there. */
export function electronProgram(root) {
  const name = read(join(packageFolder(root), 'path.txt'));
  const program = name === null ? null : join(packageFolder(root), 'dist', name.trim());
  return program !== null && existsSync(program) ? program : null;
}

/** When Electron's site last did not answer; null when that is not known. */
export function refusedAt(root) {
  const at = Number(read(memory(root)) ?? Number.NaN);
  return Number.isFinite(at) ? at : null;
}

async function answers(url) {
  try {
    const { ok } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) });
    return ok;
  } catch {
    return false;
  }
}

/** Downloads Electron's program, when its site answers. One try; a failure is remembered. @returns the program or null. */
export async function downloadElectron(root) {
  const { version } = JSON.parse(readFileSync(join(packageFolder(root), 'package.json'), 'utf8'));
  const file = memory(root);
  if (await answers(electronUrl(version, process.platform, process.arch, process.env))) {
    console.log(`Downloading Electron ${version} …`);
    spawnSync(process.execPath, [join(packageFolder(root), 'install.js')], { stdio: 'inherit' });
  }
  const program = electronProgram(root);
  if (program === null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, String(Date.now()));
  } else {
    rmSync(file, { force: true });
  }
  return program;
}
