import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLabel } from '#shared/crypto/labels.ts';
import { newFileId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/domain/client.ts';
import { wallTimeAt } from '#shared/domain/recurrence.ts';
import type { Reminder, ReminderBody } from '#shared/domain/reminder.ts';
import type { DueOccurrence } from '#shared/ipc/contract.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { reminderCommands } from '#renderer/entities/reminder/index.ts';
import { reminderKey } from '#renderer/db/index.ts';
import { aClient, aReminder } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { reminderPlan, startReminderPlan } from './reminder-plan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-11-22T12:00Z');

/** A record id made at that moment (UUID version 7). */
const idMadeAt = (moment: number): RecordId => {
  const hex = moment.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000` as RecordId;
};
const FILE = newFileId();
const reminder = (changes: Partial<ReminderBody>, made = NOON - 400 * DAY): Reminder => ({
  ...aReminder({
    zone: 'UTC',
    at: '2026-11-23T12:00',
    title: 'Call',
    leadMinutes: 0,
    rule: null,
    doneAt: null,
    ...changes,
  }),
  id: idMadeAt(made),
  fileId: FILE,
  rev: 'a',
  parent: null,
  stamp: 'a',
});
const client = { ...aClient({ name: 'Nowak' }), fileId: FILE } as Client;

const moments = (changes: Partial<ReminderBody>, made?: number): number[] =>
  reminderPlan([reminder(changes, made)], [client], NOON).map(({ at }) => (at - NOON) / DAY);

it('says what is to come, by title and client', () => {
  expect(reminderPlan([reminder({})], [client], NOON)).toEqual([
    {
      id: `${idMadeAt(NOON - 400 * DAY)}:2026-11-23T12:00`,
      reminderId: idMadeAt(NOON - 400 * DAY),
      fileId: FILE,
      at: NOON + DAY,
      title: 'Call',
      client: 'Nowak',
    },
  ]);
});

describe('reminderPlan', () => {
  it('knows no client of the practice', () => {
    const own = { ...reminder({}), fileId: PRACTICE_FILE };
    expect(reminderPlan([own], [client], NOON)[0]?.client).toBe('');
  });

  it('leaves out what is done and what is farther than 90 days', () => {
    expect(moments({ doneAt: NOON })).toEqual([]);
    expect(moments({ at: '2027-03-01T12:00' })).toEqual([]);
    expect(moments({ rule: 'FREQ=DAILY' })).toHaveLength(89);
  });

  it('gives up no single reminder, and of repeated ones the last weeks', () => {
    expect(moments({ at: '2025-12-01T12:00' })).toEqual([-356]);
    const daily = moments({ at: '2025-12-01T12:00', rule: 'FREQ=DAILY' });
    expect(daily[0]).toBe(-35);
    expect(daily.at(-1)).toBe(89);
  });

  it('misses nothing from before the reminder was made', () => {
    expect(moments({ at: '2026-11-20T12:00' }, NOON - DAY)).toEqual([]);
    expect(moments({ at: '2026-11-20T12:00', rule: 'FREQ=DAILY' }, NOON - DAY)[0]).toBe(-1);
    // The lead has passed, the moment itself is to come: said at once.
    expect(moments({ leadMinutes: 3 * 24 * 60 }, NOON - HOUR)).toEqual([-2]);
  });
});

describe('startReminderPlan', () => {
  let stop: (() => void) | null = null;
  afterEach(() => stop?.());

  async function world(due: DueOccurrence[] = []) {
    const { platform } = await openTestVault();
    platform.fake.due = due;
    const fileId: FileId = await clientCommands.create(aClient({ name: 'Nowak' }));
    stop = startReminderPlan('en');
    const plan = () => platform.fake.lastRequest('reminders.plan');
    const inAnHour = wallTimeAt(Date.now() + HOUR, 'UTC');
    const add = (changes: Partial<ReminderBody> = {}) =>
      reminderCommands.add(
        fileId,
        aReminder({ at: inAnHour, zone: 'UTC', leadMinutes: 0, rule: null, doneAt: null, ...changes }),
      );
    return { platform, plan, add, fileId };
  }

  it('keeps main in step, with labels that main cannot read', async () => {
    const { plan, add } = await world();
    await vi.waitFor(() => expect(plan()).toEqual([]));
    const id = await add({ title: 'Call about the deposit' });
    await vi.waitFor(() => expect(plan()).toHaveLength(1));
    const [only] = plan() ?? [];
    if (!only) throw new Error('no plan');
    expect(JSON.stringify(only)).not.toContain('Nowak');
    expect(openLabel(reminderKey(), only.id, only.label)).toEqual({
      title: 'Call about the deposit',
      client: 'Nowak',
    });
    await reminderCommands.setDone(id, true);
    await vi.waitFor(() => expect(plan()).toEqual([]));
  });

  it('makes one plan of many changes', async () => {
    const { platform, plan, add } = await world();
    await vi.waitFor(() => expect(plan()).toEqual([]));
    const before = platform.fake.calls.filter(({ channel }) => channel === 'reminders.plan').length;
    for (let n = 0; n < 5; n += 1) await add();
    await vi.waitFor(() => expect(plan()).toHaveLength(5));
    const made = platform.fake.calls.filter(({ channel }) => channel === 'reminders.plan').length - before;
    expect(made).toBeLessThanOrEqual(2);
  });

  it('takes off the list what is done, gone or was moved', async () => {
    const { platform, plan, add, fileId } = await world();
    const reminderId = await add();
    await vi.waitFor(() => expect(plan()).toHaveLength(1));
    const [only] = plan() ?? [];
    if (!only) throw new Error('no plan');
    const standing = { id: only.id, reminderId, fileId, at: only.at, missed: false };
    const moved = { ...standing, id: `${reminderId}:2026-01-01T09:00`, at: Date.UTC(2026, 0, 1, 9) };
    const gone = { ...standing, id: 'gone', reminderId: idMadeAt(NOON) };
    platform.fake.due = [standing, moved, gone];
    await reminderCommands.change(reminderId, { title: 'Renamed' });
    await vi.waitFor(() =>
      expect(platform.fake.lastRequest('reminders.acknowledge')).toEqual([moved.id, 'gone']),
    );
  });

  it('stops', async () => {
    const { platform, plan, add } = await world();
    await vi.waitFor(() => expect(plan()).toEqual([]));
    stop?.();
    await add();
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    expect(platform.fake.lastRequest('reminders.plan')).toEqual([]);
  });
});
