import type { JournalHead } from '#shared/ipc/contract.ts';
import type { Op } from '#shared/formats/entry.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import type { Range } from '#renderer/lib/ranges.ts';
import { findBase, leadsOnAfter, type Base, type BaseSource } from './base.ts';
import { JournalGapsError, VaultDamagedError } from './errors.ts';
import { placeOf, type Fold, type JournalExtent, type Progress } from './journal.ts';
import type { FoundStore } from './open-store.ts';
import { EMPTY_DIGEST, sameRows, withRow } from './row-digest.ts';
import { rowKey } from './row-key.ts';
import { headAfter, type RowSurvey, type Store, type StoreHead } from './store.ts';
import type { OpeningReport } from './types.ts';
import type { Sealer } from './unseal.ts';

/** Records a transaction: strict transactions wait for the disk, and long ones keep every read waiting. */
const BATCH = 500;

type Cause = Extract<OpeningReport, { state: 'rebuilt' }>['cause'];
/** How the store stands to the journal. */
export type Standing = 'same' | 'behind' | 'ahead' | Cause;

/** The open vault, as far as bringing its two copies together needs it. */
export interface Copies extends BaseSource {
  readonly vaultId: string;
  readonly sealer: Sealer;
}

export interface ReconcileOptions {
  readonly onProgress?: Progress | undefined;
  /** Opens although changes are lost in gaps of the journal that neither the store nor a backup covers. */
  readonly acceptGaps?: boolean;
}

interface RebuildPlan {
  readonly base: Base;
  readonly state: Exclude<Standing, 'same' | 'behind'>;
  readonly acceptGaps: boolean;
  readonly onProgress: Progress | undefined;
}

/**
 * Compares the store with the journal. A store that lacks records it says it has is never taken for the truth.
 * @param hashThere Chain hash of the journal's frame with the store's number; null when there is none.
 */
export function standing(
  found: Omit<FoundStore, 'store'>,
  vaultId: string,
  there: JournalHead,
  hashThere: Uint8Array | null,
): Standing {
  const { head, count } = found;
  if (found.unreadable) return 'unreadable';
  if (!head) {
    if (count > 0) return 'partial';
    return there.seq === 0 ? 'same' : 'empty';
  }
  if (head.vaultId !== vaultId) return 'different';
  if (head.count !== count) return count === 0 ? 'empty' : 'partial';
  if (!sameRows(head.digest, found.digest)) return 'partial';
  if (head.seq > there.seq) return remembers(head, there) ? 'ahead' : 'different';
  if (!hashThere || !equalBytes(hashThere, head.hash)) return 'different';
  return head.seq < there.seq ? 'behind' : 'same';
}

const remembers = ({ earlier }: StoreHead, { seq, hash }: JournalHead): boolean =>
  seq === 0 || earlier.some((head) => head.seq === seq && equalBytes(head.hash, hash));

/** Brings store and journal to the same state, and says what was needed. Nothing that either holds is lost. */
export async function reconcile(
  copies: Copies,
  found: FoundStore,
  { onProgress, acceptGaps = false }: ReconcileOptions = {},
): Promise<{ readonly report: OpeningReport; readonly head: StoreHead }> {
  const extent = await copies.journal.extent();
  const there = extent.head;
  const hashThere =
    found.head && found.head.seq <= there.seq ? await copies.journal.hashAt(found.head.seq, extent) : null;
  const state = standing(found, copies.vaultId, there, hashThere);
  const options = { onProgress, acceptGaps };
  const { head: from } = found;
  if (state === 'same') {
    if (from) return { report: { state: 'same' }, head: from };
    // Nothing anywhere: a new vault, or one that lost everything but its backups.
    const base = await findBase(copies, extent);
    if (base && base.seq > 0) return rebuild(copies, found, extent, { ...options, base, state: 'empty' });
    return {
      report: { state: 'same' },
      head: await found.store.settle(headAfter(copies.vaultId, [there], '')),
    };
  }
  if (state !== 'behind' || !from) {
    const base = await findBase(copies, extent);
    if (!base) throw new VaultDamagedError('journalDamaged', 'No backup from which the journal leads on');
    const cause = state === 'behind' ? 'different' : state;
    return rebuild(copies, found, extent, { ...options, base, state: cause });
  }
  const fold = await copies.journal.fold(
    { after: from.seq, gaps: extent.gaps },
    there.seq,
    firstHalf(onProgress),
  );
  const lost = lostAfter(from.seq, extent, fold);
  const base = lost.length === 0 ? null : await findBase(copies, extent);
  if (base && base.seq > from.seq) {
    return rebuild(copies, found, extent, { ...options, base, state: 'different' });
  }
  if (lost.length > 0 && !acceptGaps) throw new JournalGapsError(lost);
  return catchUp(copies, found.store, from, { fold, there, lost, onProgress });
}

