// @vitest-environment jsdom
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { vault } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { draftRecord, type FormId } from '#shared/domain/draft.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { useForm } from './use-form.ts';

configure({ asyncUtilTimeout: 10_000 });

interface Person {
  readonly name: string;
  readonly age: number;
}
const schema = z.object({ name: z.string(), age: z.number() });
const start: Person = { name: '', age: 18 };

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});
afterEach(cleanup);

const store = vi.fn<(typed: Person) => Promise<string>>();
const show = (
  options: {
    readonly form?: FormId;
    readonly given?: Partial<Person>;
    readonly fits?: (kept: Partial<Person>) => boolean;
  } = {},
) =>
  renderHook(() =>
    useForm<Person, string>({ fileId: PRACTICE_FILE, form: 'party', schema, start, store, ...options }),
  );
const kept = async () => (await vault().all(draftRecord)).map(({ form, values }) => ({ form, values }));

it('goes on with what was typed, after the form was closed and the app started again', async () => {
  const first = show();
  act(() => first.result.current.change({ name: 'Eva' }));
  first.unmount();
  await flushAll();
  expect(await kept()).toEqual([{ form: 'party', values: { name: 'Eva' } }]);
  await test.reopen();
  const second = show();
  await waitFor(() => expect(second.result.current.draft).toEqual({ name: 'Eva', age: 18 }));
  expect(second.result.current).toMatchObject({ touched: true, keptAt: expect.any(Number) as number });
  // It is nobody's action: undo goes past it.
  expect(vault().undoState()).toEqual({ undo: null, redo: null });
});

it('takes what was typed elsewhere, and leaves what was left empty there as it is kept', async () => {
  const first = show({ given: { name: 'Eva' } });
  expect(first.result.current).toMatchObject({ draft: { name: 'Eva', age: 18 }, touched: false });
  act(() => first.result.current.change({ age: 30 }));
  first.unmount();
  await flushAll();
  const second = show({ given: { name: '', age: 31 } });
  await waitFor(() => expect(second.result.current.draft).toEqual({ name: 'Eva', age: 31 }));
});

it('forgets the draft when it is sent, and keeps it when that fails', async () => {
  const { result } = show();
  act(() => result.current.change({ name: 'Jan' }));
  await act(flushAll);
  store.mockRejectedValueOnce(new Error('full'));
  act(() => result.current.send(() => undefined));
  await waitFor(() => expect(result.current.failure).toEqual(new Error('full')));
  expect(await kept()).toHaveLength(1);
  store.mockResolvedValueOnce('made');
  const done = vi.fn<(result: string) => void>();
  act(() => result.current.send(done));
  await waitFor(() => expect(done).toHaveBeenCalledWith('made'));
  await waitFor(async () => expect(await kept()).toEqual([]));
});

it.each(['sent', 'given up'])('begins anew when it is opened again right after it was %s', async (how) => {
  const first = show();
  act(() => first.result.current.change({ name: 'Jan' }));
  await act(flushAll);
  store.mockResolvedValueOnce('made');
  const opened: ReturnType<typeof show>[] = [];
  act(() => {
    if (how === 'sent') first.result.current.send(() => opened.push(show()));
    else {
      first.result.current.restart();
      opened.push(show());
    }
    if (how !== 'sent') first.unmount();
  });
  await waitFor(() => expect(opened).toHaveLength(1));
  await act(flushAll);
  await act(flushAll);
  expect(opened[0]?.result.current).toMatchObject({ draft: start, touched: false, keptAt: null });
});

it('keeps nothing when all is as at the beginning again, and nothing after it was given up', async () => {
  const { result } = show();
  act(() => result.current.change({ name: 'Jan', age: 20 }));
  await act(flushAll);
  act(() => result.current.change({ name: '', age: 18 }));
  await act(flushAll);
  expect(await kept()).toEqual([]);
  act(() => result.current.change({ name: 'Jan' }));
  await act(flushAll);
  act(() => result.current.restart());
  await act(flushAll);
  expect(result.current).toMatchObject({ draft: start, touched: false, keptAt: null });
  expect(await kept()).toEqual([]);
});

it('goes on with no draft of another form, none that does not fit, and no field that is none any more', async () => {
  const first = show({ form: 'question' });
  act(() => first.result.current.change({ name: 'Rex' }));
  const second = show();
  act(() => second.result.current.change({ name: 'Eva', age: 'old' as unknown as number }));
  await act(flushAll);
  first.unmount();
  second.unmount();
  const fits = vi.fn(({ name }: Partial<Person>) => name === 'Eva');
  const third = show({ fits });
  await waitFor(() => expect(third.result.current.draft).toEqual({ name: 'Eva', age: 18 }));
  expect(fits.mock.calls).toEqual([[{ name: 'Eva' }]]);
  fits.mockReturnValue(false);
  const fourth = show({ fits });
  await waitFor(() => expect(fits).toHaveBeenCalledTimes(2));
  act(() => fourth.result.current.change({ name: 'Ota' }));
  await act(flushAll);
  // Both stay: each is met again by whom it fits.
  expect(await kept()).toHaveLength(3);
});
