// @vitest-environment jsdom
import { cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
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
    expect(result.current).toEqual([
      { fileId: other, currency: 'CZK', amount: 300, since: '2026-10-01' },
      { fileId: one, currency: 'EUR', amount: 200, since: '2026-11-01' },
      { fileId: one, currency: 'CZK', amount: 100, since: '2026-11-10' },
    ]),
  );
});
