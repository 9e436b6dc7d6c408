import { z } from 'zod';

/** Everything that can go wrong across the boundary, as the user will be told. Each has texts in `errors.<code>`. */
export const FAILURE_CODES = [
  'refused', // the message or its sender was not acceptable
  'unexpected', // a defect; the log says more
  'diskFull',
  'readOnly',
  'notFound',
  'nameNotAllowed',
  'pathTooLong',
  'fileBusy',
  'printFailed',
  'noPrinter',
  'journalUnwritable',
  'journalDamaged',
  'vaultDamaged',
  'headerAltered', // somebody without the vault key has written to the header
  'keysUnsure', // a change of the keys was written, and the disk has not confirmed it
  'vaultNewer',
  'vaultExists',
  'backupDamaged',
  'backupLocked', // the words or the passphrase do not open it
  'backupForged', // it opens, and the vault did not make it
  'keyringMissing',
  'sourceUnreadable', // a file to be imported cannot be read
  'sourceChanged', // it changed while it was read
  'fileTooLarge',
  'attachmentDamaged', // chunks of a document are missing or do not open
  'offline', // the main process does not answer
] as const;
export const failureCodeSchema = z.enum(FAILURE_CODES);
export type FailureCode = z.infer<typeof failureCodeSchema>;

export const failureSchema = z.object({
  code: failureCodeSchema,
  /** Values for the message: file names, folders, numbers. Never client data. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** A failure as data; never a raw exception. */
export type Failure = z.infer<typeof failureSchema>;
