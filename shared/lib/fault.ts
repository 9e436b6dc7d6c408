/**
 * The numbered fault points: every step at which a crash or a failing disk would leave something half done. Tests let each
 * one fail, or end the process there. A name stands here once, in the order in which the steps of one work happen.
 */
export const FAULT_POINTS = [
  'journal.segment.created',
  'journal.segment.headed',
  'journal.segment.named',
  'journal.tail.kept',
  'journal.tail.cut',
  'journal.beforeWrite',
  'journal.afterWrite',
  'journal.afterSync',
  'journal.floor.beforeRename',
  'journal.floor.written',
  'journal.segment.dropped',
  'file.written',
  'file.synced',
  'file.renamed',
  'file.named',
  'keyring.written',
  'keyring.copied',
  'keyring.erased.newest',
  'keyring.erased.copy',
  'keyring.erased.strays',
  'keyring.staged',
  'keyring.promoted',
  'keyring.finished.copy',
  'header.mainWritten',
  'header.copyWritten',
  'backup.begun',
  'backup.written',
  'backup.synced',
  'backup.verified',
  'backup.named',
  'backup.indexed',
  'backup.pruned',
  'restore.headerStaged',
  'restore.keyringStaged',
  'restore.backupStaged',
  'restore.journalStaged',
  'restore.staged',
  'restore.ready',
  'restore.oldVaultAside',
  'restore.vaultPlaced',
  'restore.oldKeysAside',
  'restore.keysPlaced',
  'attachment.chunk.written',
  'attachment.chunk.synced',
  'attachment.chunk.named',
  'attachment.settled',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** What a test does at a point: nothing, throw, or end the process. */
export type FaultHandler = (point: FaultPoint) => void | Promise<void>;

/** False in what users get: the bundler replaces it. Tests run the sources, where it is not defined. */
declare const KARTOTEKA_FAULTS: boolean;
/** Whether fault points do anything. A constant, so that bundlers leave out what stands behind it. */
export const FAULTS = typeof KARTOTEKA_FAULTS === 'undefined' || KARTOTEKA_FAULTS;

let handler: FaultHandler | null = null;

/** Installs what happens at fault points; null takes it away. In pages of the built app a test sets it by name. */
export function onFault(next: FaultHandler | null): void {
  handler = next;
}
if (FAULTS) Object.assign(globalThis, { onKartotekaFault: onFault });

/** A step after which the process may end or the disk may fail. Does nothing in what users get. */
export async function fault(point: FaultPoint): Promise<void> {
  if (FAULTS) await handler?.(point);
}
