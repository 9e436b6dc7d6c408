import { basename, dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import type { AttachmentContent } from '#shared/formats/attachment-chunks.ts';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';
import type { AttachmentOutcome } from '#shared/ipc/contract/attachments.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { safeFileName } from '#shared/lib/safe-file-name.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { checkChunks } from './check-chunks.ts';
import type { CheckMemory } from './check-state.ts';
import { ChunkCipher } from './chunk-cipher.ts';
import type { ChunkStore } from './chunk-store.ts';
import { exportContent } from './export-content.ts';
import { importContent } from './import-content.ts';
import { createJobs, type JobContext, type Jobs } from './jobs.ts';
import { openFileSource, type PartsSource, partsSource, type Source } from './source.ts';

export interface AttachmentsDeps {
  readonly store: ChunkStore;
  readonly memory: CheckMemory;
  readonly clock: Clock;
  /** Whether the vault is open: no job starts while it is not. */
  readonly isUnlocked: () => boolean;
  /** Asks the user for files to add. Empty when they changed their mind. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Asks the user where to save, offering a name. Null when they changed their mind. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  /** Writes a file wholly or not at all. */
  readonly fill: (
    path: string,
    content: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  ) => Promise<void>;
  readonly onProgress: (progress: { jobId: string; done: number; total: number }) => void;
  /** Chunks that backups name; null when that cannot be known. */
  readonly namedByBackups: () => Promise<ReadonlySet<string> | null>;
  /** The folders of attachments beside the backups that can be reached now. */
  readonly copies: () => Promise<readonly ChunkStore[]>;
}

type Keys = RequestOf<'attachments.start'>['keys'];

/** The documents kept in client files: their chunks, and the jobs that make, read and check them. */
export class Attachments {
  readonly #deps: AttachmentsDeps;
  readonly #jobs: Jobs;
  readonly #inTurn = createTurns();
  readonly #feeds = new Map<string, PartsSource>();
  /** What ends each reading that goes on. */
  readonly #reads = new Set<() => void>();

  constructor(deps: AttachmentsDeps) {
    this.#deps = deps;
    this.#jobs = createJobs((jobId, done, total) => deps.onProgress({ jobId, done, total }));
  }

  /** Starts to import. Files chosen together are read one after another. Throws `refused` while the vault is locked. */
  async start({ keys, from }: RequestOf<'attachments.start'>): Promise<ResponseOf<'attachments.start'>> {
    this.#requireUnlocked();
    try {
      if (from.way === 'parts') return [this.#startParts(keys, from.name, from.size)];
      const started = [];
      for (const path of await this.#deps.chooseFiles()) {
        const size = await sizeOf(path);
        started.push({ jobId: this.#startFile(keys, path), name: basename(path), size });
      }
      return started;
    } finally {
      wipe(keys);
    }
  }

  /** Takes the next part of a file that comes in parts; nothing happens when its job has ended. */
  async part({ jobId, bytes }: RequestOf<'attachments.part'>): Promise<void> {
    await this.#feeds.get(jobId)?.push(bytes);
  }

  /** Starts to save an attachment where the user says. Throws `refused` while the vault is locked. */
  async save({
    keys,
    name,
    content,
  }: RequestOf<'attachments.save'>): Promise<ResponseOf<'attachments.save'>> {
    this.#requireUnlocked();
    try {
      const path = await this.#deps.chooseTarget(safeFileName(name));
      if (path === null) return { jobId: null };
      return { jobId: this.#startSave(keys, path, name, content) };
    } finally {
      wipe(keys);
    }
  }

  /**
   * The content of a small attachment. Throws `refused` while the vault is locked, `attachmentDamaged` when it is not all there;
   * rejects when the vault is locked meanwhile.
   */
  async read({
    keys,
    name,
    content,
  }: RequestOf<'attachments.read'>): Promise<ResponseOf<'attachments.read'>> {
    const bytes = new Uint8Array(content.size);
    let at = 0;
    await this.#eachChunk({ keys, name, content }, (chunk) => {
      bytes.set(chunk, at);
      at += chunk.length;
    });
    return { bytes };
  }

  /** Starts to import one file by its path, which only main knows. Throws `refused` while the vault is locked. */
  async startPath(keys: Keys, path: string): Promise<ResponseOf<'attachments.start'>[number]> {
    this.#requireUnlocked();
    try {
      const size = await sizeOf(path);
      return { jobId: this.#startFile(keys, path), name: basename(path), size };
    } finally {
      wipe(keys);
    }
  }

  /**
   * Reads a content again, chunk by chunk, to be sure of it. Throws `refused` while the vault is locked, `attachmentDamaged`
   * when it is not all there.
   */
  async verify(keys: Keys, fileName: string, content: AttachmentContent): Promise<void> {
    await this.#eachChunk({ keys, name: fileName, content }, () => undefined);
  }

  /** Opens a content, chunk by chunk; it ends when the vault is locked. */
  async #eachChunk(
    { keys, name, content }: RequestOf<'attachments.read'>,
    take: (chunk: Uint8Array) => void,
  ): Promise<void> {
    this.#requireUnlocked();
    const cipher = cipherWith(keys);
    wipe(keys);
    const { store, copies } = this.#deps;
    const control = new AbortController();
    const end = (): void => {
      control.abort();
      cipher.wipe();
    };
    this.#reads.add(end);
    const { signal } = control;
    const work = { fileName: name, content, cipher, store, copies, signal, onProgress: () => undefined };
    try {
      await exportContent(work, async (chunk) => take(chunk));
    } finally {
      end();
      this.#reads.delete(end);
    }
  }

  /** Starts to compare chunks with records. Throws `refused` while the vault is locked. */
  check({ occasion, files, keep }: RequestOf<'attachments.check'>): ResponseOf<'attachments.check'> {
    this.#requireUnlocked();
    const checked = files.map(({ keys, attachments }) => ({ cipher: cipherWith(keys), attachments }));
    for (const { keys } of files) wipe(keys);
    const jobId = this.#jobs.run(
      checked.map(({ cipher }) => cipher),
      ({ signal, report }) =>
        checkChunks({ ...this.#deps, occasion, files: checked, keep, signal, onProgress: report }),
    );
    return { jobId };
  }

  /** Waits for the end of a job. Throws what it failed with, and `refused` when there is none. */
  outcome(jobId: string): Promise<AttachmentOutcome> {
    return this.#jobs.outcome(jobId);
  }

  /** Ends a job; nothing happens when there is none. */
  cancel(jobId: string): void {
    this.#jobs.cancel(jobId);
  }

  /** Ends every job, as at lock: their keys are gone at once. Answers when nothing is under way any more. */
  endJobs(): Promise<void> {
    for (const end of this.#reads) end();
    return this.#jobs.endAll();
  }

  /**
   * Removes the chunks of an erased client file, there or not; they are gone from the disk when it answers. No other
   * client file can name them: names are made with the file's own key. Throws `MainFailure`; then some may be left.
   * @returns How many were there.
   */
  removeChunks(names: Iterable<string>): Promise<number> {
    return this.#deps.store.remove(names);
  }

  #startFile(keys: Keys, path: string): string {
    this.#requireUnlocked();
    const cipher = cipherWith(keys);
    return this.#jobs.run([cipher], (job) =>
      this.#inTurn(job.signal, async () => this.#imported(await openFileSource(path), cipher, job)),
    );
  }

  #startParts(keys: Keys, name: string, size: number): ResponseOf<'attachments.start'>[number] {
    const cipher = cipherWith(keys);
    const jobId = this.#jobs.run([cipher], async (job) => {
      const source = partsSource(name, size, job.signal);
      this.#feeds.set(job.jobId, source);
      try {
        return await this.#imported(source, cipher, job);
      } finally {
        this.#feeds.delete(job.jobId);
      }
    });
    return { jobId, name, size };
  }

  async #imported(
    source: Source,
    cipher: ChunkCipher,
    { signal, report }: JobContext,
  ): Promise<AttachmentOutcome> {
    const { store } = this.#deps;
    const onProgress = (done: number): void => report(done, Math.max(done, source.size));
    return { kind: 'imported', content: await importContent({ source, cipher, store, signal, onProgress }) };
  }

  #startSave(keys: Keys, path: string, fileName: string, content: AttachmentContent): string {
    this.#requireUnlocked();
    const { store, copies, fill } = this.#deps;
    const cipher = cipherWith(keys);
    return this.#jobs.run([cipher], async ({ signal, report }) => {
      const onProgress = (done: number): void => report(done, content.size);
      const work = { fileName, content, cipher, store, copies, signal, onProgress };
      await fill(path, (write) => exportContent(work, write));
      return { kind: 'saved', fileName: basename(path), folder: dirname(path) };
    });
  }

  #requireUnlocked(): void {
    if (!this.#deps.isUnlocked()) throw new MainFailure('refused');
  }
}

/** Each job has a copy of its own, which it forgets when it ends. */
const cipherWith = ({ names, chunks }: Keys): ChunkCipher =>
  new ChunkCipher({ names: names.slice(), chunks: chunks.slice() });

function wipe({ names, chunks }: Keys): void {
  names.fill(0);
  chunks.fill(0);
}

/** Size of a file, to show; 0 when that cannot be known: reading it will tell why. */
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

type InTurn = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** Runs work one after another, in the order it was asked for. What is aborted does not wait for its turn. */
function createTurns(): InTurn {
  let last: Promise<void> = Promise.resolve();
  return async (signal, work) => {
    const before = last;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    aborted.catch(() => undefined);
    const running = before.then(() => {
      signal.throwIfAborted();
      return work();
    });
    last = running.then(
      () => undefined,
      () => undefined,
    );
    await Promise.race([before, aborted]);
    return running;
  };
}
