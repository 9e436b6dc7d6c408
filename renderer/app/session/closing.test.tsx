// @vitest-environment jsdom
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import '#shared/i18n/all-texts.ts';
import { onFlush } from '#renderer/lib/flush.ts';
import type * as Backups from '#renderer/operations/backups.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { fakePlatform, type FakePlatform } from '#test/fakes/platform.ts';
import { beforeClosing } from './closing.ts';
import { ClosingDialog } from './ClosingDialog.tsx';

configure({ asyncUtilTimeout: 10_000 });

const backups = vi.hoisted(() => {
  // A file before may have loaded the real ones: what stands on them would go on doing so.
  vi.resetModules();
  return {
    backUpBeforeClosing: vi.fn<typeof Backups.backUpBeforeClosing>(),
    backUpNow: vi.fn<typeof Backups.backUpNow>(),
    cancelBackup: vi.fn<typeof Backups.cancelBackup>(),
    isBackupCancelled: vi.fn<typeof Backups.isBackupCancelled>(),
  };
});
vi.mock('#renderer/operations/backups.ts', () => ({
  ...backups,
  useBackupWork: () => ({ running: { reason: 'close', done: 30, total: 60 }, unbackedSince: 1 }),
}));

const user = userEvent.setup({ delay: null });
let platform: FakePlatform;
const said = (channel: string) => platform.fake.calls.filter((call) => call.channel === channel).length;

beforeEach(() => {
  vi.clearAllMocks();
  platform = fakePlatform();
  installPlatform(platform);
  backups.backUpNow.mockResolvedValue({ state: 'unchanged' });
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <ClosingDialog />
    </I18nextProvider>,
  );
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

// The next file gets the real ones.
afterAll(() => vi.resetModules());

const close = (ending = true): Promise<void> => act(() => beforeClosing(ending));

it('closes at once, without a word, when nothing has to be backed up', async () => {
  backups.backUpBeforeClosing.mockResolvedValue();
  await close();
  expect(said('lifecycle.flushed')).toBe(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('only hides without waiting for a backup, and makes it behind the hidden window', async () => {
  await close(false);
  expect(said('lifecycle.flushed')).toBe(1);
  expect(backups.backUpBeforeClosing).not.toHaveBeenCalled();
  expect(backups.backUpNow).toHaveBeenCalledWith('close');
});

it('shows what it waits for, says every second that it is alive, and closes when the backup is made', async () => {
  let made: () => void = () => undefined;
  backups.backUpBeforeClosing.mockImplementation((onBegin) => {
    onBegin();
    return new Promise((resolve) => (made = resolve));
  });
  const closing = beforeClosing(true);
  expect(await screen.findByRole('dialog', { name: 'Making the backup before closing' })).toBeVisible();
  expect(screen.getByText('Making the backup: 30 of 60 records')).toBeVisible();
  await waitFor(() => expect(said('lifecycle.working')).toBeGreaterThan(0));
  await user.keyboard('{Escape}');
  expect(said('lifecycle.flushed')).toBe(0);
  await act(async () => {
    made();
    await closing;
  });
  expect(said('lifecycle.flushed')).toBe(1);
});

it('cancels the backup when the user would rather stay', async () => {
  let cancelled: () => void = () => undefined;
  backups.isBackupCancelled.mockReturnValueOnce(true);
  backups.cancelBackup.mockImplementation(() => cancelled());
  backups.backUpBeforeClosing.mockImplementation((onBegin) => {
    onBegin();
    return new Promise((_resolve, reject) => (cancelled = () => reject(new Error('cancelled'))));
  });
  const closing = beforeClosing(true);
  await user.click(await screen.findByRole('button', { name: 'Stay' }));
  await act(() => closing);
  expect([said('lifecycle.stay'), said('lifecycle.flushed')]).toEqual([1, 0]);
  expect(backups.cancelBackup).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('does not make the user wait for ever', async () => {
  backups.backUpBeforeClosing.mockImplementation((onBegin) => {
    onBegin();
    return new Promise(() => undefined);
  });
  const closing = beforeClosing(true);
  await user.click(await screen.findByRole('button', { name: 'Close without waiting' }));
  await act(() => closing);
  expect(said('lifecycle.flushed')).toBe(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('tells of a backup that failed, and leaves it to the user', async () => {
  backups.backUpBeforeClosing.mockRejectedValue({ failure: { code: 'diskFull', details: { folder: '/x' } } });
  const first = beforeClosing(true);
  await user.click(await screen.findByRole('button', { name: 'Stay' }));
  await act(() => first);
  expect([said('lifecycle.stay'), said('lifecycle.flushed')]).toEqual([1, 0]);
  const second = beforeClosing(true);
  await user.click(await screen.findByRole('button', { name: 'Close' }));
  await act(() => second);
  expect([said('lifecycle.stay'), said('lifecycle.flushed')]).toEqual([1, 1]);
});

it('closes by itself after a failed backup when nobody is there', async () => {
  vi.useFakeTimers();
  backups.backUpBeforeClosing.mockRejectedValue(new Error('no'));
  const closing = beforeClosing(true);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(said('lifecycle.flushed')).toBe(0);
  await vi.advanceTimersByTimeAsync(2_000);
  await act(() => closing);
  expect(said('lifecycle.flushed')).toBe(1);
});

it('closes nothing by itself while typed lines are not stored', async () => {
  const end = onFlush(() => Promise.reject(new Error('disk full')));
  const closing = beforeClosing(true);
  expect(await screen.findByRole('dialog', { name: 'The last lines are not saved' })).toBeVisible();
  expect(backups.backUpBeforeClosing).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  await act(() => closing);
  expect([said('lifecycle.stay'), said('lifecycle.flushed')]).toEqual([1, 0]);
  end();
});
