import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { AttachmentOutcome } from '#shared/ipc/contract/attachments.ts';
import { platform, value } from '#renderer/platform/index.ts';

/** Work on one document that goes on. */
export interface AttachmentJob {
  readonly jobId: string;
  readonly fileId: FileId;
  readonly kind: 'import' | 'save';
  /** Name of the document. */
  readonly name: string;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
}

interface State {
  readonly jobs: readonly AttachmentJob[];
  /** Documents that were found to be incomplete on the disk. */
  readonly broken: ReadonlySet<RecordId>;
}

const useState = create<State>(() => ({ jobs: [], broken: new Set() }));

/** The work that goes on in one client file, in the order it was asked for. */
export const useAttachmentJobs = (fileId: FileId): readonly AttachmentJob[] =>
  useState(useShallow(({ jobs }) => jobs.filter((job) => job.fileId === fileId)));

/** Documents of which parts are missing or damaged, as far as was found since the vault was opened. */
export const useBrokenAttachments = (): ReadonlySet<RecordId> => useState(({ broken }) => broken);

/** Takes note of which documents are whole and which are not. */
export function noteAttachments(found: {
  readonly whole?: Iterable<RecordId>;
  readonly broken?: Iterable<RecordId>;
}): void {
  useState.setState(({ broken }) => {
    const next = new Set(broken);
    for (const id of found.whole ?? []) next.delete(id);
    for (const id of found.broken ?? []) next.add(id);
    return { broken: next };
  });
}

/** Replaces what is known of all documents, as after a check. */
export const noteBrokenOnly = (broken: Iterable<RecordId>): void =>
  useState.setState({ broken: new Set(broken) });

/** Calls back with how far a job has come. Returns the function that ends it. */
export const onJobProgress = (
  jobId: string,
  listener: (progress: { readonly done: number; readonly total: number }) => void,
): (() => void) =>
  platform().on('attachments.progress', (progress) => {
    if (progress.jobId === jobId) listener(progress);
  });

/** Shows a job until it ends. Rejects with what it failed with. */
export async function followJob(job: Omit<AttachmentJob, 'done'>): Promise<AttachmentOutcome> {
  const { jobId } = job;
  const end = onJobProgress(jobId, ({ done, total }) =>
    useState.setState(({ jobs }) => ({
      jobs: jobs.map((other) => (other.jobId === jobId ? { ...other, done, total } : other)),
    })),
  );
  useState.setState(({ jobs }) => ({ jobs: [...jobs, { ...job, done: 0 }] }));
  try {
    return await value(platform().attachments.outcome({ jobId }));
  } finally {
    end();
    useState.setState(({ jobs }) => ({ jobs: jobs.filter((other) => other.jobId !== jobId) }));
  }
}

/** Ends a job; nothing of it is kept. */
export const cancelAttachmentJob = async (jobId: string): Promise<void> =>
  value(platform().attachments.cancel({ jobId }));
