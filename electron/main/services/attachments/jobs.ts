import { randomUUID } from 'node:crypto';
import type { AttachmentOutcome } from '#shared/ipc/contract/attachments.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { ChunkCipher } from './chunk-cipher.ts';
import { JobEndedError } from './job-error.ts';

/** Least time between two events of one job, milliseconds. */
const PROGRESS_MS = 100;

/** What the work of a job gets. */
export interface JobContext {
  readonly jobId: string;
  /** Aborted with {@link JobEndedError} when the job is to end. */
  readonly signal: AbortSignal;
  /** Tells how far it has come. May be called as often as one likes. */
  readonly report: (done: number, total: number) => void;
}

interface Job {
  readonly control: AbortController;
  readonly ciphers: readonly ChunkCipher[];
  readonly outcome: Promise<AttachmentOutcome>;
}

/** Work that takes its time, by id. */
export interface Jobs {
  /** Starts work. The keys it was given are forgotten when it ends, however it ends. */
  run(ciphers: readonly ChunkCipher[], work: (job: JobContext) => Promise<AttachmentOutcome>): string;
  /** Waits for the end of a job, which is then forgotten. Throws what its work threw, and `refused` for no job. */
  outcome(jobId: string): Promise<AttachmentOutcome>;
  /** Ends a job; nothing happens when there is none. */
  cancel(jobId: string): void;
  /** Ends every job. Its keys are gone at once; answers when nothing is under way any more. */
  endAll(): Promise<void>;
}

/** @param emit Tells how far a job has come. */
export function createJobs(emit: (jobId: string, done: number, total: number) => void): Jobs {
  const jobs = new Map<string, Job>();

  function run(
    ciphers: readonly ChunkCipher[],
    work: (job: JobContext) => Promise<AttachmentOutcome>,
  ): string {
    const jobId = randomUUID();
    const control = new AbortController();
    const { signal } = control;
    const outcome = work({ jobId, signal, report: paced(jobId, emit) })
      .catch((error: unknown): AttachmentOutcome => {
        if (signal.aborted) return { kind: 'cancelled' };
        throw error;
      })
      .finally(() => ciphers.forEach((cipher) => cipher.wipe()));
    // Whoever asks for the outcome is told; until then it is nobody's failure.
    outcome.catch(() => undefined);
    jobs.set(jobId, { control, ciphers, outcome });
    return jobId;
  }

  return {
    run,
    async outcome(jobId) {
      const job = jobs.get(jobId);
      if (job === undefined) throw new MainFailure('refused');
      try {
        return await job.outcome;
      } finally {
        jobs.delete(jobId);
      }
    },
    cancel: (jobId) => jobs.get(jobId)?.control.abort(new JobEndedError()),
    async endAll() {
      const ending = [...jobs.values()];
      jobs.clear();
      for (const { control, ciphers } of ending) {
        control.abort(new JobEndedError());
        ciphers.forEach((cipher) => cipher.wipe());
      }
      await Promise.allSettled(ending.map(({ outcome }) => outcome));
    },
  };
}

function paced(
  jobId: string,
  emit: (jobId: string, done: number, total: number) => void,
): (done: number, total: number) => void {
  let last = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - last < PROGRESS_MS) return;
    last = now;
    emit(jobId, done, total);
  };
}