/** The frames after a number that cannot be read, or do not open, in order. */
function lostAfter(seq: number, { gaps }: JournalExtent, { unopened }: Fold): readonly Range[] {
  const lost = [
    ...gaps.filter(({ to }) => to > seq).map(({ from, to }) => ({ from: Math.max(from, seq + 1), to })),
    ...unopened.map((one) => ({ from: one, to: one })),
  ];
  return lost.toSorted((one, other) => one.from - other.from);
}

interface CatchUpPlan {
  /** What the store lacks. */
  readonly fold: Fold;
  readonly there: JournalHead;
  readonly lost: readonly Range[];
  readonly onProgress: Progress | undefined;
}

/** Applies the frames the store lacks. Cut off half-way, the head still stands where it was, and all is done again. */
async function catchUp(
  copies: Copies,
  store: Store,
  here: StoreHead,
  { fold, there, lost, onProgress }: CatchUpPlan,
): Promise<{ report: OpeningReport; head: StoreHead }> {
  await writeAll(store, [...fold.latest.values()], 'anything', secondHalf(onProgress));
  const stamp = fold.stamp > here.stamp ? fold.stamp : here.stamp;
  const passed = [...fold.heads.slice(1), here, ...here.earlier];
  const head = await store.settle(headAfter(copies.vaultId, [there, ...passed], stamp));
  return { report: { state: 'caughtUp', changes: fold.frames, ...(lost.length > 0 && { lost }) }, head };
}

/** Fills the store anew from a backup and the journal. What only the store still holds is written to the journal first. */
async function rebuild(
  copies: Copies,
  found: FoundStore,
  extent: JournalExtent,
  { base, state, acceptGaps, onProgress }: RebuildPlan,
): Promise<{ report: OpeningReport; head: StoreHead }> {
  const { store } = found;
  const { head: there, floor, gaps } = extent;
  const after = leadsOnAfter(base, extent);
  const from = { after, latest: base.latest, stamp: base.stamp, gaps };
  const fold = await copies.journal.fold(from, there.seq, firstHalf(onProgress));
  const lost = lostAfter(after, extent, fold);
  // A whole store that is ahead of the journal knows everything that was in it.
  if (lost.length > 0 && !acceptGaps && state !== 'ahead') throw new JournalGapsError(lost);
  const foreign = found.head !== undefined && found.head.vaultId !== copies.vaultId;
  const removedAt = state === 'ahead' ? (found.head?.stamp ?? null) : null;
  const lacking = foreign ? [] : await lackingInJournal(copies.sealer, store, fold, { removedAt, base });
  const heads = [...fold.heads];
  const missing = base.journal ? missingIn(base.journal, base, copies.isErased) : [];
  // At once: what is left of the journal would not lead to the rest any more.
  if (missing.length > 0) heads.unshift(...(await copies.journal.append(missing)));
  for (const batch of batches(lacking)) heads.unshift(...(await copies.journal.append(batch)));
  // A whole store in which nothing is left: an empty journal beside it would be taken for a loss.
  if (state === 'ahead' && (heads[0] ?? there).seq === 0) heads.unshift(...(await copies.journal.append([])));
  const [end = there, ...passed] = heads;

  const latest = new Map(fold.latest);
  for (const op of lacking) latest.set(placeOf(op), op);
  // Table by table in the order of ids, which is the order IndexedDB writes fastest in.
  const records = [...latest]
    .filter(([, op]) => op.op === 'put')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, op]) => op);
  const stamp = lacking.reduce((last, op) => (op.stamp > last ? op.stamp : last), fold.stamp);
  const target = headAfter(copies.vaultId, [end, ...passed], stamp);
  const head = await refill(store, records, target, secondHalf(onProgress));
  const told = lost.length > 0 ? { lost } : {};
  if (lacking.length > 0 || state === 'ahead') {
    const count = missing.length + lacking.length;
    return { report: { state: 'journalMended', records: count, ...told }, head };
  }
  // Nothing was written since the vault was put there.
  if (floor.seq > 0 && floor.seq === there.seq && missing.length === 0) {
    return { report: { state: 'restored', records: records.length }, head };
  }
  const report = {
    state: 'rebuilt' as const,
    records: records.length,
    cause: state,
    ...(base.madeAt !== null && { backupMadeAt: base.madeAt }),
    ...(base.unsealed && { unsealed: true as const }),
    ...(base.journal && { beyond: true as const }),
    ...told,
  };
  return { report, head };
}

