import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { GROWING_TABLES, TABLE_NAMES, type RecordKind, type TableName } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import { audit } from './audit.ts';
import { readBackup } from './backup-contents.ts';
import type { Progress } from './journal.ts';
import type { OpenVault } from './open-vault.ts';
import { storedVault, vault } from './session.ts';
import { rowOf } from './store.ts';
import type { VaultReader } from './types.ts';
import { bodyOf } from './unseal.ts';

/** How much of the vault is restored. */
export type RestoreScope = { readonly whole: true } | { readonly fileId: FileId };

/** What a restore changes. */
export interface RestoreOutcome {
  /** Records put back as they were in the backup. */
  readonly put: number;
  /** Records made since, which go from view; their versions stay in the history. */
  readonly removed: number;
}

/** History and activity log only ever grow: what was done since stays to be seen. */
const TABLES = TABLE_NAMES.filter((table) => !GROWING_TABLES.some((growing) => growing === table));

type Records = ReadonlyMap<TableName, ReadonlyMap<RecordId, PutOp>>;

/** Says what {@link restoreFrom} would change. Throws as that does. */
export async function planRestore(backupId: string, scope: RestoreScope): Promise<RestoreOutcome> {
  const own = storedVault();
  const { put, remove } = await compare(own, vault(), await recordsOf(own, backupId, scope), scope);
  return { put: put.length, removed: remove.length };
}

/**
 * Makes the vault, or one client file, what it was in a backup: one change, wholly done or not at all. What is replaced
 * stays in the history; erased client files stay erased. Whoever calls has made a backup of today before.
 * @param onProgress Told how far it has come.
 * @param signal Ends it before the change is stored: then it rejects with the signal's reason, and nothing changed.
 * @throws `PlatformError` (`backupDamaged`, `backupLocked`, `vaultNewer`) and what `commit` throws; then nothing changed.
 */
export async function restoreFrom(
  backupId: string,
  scope: RestoreScope,
  onProgress?: Progress,
  signal?: AbortSignal,
): Promise<RestoreOutcome> {
  const own = storedVault();
  const records = await recordsOf(own, backupId, scope, signal);
  onProgress?.(1, 3);
  const write = async (change: Parameters<Parameters<typeof own.commit>[0]>[0]): Promise<RestoreOutcome> => {
    const { put, remove } = await compare(own, change, records, scope);
    signal?.throwIfAborted();
    for (const { kind, id, fileId, body } of put) change.put(kind, { id, fileId }, body);
    for (const { kind, id } of remove) await change.remove(kind, id);
    const details = 'fileId' in scope ? { scope: 'file', fileId: scope.fileId } : { scope: 'whole' };
    await audit(change, 'restored', { ...details, records: put.length });
    onProgress?.(2, 3);
    // A window that draws nothing cannot be stopped either.
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    return { put: put.length, removed: remove.length };
  };
  // What the whole vault was before cannot be held in memory to be undone: the backup made before has it.
  const outcome = await own.commit(write, { name: 'restore', undoable: 'fileId' in scope });
  onProgress?.(3, 3);
  return outcome;
}

/** The backup's records that can be restored. What does not open is left out, and what is there today in its place stays. */
async function recordsOf(
  own: OpenVault,
  backupId: string,
  scope: RestoreScope,
  signal?: AbortSignal,
): Promise<Records> {
  const records = new Map<TableName, Map<RecordId, PutOp>>(TABLES.map((table) => [table, new Map()]));
  // What went into a file since would otherwise go from view with it.
  const files = 'fileId' in scope ? new Set([scope.fileId, ...(await own.absorbed(scope.fileId))]) : null;
  await readBackup(backupId, (op) => {
    signal?.throwIfAborted();
    if (files && !files.has(op.fileId)) return;
    if (!own.isErased(op.fileId)) records.get(op.table)?.set(op.id, op);
  });
  return records;
}

interface Put {
  readonly kind: RecordKind<unknown>;
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly body: unknown;
}

async function compare(own: OpenVault, reader: VaultReader, records: Records, scope: RestoreScope) {
  const put: Put[] = [];
  const remove: { readonly kind: RecordKind<unknown>; readonly id: RecordId }[] = [];
  for (const [table, then] of records) {
    const kind = kindOf(table);
    const now = 'fileId' in scope ? await reader.inFile(kind, scope.fileId) : await reader.all(kind);
    const today = new Map(now.map((record) => [record.id, record]));
    for (const { id } of now) if (!then.has(id)) remove.push({ kind, id });
    for (const op of then.values()) {
      const current = today.get(op.id);
      if (current?.rev === op.rev || !own.opens(table, rowOf(op))) continue;
      const body = restoredBody(own, kind, op, current ? bodyOf(current) : undefined);
      if (current?.fileId === op.fileId && sameJson(body, bodyOf(current))) continue;
      put.push({ kind, id: op.id, fileId: op.fileId, body });
    }
  }
  return { put, remove };
}

/** What the practice's record knows of the vault's keys is of today, whatever else of it is restored. */
function restoredBody(own: OpenVault, kind: RecordKind<unknown>, op: PutOp, today: unknown): unknown {
  if (op.table !== 'practice') return own.bodyIn(kind, rowOf(op));
  const { keys: _then, ...body } = own.bodyIn(practiceRecord, rowOf(op));
  const keys = today === undefined ? undefined : practiceRecord.schema.parse(today).keys;
  return keys === undefined ? body : { ...body, keys };
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
