// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { occurrences, wallTimeAt } from '#shared/domain/recurrence.ts';
import { reminderRecord, type ReminderBody } from '#shared/domain/reminder.ts';
import type { DueOccurrence } from '#shared/ipc/contract.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { reminderCommands } from '#renderer/entities/reminder/index.ts';
import { vault } from '#renderer/db/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { aClient, aReminder } from '#test/builders/bodies.ts';
import type { FakePlatform } from '#test/fakes/platform.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { ReminderBell } from './ReminderBell.tsx';

const user = userEvent.setup();
let platform: FakePlatform;
let fileId: FileId;

beforeEach(async () => {
  ({ platform } = await openTestVault());
  fileId = await clientCommands.create(aClient({ name: 'Nowak Piotr' }));
});

const stored = (id: RecordId) => vault().get(reminderRecord, id);

/** A reminder whose moment came two minutes ago. */
async function aDue(
  changes: Partial<ReminderBody> = {},
  missed = false,
  file = fileId,
): Promise<DueOccurrence> {
  const body = aReminder({
    title: 'Call about the deposit',
    at: wallTimeAt(Date.now() - 120_000, 'Europe/Prague'),
    zone: 'Europe/Prague',
    leadMinutes: 0,
    rule: null,
    doneAt: null,
    ...changes,
  });
  const reminderId = await reminderCommands.add(file, body);
  const [only] = occurrences({ ...body, id: reminderId }, 0, Date.now());
  if (!only) throw new Error('not due');
  return { id: only.id, reminderId, fileId: file, at: only.at, missed };
}

const show = (): void => renderScreen({ '/': <ReminderBell /> }, '/');
const panel = async (): Promise<HTMLElement> => {
  await user.click(await screen.findByRole('button', { name: /^Reminders/ }));
  return screen.findByRole('dialog', { name: 'Due reminders' });
};

describe('the bell', () => {
  it('is quiet when nothing is due', async () => {
    show();
    expect(await screen.findByRole('button', { name: 'Reminders' })).toBeVisible();
    expect(within(await panel()).getByText('No reminder is due.')).toBeVisible();
  });

  it('counts what is due and what fires while one looks', async () => {
    platform.fake.due = [await aDue()];
    show();
    expect(await screen.findByRole('button', { name: 'Reminders 1' })).toBeVisible();
    const second = await aDue({ title: 'Send the contract' });
    act(() => platform.fake.emit('reminders.fired', [second]));
    expect(await screen.findByRole('button', { name: 'Reminders 2' })).toBeVisible();
    expect(screen.getByText('2 reminders are due').tagName).toBe('OUTPUT');
  });

  it('opens when a notification about several is clicked', async () => {
    platform.fake.due = [await aDue()];
    show();
    await screen.findByRole('button', { name: 'Reminders 1' });
    act(() => platform.fake.emit('reminders.open', { reminderId: null, fileId: null }));
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('gives way to the file that a click on a notification opens', async () => {
    const due = await aDue();
    platform.fake.due = [due];
    show();
    await panel();
    act(() => platform.fake.emit('reminders.open', { reminderId: due.reminderId, fileId }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});

describe('the list of due reminders', () => {
  it('says what, for whom and that it was missed, and opens the file', async () => {
    platform.fake.due = [await aDue({}, true)];
    show();
    const list = await panel();
    expect(await within(list).findByText('Call about the deposit')).toBeVisible();
    expect(await within(list).findByText(/Nowak Piotr · /)).toHaveTextContent('missed');
    await user.click(within(list).getByRole('button', { name: 'Open file Call about the deposit' }));
    await waitFor(() => expect(screen.getByLabelText('address')).toHaveTextContent(routes.file(fileId)));
  });

  it('offers no file for what belongs to the practice', async () => {
    platform.fake.due = [await aDue({}, false, PRACTICE_FILE)];
    show();
    const list = await panel();
    await within(list).findByText('Call about the deposit');
    expect(within(list).queryByRole('button', { name: /Open file/ })).toBeNull();
  });

  it('ticks off', async () => {
    const due = await aDue();
    platform.fake.due = [due];
    show();
    const list = await panel();
    await user.click(await within(list).findByRole('button', { name: /^Done/ }));
    expect(await within(list).findByText('No reminder is due.')).toBeVisible();
    await waitFor(() => expect(platform.fake.lastRequest('reminders.acknowledge')).toEqual([due.id]));
    expect((await stored(due.reminderId))?.doneAt).not.toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('ticks off one time of a repeated reminder, not the reminder', async () => {
    const due = await aDue({ rule: 'FREQ=DAILY' });
    platform.fake.due = [due];
    show();
    const list = await panel();
    await user.click(await within(list).findByRole('button', { name: /^Done/ }));
    await waitFor(() => expect(platform.fake.lastRequest('reminders.acknowledge')).toEqual([due.id]));
    expect((await stored(due.reminderId))?.doneAt).toBeNull();
  });

  it('puts off with the keyboard', async () => {
    const due = await aDue();
    platform.fake.due = [due];
    show();
    const list = await panel();
    (await within(list).findByRole('button', { name: /^Remind again/ })).focus();
    await user.keyboard('{Enter}');
    expect(await screen.findAllByRole('menuitem')).toHaveLength(3);
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(platform.fake.lastRequest('reminders.acknowledge')).toEqual([due.id]));
    const changed = await stored(due.reminderId);
    expect(changed?.at).toBe(wallTimeAt(Math.ceil(Date.now() / 60_000 + 60) * 60_000, 'Europe/Prague'));
    expect(await within(list).findByText('No reminder is due.')).toBeVisible();
  });

  it('keeps a reminder on the list that could not be ticked off', async () => {
    platform.fake.due = [await aDue()];
    show();
    const list = await panel();
    await within(list).findByText('Call about the deposit');
    platform.fake.failNext('journal.append', 'diskFull');
    await user.click(within(list).getByRole('button', { name: /^Done/ }));
    await waitFor(() => expect(platform.fake.lastRequest('journal.append')).toBeDefined());
    expect(await within(list).findByText('Call about the deposit')).toBeVisible();
    expect(platform.fake.lastRequest('reminders.acknowledge')).toBeUndefined();
  });
});
