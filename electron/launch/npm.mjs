import { spawnSync } from 'node:child_process';

/** Runs npm to its end. @returns whether it succeeded, and what it printed unless that went to the terminal. */
export function npm(args, { root, quiet }) {
  // Inside `npm start`, npm says where it is; that works without a shell on every platform.
  const own = process.env.npm_execpath;
  const [command, rest, shell] = own
    ? [process.execPath, [own, ...args], false]
    : ['npm', args, process.platform === 'win32'];
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const { status, stdout, stderr } = spawnSync(command, rest, { cwd: root, shell, stdio, encoding: 'utf8' });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` };
}
