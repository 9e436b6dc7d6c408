import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';

/** Whether a program can be found on the path. */
export function hasCommand(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** Runs a program to its end; answers its exit code, null when it could not be started, and what it printed. */
export function runCommand(
  name: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', () => resolve({ code: null, output }));
    child.on('close', (code) => resolve({ code, output: output.trimEnd() }));
  });
}

/** The same while everything else stands still; for Electron's `…Sync` functions. */
export function runCommandSync(
  name: string,
  args: readonly string[],
): { code: number | null; output: string } {
  const { status, stdout } = spawnSync(name, args, { encoding: 'utf8' });
  return { code: status, output: (stdout ?? '').trimEnd() };
}

/** Starts the program with which the desktop opens a URL or a file. */
export function openWithDesktop(target: string): Promise<boolean> {
  const [name, ...args] =
    process.platform === 'darwin'
      ? ['open', target]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', target]
        : ['xdg-open', target];
  return new Promise((resolve) => {
    const child = spawn(name ?? '', args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => resolve(true));
    child.unref();
  });
}
