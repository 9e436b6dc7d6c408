import { create } from 'zustand';
import {
  auditNow,
  backUp,
  drill,
  firstChangeAfter,
  isReadOnly,
  type BackupResult,
} from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { readBackups, watchBackups } from '#renderer/entities/backup/index.ts';
import { watchInput } from '#renderer/lib/last-input.ts';
import type { BackupReason } from '#shared/formats/backup-manifest.ts';
import { type Clock, systemClock } from '#shared/lib/clock.ts';
import {
  type BackupAnswer,
  BackupCancelledError,
  BackupKeeper,
  type BackupTrouble,
  type BackupWork,
} from './backup-keeper.ts';
import { overdue } from './backup-schedule.ts';

export type { BackupTrouble, BackupWork } from './backup-keeper.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** The first look after opening: the screen and the first work come first. */
const FIRST_LOOK_MS = 20 * SECOND_MS;
const LOOK_MS = 5 * MINUTE_MS;
/** Who typed so recently is not disturbed; asked again after the same while, and not put off for longer than an hour. */
const QUIET_MS = 10 * SECOND_MS;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
/** Without input for so long the time is idle: a drill disturbs nobody. */
const IDLE_MS = 2 * MINUTE_MS;

/** What goes on with backups now. */
export const useBackupWork = create<BackupWork>(() => ({
  running: null,
  unbackedSince: undefined,
  owed: false,
}));

/** Whether changes since a moment have waited too long for a verified backup. */
export const isOverdue = (unbackedSince: number, now: number): boolean => overdue({ now, unbackedSince });

let tellUser: (trouble: BackupTrouble) => void = () => undefined;

/** The activity log tells of a backup when it can; that it cannot undoes no backup. */
const log = (...line: Parameters<typeof auditNow>): Promise<void> => auditNow(...line).catch(() => undefined);

async function backUpAndLog(
  ...[reason, onProgress, signal]: Parameters<typeof backUp>
): Promise<BackupResult> {
  try {
    const result = await backUp(reason, onProgress, signal);
    const verified = result.places.filter(({ state }) => state === 'verified').length;
    await log(verified > 0 ? 'backupMade' : 'backupFailed', {
      reason,
      records: result.records,
      places: verified,
    });
    return result;
  } catch (failure) {
    if (!isBackupCancelled(failure)) await log('backupFailed', { reason });
    throw failure;
  }
}

async function drillAndLog(): Promise<boolean> {
  const ok = await drill();
  await log('drillDone', { ok });
  return ok;
}

const newKeeper = (clock: Clock): BackupKeeper =>
  new BackupKeeper({
    clock,
    startedAt: async () => (await value(platform().app.info())).startedAt,
    read: readBackups,
    firstChangeAfter,
    backUp: backUpAndLog,
    drill: drillAndLog,
    tell: (trouble) => tellUser(trouble),
    show: (work) => useBackupWork.setState(work),
  });

let keeper = newKeeper(systemClock);
/** What {@link noteDamage} was told since the vault was opened. */
let damagedTo = 0;

/**
 * Damage was found on the disk while the vault was being opened: a backup of what was mended is made soon.
 * @param to The frame that it must hold, with all before; infinite: everything as it is now.
 */
export function noteDamage(to: number): void {
  damagedTo = Math.max(damagedTo, to);
  keeper.noteDamage(to);
}

/**
 * Makes a backup now and verifies it, unless nothing changed since the last verified one. Waits for one that is under way.
 * Rejects with an error that carries its failure when no place has it verified; work can go on.
 */
export const backUpNow = (reason: BackupReason = 'manual'): Promise<BackupAnswer> => keeper.backUp(reason);

/** Ends the backup that is being made, without a trace: whoever waits for it is told {@link isBackupCancelled}. */
export const cancelBackup = (): void => keeper.cancel();

/** Whether what a backup failed with is that the user did not want to wait. */
export const isBackupCancelled = (failure: unknown): boolean => failure instanceof BackupCancelledError;

/** What a backup is made before. */
export type Precaution = Extract<BackupReason, `before${string}`>;

/**
 * To be awaited before something that cannot be taken back: today's state is then in a verified backup. Rejects when there
 * is none; then the caller does not go on.
 */
export const backUpBefore = (reason: Precaution): Promise<BackupAnswer> => keeper.backUp(reason);

/**
 * The last backup before the app ends, when something changed. Settles at once when nothing is due; rejects when no backup
 * could be made.
 * @param onBegin Called when there is something to wait for.
 */
export async function backUpBeforeClosing(onBegin: () => void): Promise<void> {
  if (isReadOnly() || !(await keeper.dueAtClose())) return;
  onBegin();
  await keeper.backUp('close');
}

/** After an upgrade, what the version before has left is in a backup before anything else: of this very moment. */
async function backUpUpgrade(own: BackupKeeper): Promise<void> {
  const info = await platform().app.info();
  if (info.ok && info.value.upgraded && !isReadOnly()) await own.backUpUpgrade();
}

/**
 * Makes backups by themselves as long as the vault is open, until the function it returns is called.
 * @param tell Gets what the user is to know. Nothing of it stops work.
 */
export function startBackups(tell: (trouble: BackupTrouble) => void, clock: Clock = systemClock): () => void {
  keeper = newKeeper(clock);
  keeper.noteDamage(damagedTo);
  tellUser = tell;
  const input = watchInput(clock);
  const endWatch = watchBackups();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitedSince = clock.now();
  const later = (ms: number): void => {
    timer = setTimeout(() => void look(), ms);
  };
  const look = async (): Promise<void> => {
    const waited = Math.abs(clock.now() - waitedSince);
    if (input.quietFor() < QUIET_MS && waited < LONGEST_WAIT_MS) return later(QUIET_MS);
    // On a full disk no backup can be made either; nothing can have changed.
    if (!isReadOnly()) await keeper.tick(input.quietFor() >= IDLE_MS);
    waitedSince = clock.now();
    if (timer !== undefined) later(LOOK_MS);
  };
  void backUpUpgrade(keeper);
  // The status bar tells from the beginning what is owed.
  if (!isReadOnly()) void keeper.dueAtClose().catch(() => undefined);
  later(FIRST_LOOK_MS);
  return () => {
    clearTimeout(timer);
    timer = undefined;
    input.end();
    endWatch();
    tellUser = () => undefined;
    damagedTo = 0;
  };
}
