import type { BackupResult } from '#renderer/db/index.ts';
import type { BackupReason } from '#shared/formats/backup-manifest.ts';
import type { BackupsStatus, ListedBackup } from '#shared/ipc/contract/backups.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { Clock } from '#shared/lib/clock.ts';
import {
  type BackupFacts,
  drillDue,
  dueAtClose,
  dueNow,
  heldUpTo,
  isLagging,
  isOwed,
  overdue,
} from './backup-schedule.ts';

/** Something about backups that the user is told while work goes on. */
export type BackupTrouble =
  | { readonly kind: 'failed'; readonly failure: unknown }
  | { readonly kind: 'placeFailed'; readonly path: string; readonly failure: Failure }
  | { readonly kind: 'quarantined'; readonly count: number }
  | { readonly kind: 'shrunken' }
  | { readonly kind: 'drillFailed' }
  | { readonly kind: 'overdue'; readonly since: number };

/** What goes on now. `total` is 0 until it is known, and `done` reaches it when the backup is being verified. */
export interface BackupWork {
  readonly running: { readonly reason: BackupReason; readonly done: number; readonly total: number } | null;
  /** When the first change was made that no verified backup holds; null: none; undefined: not known yet. */
  readonly unbackedSince: number | null | undefined;
  /** Some of that is from before the app was started: it ended without a backup. */
  readonly owed: boolean;
}

/** What became of a wish for a backup. */
export type BackupAnswer =
  | { readonly state: 'made'; readonly result: BackupResult }
  /** Every verified state is the state of now: there was nothing to do. */
  | { readonly state: 'unchanged' };

/** No place took the backup, or none could verify it. */
export class BackupFailedError extends Error {
  constructor(readonly failure: Failure) {
    super(`No place has a verified backup: ${failure.code}`);
    this.name = 'BackupFailedError';
  }
}

/** The user did not want to wait for the backup. Nothing of it is left. */
export class BackupCancelledError extends Error {
  constructor() {
    super('The backup was cancelled');
    this.name = 'BackupCancelledError';
  }
}

/** What the keeper works with. */
export interface BackupKeeperDeps {
  readonly clock: Clock;
  /** When the app was started, milliseconds since the epoch. */
  readonly startedAt: () => Promise<number>;
  readonly read: () => Promise<{
    readonly status: BackupsStatus;
    readonly list: readonly ListedBackup[];
  }>;
  /** When the first change after a frame of the journal was made; null when there was none. */
  readonly firstChangeAfter: (seq: number) => Promise<number | null>;
  readonly backUp: (
    reason: BackupReason,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<BackupResult>;
  /** Restores a backup to scratch and compares. Answers whether it was exact. */
  readonly drill: () => Promise<boolean>;
  readonly tell: (trouble: BackupTrouble) => void;
  readonly show: (work: Partial<BackupWork>) => void;
}

/** The failure of the first place that has one. */
function failureOf({ places }: BackupResult): Failure {
  const failed = places.find((place) => place.state === 'failed');
  return failed ? failed.failure : { code: 'notFound', details: {} };
}

/** Makes the backups of one open vault, one at a time. */
export class BackupKeeper {
  readonly #deps: BackupKeeperDeps;
  #turns: Promise<unknown> = Promise.resolve();
  /** Ends the backup that is being made. */
  #cancel = new AbortController();
  #failedAt: number | null = null;
  /** Up to which frame a backup must reach to be free of the damage that was found. */
  #damagedTo = 0;
  /** What the user knows already and is not told again. */
  readonly #told = new Set<string>();

  constructor(deps: BackupKeeperDeps) {
    this.#deps = deps;
  }

