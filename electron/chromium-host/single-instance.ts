import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: string[];
  readonly cwd: string;
  readonly data: unknown;
}

const PATIENCE_MS = 1000;
const SOCKET = /^kartoteka-[0-9a-f]{16}\.sock$/;
// How the command of a host ends; see start.ts.
const HOST = join('chromium-host', 'start.js');

/** Address at which the first start listens; short, since socket paths may not be long. */
export function instanceAddress(folder: string, platform: NodeJS.Platform): string {
  const name = `kartoteka-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Whether this process is one of ours: process numbers are used again. */
function isHost(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(HOST);
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(
        'chromium-host',
      );
    }
    const tasks = execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' });
    return tasks.toLowerCase().includes('node');
  } catch {
    return false;
  }
}

/** A lock on the data folder: a file with the number of the process that holds it. */
export class SingleInstance {
  #file: string | null = null;
  #server: Server | null = null;
  /** The word to the first start, on its way. */
  #telling: Promise<void> = Promise.resolve();

  /** Takes the lock, or tells its holder of this start and answers false. */
  request(folder: string, start: SecondStart, onSecond: (start: SecondStart) => void): boolean {
    if (this.#file !== null) return true;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'host.lock');
    if (!this.#take(file) && !this.#takeOver(file)) {
      this.#telling = tell(instanceAddress(folder, process.platform), start);
      return false;
    }
    this.#file = file;
    this.#listen(instanceAddress(folder, process.platform), onSecond);
    return true;
  }

  has(): boolean {
    return this.#file !== null;
  }

  release(): void {
    this.#server?.close();
    if (this.#file !== null) rmSync(this.#file, { force: true });
    this.#server = null;
    this.#file = null;
  }

  /** Waits until what was to be told is told. */
  async settled(): Promise<void> {
    await this.#telling;
  }

  #take(file: string): boolean {
    try {
      const handle = openSync(file, 'wx');
      try {
        writeSync(handle, String(process.pid));
      } catch {
        // A full disk. An empty lock is taken over by the next start, which is better than not to start at all.
      }
      closeSync(handle);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  /** Takes the lock of a process that was killed. */
  #takeOver(file: string): boolean {
    if (isHost(Number(readFileSync(file, 'utf8')))) return false;
    rmSync(file, { force: true });
    return this.#take(file);
  }

  #listen(address: string, onSecond: (start: SecondStart) => void): void {
    if (process.platform !== 'win32') rmSync(address, { force: true });
    const server = createServer((socket) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('end', () => {
        const second = readSecondStart(text);
        if (second !== null) onSecond(second);
      });
    });
    // Without a socket the lock still holds; a second start then only ends itself.
    server.on('error', () => undefined);
    server.listen({ path: address, readableAll: false, writableAll: false });
    server.unref();
    this.#server = server;
    if (process.platform !== 'win32') removeDeadSockets(address);
  }
}

/** Removes the sockets that killed hosts left in the folder for temporary files; one that answers is somebody's. */
function removeDeadSockets(own: string): void {
  const folder = dirname(own);
  for (const name of readdirSync(folder).filter((entry) => SOCKET.test(entry))) {
    const path = join(folder, name);
    if (path === own) continue;
    const socket = connect(path);
    socket.unref();
    socket.on('connect', () => socket.destroy());
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') rmSync(path, { force: true });
    });
  }
}

function readSecondStart(text: string): SecondStart | null {
  try {
    const { argv, cwd, data } = JSON.parse(text) as Record<string, unknown>;
    if (!Array.isArray(argv) || typeof cwd !== 'string') return null;
    return { argv: argv.map(String), cwd, data };
  } catch {
    return null;
  }
}

function tell(address: string, start: SecondStart): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('connect', () => socket.end(JSON.stringify(start)));
  });
}
