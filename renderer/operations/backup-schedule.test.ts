import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupPlace } from '#shared/ipc/contract/backups.ts';
import {
  type BackupFacts,
  DAILY_MS,
  DRILL_MS,
  drillDue,
  dueAtClose,
  dueNow,
  FAILED_DRILL_MS,
  heldUpTo,
  isLagging,
  overdue,
  RETRY_MS,
  WARN_MS,
} from './backup-schedule.ts';

const NOW = Date.UTC(2026, 10, 22, 10);
const moment = fc.integer({ min: NOW - 400 * DAILY_MS, max: NOW + 400 * DAILY_MS });
const maybe = fc.option(moment);
const facts: fc.Arbitrary<BackupFacts> = fc.record({
  now: fc.constant(NOW),
  unbackedSince: maybe,
  lastVerifiedAt: maybe,
  lagging: fc.boolean(),
  damaged: fc.boolean(),
  startedAt: moment,
  failedAt: maybe,
});
const some = (changes: Partial<BackupFacts> = {}): BackupFacts => ({
  now: NOW,
  unbackedSince: NOW - 1,
  lastVerifiedAt: NOW - DAILY_MS,
  lagging: false,
  damaged: false,
  startedAt: NOW - 10 * DAILY_MS,
  failedAt: null,
  ...changes,
});

describe('when a backup is due', () => {
  it('is never, anywhere, when nothing changed and every place has the newest', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const same = { ...given, unbackedSince: null, lagging: false, damaged: false };
        expect(dueAtClose(same)).toBe(false);
        expect(dueNow(same)).toBe(false);
        expect(overdue(same)).toBe(false);
      }),
    );
  });

  it('is at the end of the app whenever something changed, whatever failed before', () => {
    fc.assert(
      fc.property(facts, moment, (given, unbackedSince) => {
        expect(dueAtClose({ ...given, unbackedSince })).toBe(true);
      }),
    );
  });

  it('is soon after a start when the app had ended without it', () => {
    const owed = some({ unbackedSince: NOW - DAILY_MS, lastVerifiedAt: NOW - DAILY_MS / 2, startedAt: NOW });
    expect(dueNow(owed)).toBe(true);
    expect(dueNow({ ...owed, startedAt: NOW - 2 * DAILY_MS })).toBe(false);
  });

  it('is soon after damage was mended, though nothing changed', () => {
    const mended = some({ unbackedSince: null, damaged: true });
    expect(dueNow(mended)).toBe(true);
    expect(dueAtClose(mended)).toBe(true);
    expect(dueNow({ ...mended, failedAt: NOW - 1 })).toBe(false);
  });

  it('is at once for the first change ever, then once a day', () => {
    expect(dueNow(some({ lastVerifiedAt: null }))).toBe(true);
    expect(dueNow(some())).toBe(true);
    expect(dueNow(some({ lastVerifiedAt: NOW - DAILY_MS + 1 }))).toBe(false);
  });

  it('is when a place is back, though nothing changed', () => {
    expect(dueNow(some({ unbackedSince: null, lastVerifiedAt: NOW, lagging: true }))).toBe(true);
  });

  it('waits after a failure, and not for ever', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: RETRY_MS - 1 }), (given, ago) => {
        expect(dueNow({ ...given, failedAt: NOW - ago })).toBe(false);
        expect(dueNow({ ...given, failedAt: NOW - RETRY_MS })).toBe(dueNow({ ...given, failedAt: null }));
      }),
    );
  });

  it('comes within a day of any setting of the clock', () => {
    fc.assert(
      fc.property(moment, maybe, (lastVerifiedAt, failedAt) => {
        const at = (now: number) => dueNow(some({ now, unbackedSince: now - 1, lastVerifiedAt, failedAt }));
        expect(at(NOW) || at(NOW + DAILY_MS) || at(NOW + 2 * DAILY_MS)).toBe(true);
      }),
    );
  });
});

describe('the warning', () => {
  it('begins 48 hours after the first change that no backup holds', () => {
    fc.assert(
      fc.property(moment, (unbackedSince) => {
        expect(overdue({ now: unbackedSince + WARN_MS - 1, unbackedSince })).toBe(false);
        expect(overdue({ now: unbackedSince + WARN_MS, unbackedSince })).toBe(true);
      }),
    );
  });
});

describe('the drill', () => {
  it('needs a backup, is due at once for the first, then weekly, and daily after one that failed', () => {
    expect(drillDue(NOW, { lastVerifiedAt: null, lastDrill: null })).toBe(false);
    expect(drillDue(NOW, { lastVerifiedAt: NOW, lastDrill: null })).toBe(true);
    fc.assert(
      fc.property(fc.boolean(), moment, (ok, at) => {
        const every = ok ? DRILL_MS : FAILED_DRILL_MS;
        const status = { lastVerifiedAt: NOW, lastDrill: { at, ok } };
        expect(drillDue(at + every - 1, status)).toBe(false);
        expect(drillDue(at + every, status)).toBe(true);
        expect(drillDue(at - every, status)).toBe(true);
      }),
    );
  });
});

const place = (placeId: string, more: Partial<BackupPlace> = {}): BackupPlace => ({
  placeId,
  path: `/${placeId}`,
  local: false,
  reachable: true,
  lastVerifiedAt: null,
  lastFailure: null,
  ...more,
});
const held = (placeId: string, seq: number | null, onChain = true) => ({ placeId, seq, onChain });

describe('what the places have', () => {
  it('counts only what is verified and on the chain of the journal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.option(fc.nat()), fc.boolean())),
        (rows) => {
          const backups = rows.map(([id, seq, onChain]) => held(id, seq, onChain));
          const counted = backups.filter(({ onChain, seq }) => onChain && seq !== null);
          expect(heldUpTo(backups)).toBe(
            counted.length === 0 ? null : Math.max(...counted.map(({ seq }) => seq ?? 0)),
          );
        },
      ),
    );
  });

  it('sees a place that came back and lacks the newest', () => {
    const backups = [held('a', 9), held('b', 5), held('b', 9, false)];
    expect(isLagging([place('a'), place('b')], backups)).toBe(true);
    expect(isLagging([place('a'), place('b', { reachable: false })], backups)).toBe(false);
    expect(isLagging([place('a'), place('b', { lastFailure: 'readOnly' })], backups)).toBe(false);
    expect(isLagging([place('a'), place('c')], backups)).toBe(true);
    expect(isLagging([place('a'), place('b')], [...backups, held('b', 9)])).toBe(false);
    expect(isLagging([place('a')], [])).toBe(false);
  });
});
