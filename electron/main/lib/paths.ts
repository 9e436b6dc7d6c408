import { join } from 'node:path';

/** Where everything is kept. These names never change. */
export interface DataPaths {
  /** The data folder: everything below lies in it. */
  readonly userData: string;
  /** Header, journal and attachments: what makes the vault. */
  readonly vault: string;
  readonly journal: string;
  /** Sealed chunks of the documents kept in client files. */
  readonly attachments: string;
  /** The backups that are always made, whatever other places there are. */
  readonly backups: string;
  /** Keys of client files, apart from the vault and its backups: destroying one erases that file everywhere. */
  readonly keyring: string;
  readonly logs: string;
  /** When chunks were last checked, and since when some belong to nothing. Derived. */
  readonly attachmentsCheckFile: string;
  /** The scan folder, and which files in it were seen to. */
  readonly scansFile: string;
  readonly settingsFile: string;
  readonly windowFile: string;
  readonly attemptsFile: string;
  /** Nothing but room, given up when the disk is full. */
  readonly reserveFile: string;
  /** Which of the user's files are being written. */
  readonly unfinishedFile: string;
}

/** The places in a data folder. */
export const dataPaths = (userData: string): DataPaths => ({
  userData,
  vault: join(userData, 'vault'),
  journal: join(userData, 'vault', 'journal'),
  attachments: join(userData, 'vault', 'attachments'),
  attachmentsCheckFile: join(userData, 'attachments-check.json'),
  backups: join(userData, 'vault', 'backups'),
  keyring: join(userData, 'keyring'),
  logs: join(userData, 'logs'),
  scansFile: join(userData, 'scans.json'),
  settingsFile: join(userData, 'settings.json'),
  windowFile: join(userData, 'window.json'),
  attemptsFile: join(userData, 'attempts.json'),
  reserveFile: join(userData, 'reserve.bin'),
  unfinishedFile: join(userData, 'unfinished.json'),
});
