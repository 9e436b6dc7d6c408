import { create } from 'zustand';
import type { FileId } from '#shared/domain/ids.ts';
import type { Scan, Scans } from '#shared/ipc/contract/scans.ts';
import { attachmentKeysOf } from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { addImported } from './attachments.ts';

const NONE: Scans = { folder: null, there: true, scans: [] };

const useState = create<{ readonly status: Scans }>(() => ({ status: NONE }));

/** The scan folder and what waits in it, as main last told. */
export const useScans = (): Scans => useState(({ status }) => status);

const show = (status: Scans): void => useState.setState({ status });

/** Follows the scan folder. Returns the function that ends it. */
export function followScans(): () => void {
  const end = platform().on('scans.changed', show);
  // What cannot be asked now is told at the next change.
  value(platform().scans.status())
    .then(show)
    .catch(() => undefined);
  return end;
}

/** Lets the user choose the folder that is watched. `inside`: it lies in the app's own data and was not taken. */
export async function chooseScanFolder(): Promise<'chosen' | 'cancelled' | 'inside'> {
  const { outcome } = await value(platform().scans.choose());
  show(await value(platform().scans.status()));
  return outcome;
}

/** Watches no folder any more. The scans in it stay where they are. */
export async function forgetScanFolder(): Promise<void> {
  await value(platform().scans.forget());
  show(NONE);
}

/** These scans are not offered any more; they stay in their folder. */
export const leaveScans = (scans: readonly Scan[]): Promise<void> =>
  value(platform().scans.leave(scans.map(({ scanId }) => scanId)));

/**
 * Puts a scan into a client file, as it is. With `remove` its file goes from the folder once the vault has given the
 * content back whole; when that fails, the document is there and the file stays.
 * @returns False when it was cancelled.
 */
export async function addScan(fileId: FileId, { scanId }: Scan, remove: boolean): Promise<boolean> {
  const started = await value(platform().scans.start({ scanId, keys: attachmentKeysOf(fileId) }));
  const content = await addImported(fileId, started);
  if (content === null) return false;
  const { size, sha256, chunks } = content;
  const keys = attachmentKeysOf(fileId);
  await value(platform().scans.finish({ scanId, keys, content: { size, sha256, chunks }, remove }));
  return true;
}
