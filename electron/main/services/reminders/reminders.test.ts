import { beforeEach, describe, expect, it } from 'vitest';
import { sealLabel } from '#shared/crypto/labels.ts';
import type { DueOccurrence, Occurrence, PayloadOf } from '#shared/ipc/contract.ts';
import { createSession, type SessionService } from '#main/services/session/session.ts';
import type { Notice } from './announcer.ts';
import type { Planned } from './plan-store.ts';
import { createReminders, type RemindersService } from './reminders.ts';
import { Machine, memoryFile, occurrence, quietLog, settle } from './testing.ts';

const NOON = Date.parse('2026-11-22T12:00Z');
const MINUTE = 60_000;
const KEY = new Uint8Array(32).fill(3);
const planned = (one: Occurrence): Planned => ({
  ...one,
  label: sealLabel(KEY, one.id, { title: 'Call about the deposit', client: 'Nowak' }),
});

/** The service over a disk that outlives it. */
function world() {
  const disk = { ledger: memoryFile(), plan: [] as readonly Planned[] };
  const machine = new Machine(NOON);
  const shown: { readonly notice: Notice; readonly click: () => void }[] = [];
  const fired: DueOccurrence[][] = [];
  const opened: PayloadOf<'reminders.open'>[] = [];
  const state = { raised: 0, session: createSession() };
  const start = async (): Promise<RemindersService> => {
    state.session = createSession();
    const service = createReminders({
      clock: machine.clock,
      monotonic: machine.monotonic,
      setTimer: machine.setTimer,
      log: quietLog,
      ledgerFile: disk.ledger,
      planStore: {
        load: async () => disk.plan,
        save: async (plan) => {
          disk.plan = plan;
        },
      },
      session: state.session satisfies SessionService,
      language: () => 'en',
      show: (notice, click) => shown.push({ notice, click }),
      bringUpWindow: () => {
        state.raised += 1;
      },
      emitFired: (due) => fired.push(due),
      emitOpen: (target) => opened.push(target),
    });
    await settle();
    return service;
  };
  return { disk, machine, shown, fired, opened, state, start };
}

let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
const one = occurrence(1, NOON + MINUTE);

describe('reminders', () => {
  it('fire by name while the vault is open, and stay due until acknowledged, also over a restart', async () => {
    const service = await w.start();
    w.state.session.unlocked(KEY.slice());
    await service.plan([planned(one)]);
    await w.machine.pass(2 * MINUTE);
    expect(w.shown[0]?.notice).toMatchObject({ title: 'Call about the deposit', body: 'Nowak' });
    expect(w.fired).toEqual([[{ ...one, missed: false }]]);
    service.stop();
    const again = await w.start();
    expect(await again.due()).toEqual([{ ...one, missed: false }]);
    await again.acknowledge([one.id]);
    expect(await again.due()).toEqual([]);
    expect(w.shown).toHaveLength(1);
    const third = await w.start();
    expect(await third.due()).toEqual([]);
  });

  it('fire from the plan on disk before the vault is opened, without a word about whom', async () => {
    w.disk.plan = [planned(one)];
    await w.start();
    await w.machine.pass(2 * MINUTE);
    expect(w.shown[0]?.notice.body).toBe('1 reminder is due. Unlock to see it.');
    expect(JSON.stringify(w.shown[0]?.notice)).not.toMatch(/Nowak|Call/);
  });

  it('tell what was missed while the app was off, once', async () => {
    w.disk.plan = [planned(one), planned(occurrence(2, NOON + 2 * MINUTE))];
    w.machine.sleep(60 * MINUTE);
    const service = await w.start();
    expect((await service.due()).map(({ missed }) => missed)).toEqual([true, true]);
    expect(w.shown).toHaveLength(1);
    service.stop();
    await w.start();
    expect(w.shown).toHaveLength(1);
  });

  it('open the file on a click', async () => {
    const service = await w.start();
    w.state.session.unlocked(KEY.slice());
    await service.plan([planned(one)]);
    await w.machine.pass(2 * MINUTE);
    w.shown[0]?.click();
    expect(w.state.raised).toBe(1);
    expect(w.opened).toEqual([{ reminderId: one.reminderId, fileId: one.fileId }]);
  });

  it('follow a click made while locked once the vault is open and someone listens', async () => {
    w.disk.plan = [planned(one)];
    const service = await w.start();
    await w.machine.pass(2 * MINUTE);
    w.shown[0]?.click();
    expect(w.state.raised).toBe(1);
    expect(w.opened).toEqual([]);
    w.state.session.unlocked(KEY.slice());
    await service.due();
    await service.due();
    expect(w.opened).toEqual([{ reminderId: one.reminderId, fileId: one.fileId }]);
  });

  it('look at the clock when the machine wakes', async () => {
    const service = await w.start();
    await service.plan([planned(one)]);
    w.machine.sleep(5 * MINUTE);
    service.wake();
    await settle();
    expect(w.fired).toHaveLength(1);
  });
});