/** What a state after the journal's end holds and what is left of the journal does not. */
function missingIn(
  journal: ReadonlyMap<string, Op>,
  { latest, stamp }: Base,
  isErased: Copies['isErased'],
): readonly Op[] {
  const missing = [...latest].flatMap(([place, op]) => {
    const known = journal.get(place);
    const same = known?.op === 'put' && op.op === 'put' && known.rev === op.rev;
    return same || isErased(op.fileId) ? [] : [op];
  });
  for (const [place, op] of journal) {
    if (op.op === 'remove' || latest.has(place)) continue;
    const { table, id, fileId, rev } = op;
    missing.push({ op: 'remove', table, id, fileId, parent: rev, stamp });
  }
  return missing;
}

/** What a store comes to that was just filled with these records. */
function surveyOf(records: readonly Op[]): RowSurvey {
  let digest = EMPTY_DIGEST;
  for (const op of records) if (op.op === 'put') digest = withRow(digest, op.table, rowKey(op.id, op.rev));
  return { count: records.length, digest };
}

/** Empties the store and fills it. A store that is filled half-way is closed: it must not be read. */
async function refill(
  store: Store,
  records: readonly Op[],
  head: Omit<StoreHead, keyof RowSurvey>,
  onProgress: Progress,
): Promise<StoreHead> {
  await store.renew();
  try {
    await writeAll(store, records, 'nothing', onProgress);
    return await store.settle(head, surveyOf(records));
  } catch (error) {
    store.release();
    throw error;
  }
}

/**
 * What the store knows and the journal does not: later revisions, and removals when the store is whole and ahead.
 * Only records that open count; those of another vault, or altered ones, never get into the journal.
 * @param removedAt Stamp for the removals; null when a record that is not in the store may only have been lost.
 */
async function lackingInJournal(
  sealer: Sealer,
  store: Store,
  fold: Fold,
  { removedAt, base }: { readonly removedAt: string | null; readonly base: Base },
): Promise<readonly Op[]> {
  const lacking: Op[] = [];
  const here = new Set<string>();
  for (const table of TABLE_NAMES) {
    await store.rows(table).each((row) => {
      const place = placeOf({ table, id: row.id });
      here.add(place);
      const known = fold.latest.get(place);
      // What is not in the base although it is older was removed before.
      const since = known?.stamp ?? base.stamp;
      if (since >= row.stamp || !sealer.opens(table, row)) return;
      lacking.push({ op: 'put', table, ...row });
    });
  }
  if (removedAt === null) return lacking;
  for (const [place, op] of fold.latest) {
    if (op.op === 'remove' || here.has(place)) continue;
    const { table, id, fileId, rev } = op;
    lacking.push({ op: 'remove', table, id, fileId, parent: rev, stamp: removedAt });
  }
  return lacking;
}

function* batches(ops: readonly Op[]): Iterable<readonly Op[]> {
  for (let at = 0; at < ops.length; at += BATCH) yield ops.slice(at, at + BATCH);
}

async function writeAll(
  store: Store,
  ops: readonly Op[],
  over: 'nothing' | 'anything',
  onProgress?: Progress,
): Promise<void> {
  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  for (const batch of batches(ops)) {
    // The next transaction stands ready when one is complete: the disk never waits for us.
    const next = store.applyPart(batch, over);
    next.catch(() => undefined);
    await writing;
    writing = next;
    done += batch.length;
    onProgress?.(done, ops.length);
  }
  await writing;
}

/** Reading the journal and filling the store count as one half of the work each. */
const firstHalf =
  (onProgress?: Progress): Progress =>
  (done, total) =>
    onProgress?.(done, 2 * total);
const secondHalf =
  (onProgress?: Progress): Progress =>
  (done, total) =>
    onProgress?.(total + done, 2 * total);
