import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type * as Electron from 'electron';

type Module = typeof Electron;
type Ready = { readonly ready: true; readonly port: number; readonly pid: number };
type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };

/** What a host is started with. */
export interface HostStart {
  /** The built `start.js` of the Chromium host. */
  readonly start: string;
  /** The folder of the app's `package.json`. */
  readonly app: string;
  readonly userData: string;
  /** On top of this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A started host, driven through the channel to its process. */
export class HostProcess {
  readonly #child: ChildProcess;
  readonly #answers = new Map<number, (answer: Answer) => void>();
  readonly #exited: Promise<number | null>;
  #output = '';
  #asked = 0;
  #ready: Ready | null = null;

  constructor({ start, app, userData, env = {} }: HostStart) {
    this.#child = spawn(process.execPath, [start, app], {
      // A group of its own, so that all of it can be ended at once.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: {
        ...process.env,
        KARTOTEKA_HEADLESS: '1',
        KARTOTEKA_DEBUG_PORT: '0',
        KARTOTEKA_USER_DATA: userData,
        ...env,
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
    this.#child.on('message', (message) => {
      if (typeof message !== 'object') return;
      if ('ready' in message) this.#ready = message as Ready;
      if ('id' in message) this.#answers.get((message as Answer).id)?.(message as Answer);
    });
    this.#exited = new Promise((resolve) => {
      this.#child.on('exit', (code) => resolve(code));
    });
  }

  /** What the app printed so far. */
  get output(): string {
    return this.#output;
  }
  /** Chromium's process; 0 before the first window. */
  get chromiumPid(): number {
    return this.#ready?.pid ?? 0;
  }
  /** The leaders of the process groups that make the app: Chromium's and the host's. */
  get groups(): readonly number[] {
    return [this.#ready?.pid, this.#child.pid].flatMap((pid) =>
      pid === undefined || pid === 0 ? [] : [pid],
    );
  }
  /** Exit code; null when a signal ended it. */
  get exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Waits for the first window's Chromium; answers the port at which it can be attached to. */
  async port(): Promise<number> {
    const gone = this.#exited.then((code) => {
      throw new Error(`The app ended with ${code} before it had a window.\n${this.#output}`);
    });
    gone.catch(() => undefined);
    for (let tries = 0; this.#ready === null; tries += 1) {
      if (tries > 600) throw new Error(`The app opened no window.\n${this.#output}`);
      await Promise.race([wait(50), gone]);
    }
    return this.#ready.port;
  }

  /** Runs a function in the main process, with Electron's module; its source text goes there, nothing around it. */
  async evaluate<R, A>(run: (electron: Module, arg: A) => R | Promise<R>, arg: A): Promise<R> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<Answer>((resolve) => this.#answers.set(id, resolve));
    this.#child.send({ id, evaluate: run.toString(), arg });
    const gone = this.#exited.then((): Answer => ({ id, error: 'The app has ended.' }));
    const { result, error } = await Promise.race([answer, gone]);
    this.#answers.delete(id);
    if (error !== undefined) throw new Error(error);
    return result as R;
  }

  /**
   * Asks the app to quit, as the system does at log-out, and waits. Whatever does not end is killed.
   * @param limit Longest wait, milliseconds. An app that still makes a backup ends when it has.
   */
  async close(limit = 15_000): Promise<number | null> {
    this.#child.kill('SIGTERM');
    const code = await Promise.race([this.#exited, wait(limit, 'late' as const)]);
    if (code !== 'late') return code;
    await this.kill();
    throw new Error(`The app did not quit.\n${this.#output}`);
  }

  /** Ends everything at once, Chromium first, with no word of warning: what a power cut leaves is left. */
  async kill(): Promise<void> {
    for (const pid of this.groups) killGroup(pid);
    await this.#exited;
  }
}

function killGroup(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
