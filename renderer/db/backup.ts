import { backupRecipient } from '#shared/crypto/backup-identity.ts';
import { BackupSum, encodeRecords, encodeUnreadable, payloadOf } from '#shared/formats/backup.ts';
import type { BackupReason, Quarantined } from '#shared/formats/backup-manifest.ts';
import { sealOfBackup } from '#shared/formats/backup-seal.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { VaultDamagedError } from './errors.ts';
import type { Progress } from './journal.ts';
import type { OpenVault } from './open-vault.ts';
import { EMPTY_DIGEST, sameRows, withRow } from './row-digest.ts';
import { rowKey } from './row-key.ts';
import { storedVault, vaultHeader, vaultKeyInUse, vaultKeysInUse } from './session.ts';
import { StoreMovedError } from './store.ts';
import { backupIdentitiesOf } from './vault-keys.ts';
import { putOf, type CopiedRows, type StoreCopy } from './store-copy.ts';

/** Records are sent in batches of about this many bytes. */
const SEND_BYTES = 2 * 1024 * 1024;
/** Changes of the store under the copy are few; more tries than this mean that something else is wrong. */
const TRIES = 4;

/** What became of a backup. */
export interface BackupResult extends ResponseOf<'backups.finish'> {
  /** How many records it holds. */
  readonly records: number;
  /** Those that did not open, although the store had just been filled anew. They are kept in it as they are. */
  readonly quarantined: readonly Quarantined[];
  /** The state it holds: number of the last change. */
  readonly seq: number;
}

let running: Promise<unknown> = Promise.resolve();

/**
 * Backs up the whole vault, as it is at this moment, to every place; changes go on meanwhile. One at a time: a second one
 * waits for the first. A record that does not open makes the store be filled anew first; if it still does not open it is
 * quarantined and listed.
 * @param onProgress Told how many records have been sent.
 * @param signal Ends it: then it rejects with the signal's reason, and nothing of the backup is left.
 * @throws `PlatformError` when main cannot begin. That no place took it is told in the result and not thrown.
 */
export function backUp(
  reason: BackupReason,
  onProgress?: Progress,
  signal?: AbortSignal,
): Promise<BackupResult> {
  const next = running.then(() => inTries(reason, { onProgress, signal }));
  running = next.catch(() => undefined);
  return next;
}

interface Watch {
  readonly onProgress: Progress | undefined;
  readonly signal: AbortSignal | undefined;
}

async function inTries(reason: BackupReason, watch: Watch): Promise<BackupResult> {
  const vault = storedVault();
  let healed = false;
  for (let left = TRIES; ; left -= 1) {
    try {
      return await backUpOnce(vault, reason, healed, watch);
    } catch (error) {
      if (left === 0) throw error;
      if (error instanceof StoreDamagedError) {
        if (healed) throw new VaultDamagedError('vaultDamaged', error.message);
        healed = true;
        await vault.refill();
      } else if (!(error instanceof StoreMovedError)) throw error;
    }
  }
}

/** The store is not what it says it is. */
class StoreDamagedError extends Error {}

async function backUpOnce(
  vault: OpenVault,
  reason: BackupReason,
  healed: boolean,
  watch: Watch,
): Promise<BackupResult> {
  const { signal } = watch;
  signal?.throwIfAborted();
  const [identity = ''] = backupIdentitiesOf(vaultKeysInUse());
  const recipients = [await backupRecipient(identity), vaultHeader().slots.recovery.recipient];
  const copy = await vault.copyRows();
  try {
    const { seq, hash, stamp } = copy.head;
    const { jobId } = await value(
      platform().backups.begin({ reason, head: { seq, hash }, stamp, recipients }),
    );
    const abandon = (): Promise<unknown> => platform().backups.abandon({ jobId });
    const cancel = (): void => void abandon();
    signal?.addEventListener('abort', cancel);
    try {
      const sent = await send(vault, copy, jobId, { ...watch, healed });
      const { rootHash, counts, quarantined, records } = sent;
      const manifest = await value(
        platform().backups.end({ jobId, rootHash, counts, quarantined: [...quarantined] }),
      );
      if (manifest.rootHash !== rootHash || manifest.head.seq !== seq || manifest.stamp !== stamp) {
        throw new Error('The backup says something else of itself');
      }
      const mac = sealOfBackup(vaultKeyInUse(), manifest);
      const finished = await value(platform().backups.finish({ jobId, mac }));
      return { ...finished, records, quarantined, seq };
    } catch (error) {
      await abandon();
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  } finally {
    vault.endCopy(copy);
  }
}

/** Sends every row, checking each; and at the end that they are the rows the store says it has. */
async function send(
  vault: OpenVault,
  copy: StoreCopy,
  jobId: string,
  { healed, onProgress, signal }: Watch & { readonly healed: boolean },
) {
  const sum = new BackupSum();
  const quarantined: Quarantined[] = [];
  let [records, digest] = [0, EMPTY_DIGEST];

  let adding: Promise<unknown> = Promise.resolve();
  /** Main takes one block while the next is read and checked. */
  const add = async (entry: Uint8Array<ArrayBuffer>): Promise<void> => {
    await adding;
    adding = value(platform().backups.add({ jobId, entry }));
    adding.catch(() => undefined); // Told at the next block, or at the end.
  };
  const sendRecords = async (ops: readonly PutOp[]): Promise<void> => {
    if (ops.length === 0) return;
    sum.records(ops);
    await add(encodeRecords(ops));
  };
  const quarantine = async ({ table }: CopiedRows, row: CopiedRows['rows'][number]): Promise<void> => {
    if (!healed) throw new StoreDamagedError('A record does not open');
    const id = String(row.id).slice(0, 200);
    const block = encodeUnreadable({ table, id, row });
    sum.unreadable({ table, id }, payloadOf(block));
    quarantined.push({ table, id });
    await add(block);
  };

  for await (const part of copy.rows()) {
    signal?.throwIfAborted();
    const whole: PutOp[] = [];
    for (const row of part.rows) {
      digest = withRow(digest, part.table, rowKey(row.id, row.rev));
      if (vault.opens(part.table, row)) whole.push(putOf(part.table, row));
      else await quarantine(part, row);
    }
    for (const batch of inBytes(whole)) await sendRecords(batch);
    records += part.rows.length;
    onProgress?.(records, copy.head.count);
  }
  await adding;
  if (records !== copy.head.count || !sameRows(digest, copy.head.digest)) {
    throw new StoreDamagedError('The store lacks records');
  }
  const { rootHash, counts } = sum.end();
  return { rootHash, counts, quarantined, records: records - quarantined.length };
}

function* inBytes(ops: readonly PutOp[]): Iterable<readonly PutOp[]> {
  let [from, size] = [0, 0];
  for (const [index, op] of ops.entries()) {
    if (index > from && size + op.sealed.length > SEND_BYTES) {
      yield ops.slice(from, index);
      [from, size] = [index, 0];
    }
    size += op.sealed.length;
  }
  yield ops.slice(from);
}
