import { basename, dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import type { AttachmentKeys } from '#shared/crypto/attachment-keys.ts';
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
import { createJobs, type JobContext } from './jobs.ts';
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
}

/** The documents kept in client files: their chunks, and the jobs that make and read them. */
export interface AttachmentsService {
  start(request: RequestOf<'attachments.start'>): Promise<ResponseOf<'attachments.start'>>;
  part(request: RequestOf<'attachments.part'>): Promise<void>;
  save(request: RequestOf<'attachments.save'>): Promise<ResponseOf<'attachments.save'>>;
  check(request: RequestOf<'attachments.check'>): ResponseOf<'attachments.check'>;
  outcome(jobId: string): Promise<AttachmentOutcome>;
  cancel(jobId: string): void;
  /** Ends every job, as at lock. Answers when nothing is under way any more. */
  endJobs(): Promise<void>;
  /**
   * Removes the chunks of an erased client file, there or not; they are gone from the disk when it answers. No other
   * client file can name them: names are made with the file's own key. Throws `MainFailure`; then some may be left.
   * @returns How many were there.
   */
  removeChunks(names: Iterable<string>): Promise<number>;
}

/** Makes the service. */
export function createAttachments(deps: AttachmentsDeps): AttachmentsService {
  const { store, isUnlocked } = deps;
  const jobs = createJobs((jobId, done, total) => deps.onProgress({ jobId, done, total }));
  const inTurn = createTurns();
  const feeds = new Map<string, PartsSource>();

  const requireUnlocked = (): void => {
    if (!isUnlocked()) throw new MainFailure('refused');
  };

  async function imported(
    source: Source,
    cipher: ChunkCipher,
    { signal, report }: JobContext,
  ): Promise<AttachmentOutcome> {
    const onProgress = (done: number): void => report(done, Math.max(done, source.size));
    return { kind: 'imported', content: await importContent({ source, cipher, store, signal, onProgress }) };
  }

  async function startChosen(keys: AttachmentKeys): Promise<ResponseOf<'attachments.start'>> {
    const paths = await deps.chooseFiles();
    requireUnlocked();
    const started = [];
    for (const path of paths) {
      const size = await sizeOf(path);
      const cipher = cipherWith(keys);
      const jobId = jobs.run([cipher], (job) =>
        inTurn(job.signal, async () => imported(await openFileSource(path), cipher, job)),
      );
      started.push({ jobId, name: basename(path), size });
    }
    return started;
  }

  function startParts(keys: AttachmentKeys, name: string, size: number): ResponseOf<'attachments.start'> {
    const cipher = cipherWith(keys);
    const jobId = jobs.run([cipher], async (job) => {
      const source = partsSource(name, size, job.signal);
      feeds.set(job.jobId, source);
      try {
        return await imported(source, cipher, job);
      } finally {
        feeds.delete(job.jobId);
      }
    });
    return [{ jobId, name, size }];
  }

  async function save({
    keys,
    name,
    content,
  }: RequestOf<'attachments.save'>): Promise<ResponseOf<'attachments.save'>> {
    requireUnlocked();
    const path = await deps.chooseTarget(safeFileName(name));
    if (path === null) return { jobId: null };
    requireUnlocked();
    const cipher = cipherWith(keys);
    const jobId = jobs.run([cipher], async ({ signal, report }) => {
      const onProgress = (done: number): void => report(done, content.size);
      const work = { fileName: name, content, cipher, store, signal, onProgress };
      await deps.fill(path, (write) => exportContent(work, write));
      return { kind: 'saved', fileName: basename(path), folder: dirname(path) };
    });
    return { jobId };
  }

  function check({ occasion, files, keep }: RequestOf<'attachments.check'>): ResponseOf<'attachments.check'> {
    requireUnlocked();
    const checked = files.map(({ keys, attachments }) => ({ cipher: cipherWith(keys), attachments }));
    const jobId = jobs.run(
      checked.map(({ cipher }) => cipher),
      ({ signal, report }) =>
        checkChunks({ ...deps, occasion, files: checked, keep, signal, onProgress: report }),
    );
    return { jobId };
  }

  return {
    async start({ keys, from }) {
      requireUnlocked();
      try {
        return from.way === 'dialog' ? await startChosen(keys) : startParts(keys, from.name, from.size);
      } finally {
        wipe(keys);
      }
    },
    part: async ({ jobId, bytes }) => feeds.get(jobId)?.push(bytes),
    async save(request) {
      try {
        return await save(request);
      } finally {
        wipe(request.keys);
      }
    },
    check(request) {
      try {
        return check(request);
      } finally {
        for (const { keys } of request.files) wipe(keys);
      }
    },
    outcome: jobs.outcome,
    cancel: jobs.cancel,
    endJobs: jobs.endAll,
    removeChunks: (names) => store.remove(names),
  };
}

/** Each job has a copy of its own, which it forgets when it ends. */
const cipherWith = ({ names, chunks }: AttachmentKeys): ChunkCipher =>
  new ChunkCipher({ names: names.slice(), chunks: chunks.slice() });

function wipe({ names, chunks }: AttachmentKeys): void {
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
