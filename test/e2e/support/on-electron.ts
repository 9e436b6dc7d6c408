import { spawnSync } from 'node:child_process';
import type { Electron } from '@playwright/test';
import { type RunningApp, findWindow } from './running-app.ts';

/** Starts the built app in Electron itself. */
export async function startOnElectron(
  electron: Electron,
  userData: string,
  language: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningApp> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await electron.launch({
    args: ['.', `--user-data-dir=${userData}`, `--lang=${language}`, ...(root ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  let output = '';
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    userData,
    output: () => output,
    window: () => findWindow(() => app.windows(), null),
    nextWindow: (old) => findWindow(() => app.windows(), old),
    evaluate: (run, ...[arg]) => app.evaluate(run as never, arg as never),
    close: () => app.close(),
    kill: async () => {
      if (process.platform === 'win32') spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F']);
      // Playwright makes Electron the leader of a group that holds all its processes.
      else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