  /** Makes a backup unless nothing changed. Rejects when no place has it verified, and when it is cancelled. */
  backUp(reason: BackupReason): Promise<BackupAnswer> {
    return this.#inTurn(async () => {
      const { facts } = await this.#look();
      return dueAtClose(facts) ? this.#make(reason) : { state: 'unchanged' };
    });
  }

  /** Ends the backup that is being made; nothing happens when none is, or it is done. */
  cancel(): void {
    this.#cancel.abort(new BackupCancelledError());
  }

  /** Damage was found: a backup that holds the frame `to` and all before is wanted soon. */
  noteDamage(to: number): void {
    this.#damagedTo = Math.max(to, this.#damagedTo);
  }

  /** Makes a backup of what another version of the app left. Failures are told. */
  backUpUpgrade(): Promise<void> {
    return this.#inTurn(() => this.#makeDue('beforeUpgrade'));
  }

  /** What is due while the app runs: a backup, and in idle time the drill. Never rejects: failures are told. */
  tick(idle: boolean): Promise<void> {
    // Where places and journal cannot be asked nothing can be decided; the next tick asks again.
    return this.#inTurn(() => this.#tick(idle).catch(() => undefined));
  }

  /** Whether ending the app now would leave something without a backup. */
  async dueAtClose(): Promise<boolean> {
    return dueAtClose((await this.#look()).facts);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => undefined);
    return turn;
  }

  #tellOnce(key: string, trouble: BackupTrouble): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#deps.tell(trouble);
  }

  async #look(): Promise<{ readonly facts: BackupFacts; readonly status: BackupsStatus }> {
    const { clock, read, firstChangeAfter, show } = this.#deps;
    const { status, list } = await read();
    const held = heldUpTo(list) ?? 0;
    const unbackedSince = await firstChangeAfter(held);
    const damaged = held < this.#damagedTo;
    const startedAt = await this.#deps.startedAt();
    show({ unbackedSince, owed: isOwed({ unbackedSince, startedAt }) });
    const { lastVerifiedAt, places } = status;
    const lagging = isLagging(places, list);
    const failedAt = this.#failedAt;
    return {
      facts: { now: clock.now(), unbackedSince, lastVerifiedAt, lagging, damaged, startedAt, failedAt },
      status,
    };
  }

  async #make(reason: BackupReason): Promise<BackupAnswer> {
    const { backUp, clock, show } = this.#deps;
    const progress = (done: number, total: number): void => show({ running: { reason, done, total } });
    progress(0, 0);
    this.#cancel = new AbortController();
    try {
      const result = await backUp(reason, progress, this.#cancel.signal);
      if (!result.places.some(({ state }) => state === 'verified')) {
        throw new BackupFailedError(failureOf(result));
      }
      this.#failedAt = null;
      this.#damagedTo = 0;
      this.#told.delete('failed');
      await this.#tellResult(result).catch(() => undefined);
      return { state: 'made', result };
    } catch (failure) {
      this.#failedAt = clock.now();
      throw failure;
    } finally {
      show({ running: null });
    }
  }

  async #tellResult(result: BackupResult): Promise<void> {
    const { places } = (await this.#look()).status;
    for (const outcome of result.places) {
      if (outcome.state !== 'failed') continue;
      const { placeId, failure } = outcome;
      const path = places.find((place) => place.placeId === placeId)?.path ?? '';
      this.#tellOnce(`${placeId} ${failure.code}`, { kind: 'placeFailed', path, failure });
    }
    const count = result.quarantined.length;
    if (count > 0) this.#tellOnce(`quarantined ${String(count)}`, { kind: 'quarantined', count });
    if (result.shrunken) this.#deps.tell({ kind: 'shrunken' });
  }

  async #tick(idle: boolean): Promise<void> {
    const { facts, status } = await this.#look();
    if (dueNow(facts)) await this.#makeDue(facts.damaged ? 'afterDamage' : 'daily');
    else if (idle && drillDue(facts.now, status)) await this.#drill();
    const { now, unbackedSince } = (await this.#look()).facts;
    if (unbackedSince !== null && overdue({ now, unbackedSince })) {
      this.#tellOnce(`overdue ${String(unbackedSince)}`, { kind: 'overdue', since: unbackedSince });
    }
  }

  async #makeDue(reason: BackupReason): Promise<void> {
    try {
      await this.#make(reason);
    } catch (failure) {
      if (failure instanceof BackupCancelledError) return;
      this.#tellOnce('failed', { kind: 'failed', failure });
    }
  }

  /** A drill that cannot be brought to its end has proven nothing. */
  async #drill(): Promise<void> {
    const { drill, tell } = this.#deps;
    if (!(await drill().catch(() => false))) tell({ kind: 'drillFailed' });
  }
}
