// @vitest-environment jsdom
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { newFileId } from '#shared/domain/ids.ts';
import { aMoneyEntry } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { moneyCommands } from './money-commands.ts';
import { useOverdue } from './overdue.ts';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

it('names who owes what since when, the oldest first, each currency apart', async () => {
  await openTestVault();
  const [one, other, paid] = [newFileId(), newFileId(), newFileId()];
  await moneyCommands.add(one, aMoneyEntry({ amount: 100, dueOn: '2026-11-10' }));
  await moneyCommands.add(one, aMoneyEntry({ amount: 200, dueOn: '2026-11-01', currency: 'EUR' }));
  await moneyCommands.add(other, aMoneyEntry({ amount: 300, dueOn: '2026-10-01' }));
  await moneyCommands.add(other, aMoneyEntry({ amount: 300, dueOn: '2026-12-24' }));
  await moneyCommands.add(paid, aMoneyEntry({ amount: 300, dueOn: '2026-10-01' }));
  await moneyCommands.add(paid, aMoneyEntry({ kind: 'payment', amount: 300 }));
  const { result } = renderHook(() => useOverdue('2026-11-22'));
  await waitFor(() =>
    expect(result.current[0]?.all).toEqual([
      { fileId: other, currency: 'CZK', amount: 300, since: '2026-10-01' },
      { fileId: one, currency: 'EUR', amount: 200, since: '2026-11-01' },
      { fileId: one, currency: 'CZK', amount: 100, since: '2026-11-10' },
    ]),
  );
});

it('follows what is charged, paid and undone while it is shown', async () => {
  await openTestVault();
  const fileId = newFileId();
  const { result } = renderHook(() => useOverdue('2026-11-22'));
  await waitFor(() => expect(result.current[0]).toEqual({ all: [], unread: false }));
  await moneyCommands.add(fileId, aMoneyEntry({ amount: 300, dueOn: '2026-10-01' }));
  await waitFor(() => expect(result.current[0]?.all).toMatchObject([{ fileId, amount: 300 }]));
  await moneyCommands.add(fileId, aMoneyEntry({ kind: 'payment', amount: 100 }));
  await waitFor(() => expect(result.current[0]?.all).toMatchObject([{ fileId, amount: 200 }]));
  await vault().undo();
  await waitFor(() => expect(result.current[0]?.all).toMatchObject([{ fileId, amount: 300 }]));
});

it('tells that something could not be read, with what is known, and reads it again', async () => {
  await openTestVault();
  const [fileId, other] = [newFileId(), newFileId()];
  await moneyCommands.add(fileId, aMoneyEntry({ amount: 300, dueOn: '2026-10-01' }));
  const { result } = renderHook(() => useOverdue('2026-11-22'));
  await waitFor(() => expect(result.current[0]?.all).toHaveLength(1));
  const broken = vi.spyOn(vault(), 'inFile').mockRejectedValue(new Error('Broken'));
  await moneyCommands.add(other, aMoneyEntry({ amount: 500, dueOn: '2026-10-02' }));
  await waitFor(() => expect(result.current[0]).toMatchObject({ all: [{ fileId }], unread: true }));
  broken.mockRestore();
  act(() => result.current[1]());
  await waitFor(() => expect(result.current[0]).toMatchObject({ all: [{ fileId }, {}], unread: false }));
});
