import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { BackupPlace, ListedBackup } from '#shared/ipc/contract/backups.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import type { JournalFrame, JournalHead, KeyringEntry } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/ipc/settings.ts';

/** One backup on the fake disk. */
export interface FakeBackup {
  readonly listed: ListedBackup;
  readonly manifest: BackupManifest;
  readonly entries: Uint8Array<ArrayBuffer>[];
}

/** What the fake keeps of backups between two openings of the app. */
export interface FakeBackups {
  readonly made: FakeBackup[];
  /** Chosen places beside the local one; tests make them unreachable. */
  readonly places: BackupPlace[];
  drill: { at: number; ok: boolean } | null;
}

/** What the fake main process keeps between two openings of the app: its disk. */
export interface FakeDisk {
  header: VaultHeader | null;
  /** The frames that are kept. Taking some out of the middle makes a gap. */
  frames: JournalFrame[];
  /** The end of the chain before the first of them. */
  floor: JournalHead;
  /** Chain hash of every frame that was ever there, by its number. */
  readonly hashes: Map<number, Uint8Array<ArrayBuffer>>;
  readonly keyring: Map<FileId, Uint8Array<ArrayBuffer>>;
  /** Client files whose key was destroyed, with what shows that the vault did it. */
  readonly erased: Map<FileId, string | null>;
  /** What the keychain of the system keeps. */
  secret: Uint8Array<ArrayBuffer> | null;
  /** The keys of the next epoch, until a header makes them count. */
  staged: readonly KeyringEntry[];
  settings: Settings;
  readonly backups: FakeBackups;
}
