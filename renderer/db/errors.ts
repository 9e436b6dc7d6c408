import { type Range, rangesText } from '#renderer/lib/ranges.ts';
import type { Failure, FailureCode } from '#shared/ipc/failure.ts';

/** IndexedDB failed. As far as a change is concerned: the journal has it, and the store will follow as soon as it can. */
export class StoreError extends Error {
  /** As the user is told. */
  readonly failure: Failure;

  constructor(code: FailureCode, cause: unknown) {
    super(`The store failed: ${code}`, { cause });
    this.name = 'StoreError';
    this.failure = { code, details: {} };
  }
}

/** The two copies of the vault and its keys cannot be brought together without losing something. Nothing was changed. */
export class VaultDamagedError extends Error {
  /** As the user is told. */
  readonly failure: Failure;

  constructor(code: 'vaultDamaged' | 'journalDamaged', what: string, cause?: unknown) {
    super(what, { cause });
    this.name = 'VaultDamagedError';
    this.failure = { code, details: {} };
  }
}

/** The way in was right and the header is not as the vault made it: somebody else has written to it. Nothing was opened. */
export class HeaderAlteredError extends Error {
  /** As the user is told. */
  readonly failure: Failure = { code: 'headerAltered', details: {} };

  constructor() {
    super('The header of the vault was altered');
    this.name = 'HeaderAlteredError';
  }
}

/**
 * Damage took changes from the journal that neither the store nor a backup holds. Nothing was changed; opening again with
 * `acceptGaps` goes on with all the rest.
 */
export class JournalGapsError extends Error {
  /** As the user is told. */
  readonly failure: Failure = { code: 'journalDamaged', details: {} };

  /** @param gaps Numbers of the first and last frame of each. */
  constructor(readonly gaps: readonly Range[]) {
    super(`Frames ${rangesText(gaps)} are lost`);
    this.name = 'JournalGapsError';
  }

  /** How many changes are lost. */
  get changes(): number {
    return this.gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  }
}

/** The vault is not open. */
export class VaultLockedError extends Error {
  constructor() {
    super('The vault is locked');
    this.name = 'VaultLockedError';
  }
}

/** Chromium reports a full disk now as a quota, now as an unknown error that only its text tells apart. */
const FULL_DISK = /quota|no_space|full disk|disk full|enospc/i;

/** The failure of IndexedDB as the user will be told. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return new StoreError(FULL_DISK.test(text) ? 'diskFull' : 'unexpected', error);
}
