// @vitest-environment jsdom
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { draftRecord } from '#shared/domain/draft.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { changeDecision, changeTyped, startCheck, startOver, useCurrentCheck } from './current-check.ts';
import { useKeptCheck } from './use-kept-check.ts';

configure({ asyncUtilTimeout: 10_000 });

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
  startOver();
});
afterEach(() => {
  cleanup();
  startOver();
});

const kept = async () => (await vault().all(draftRecord)).map(({ form, values }) => ({ form, values }));
/** The app ends and starts again: what stands in memory is gone. */
async function restart(unmount: () => void): Promise<void> {
  unmount();
  await flushAll();
  startOver();
  await test.reopen();
}

it('goes on with names, reason and who decides, after the app started again', async () => {
  const first = renderHook(useKeptCheck);
  act(() => changeTyped('Novák\nSokolov'));
  act(() => changeDecision({ reason: 'Both agreed', by: 'Eva' }));
  await restart(first.unmount);
  const second = renderHook(useKeptCheck);
  await waitFor(() => expect(second.result.current.keptAt).not.toBeNull());
  expect(useCurrentCheck.getState()).toMatchObject({
    typed: 'Novák\nSokolov',
    reason: 'Both agreed',
    by: 'Eva',
    state: 'typing',
    result: null,
  });
});

it('is kept no more when it is emptied or decided', async () => {
  const { result } = renderHook(useKeptCheck);
  act(() => changeTyped('Novák'));
  await act(flushAll);
  expect(await kept()).toMatchObject([{ form: 'conflictCheck', values: { typed: 'Novák' } }]);
  act(startOver);
  await act(flushAll);
  expect(await kept()).toEqual([]);
  act(() => changeTyped('Sokolov'));
  await act(flushAll);
  act(() => result.current.drop());
  await act(flushAll);
  expect(await kept()).toEqual([]);
});

it('leaves what was typed before alone when a check is begun for a new client', async () => {
  const first = renderHook(useKeptCheck);
  act(() => changeTyped('Novák'));
  await act(flushAll);
  act(() => startCheck(['Nováková'], { name: 'Nováková' }));
  first.unmount();
  await flushAll();
  const second = renderHook(useKeptCheck);
  act(() => changeDecision({ reason: 'No matter of theirs' }));
  second.unmount();
  await flushAll();
  const values = (await kept()).map((draft) => draft.values['typed']);
  expect(new Set(values)).toEqual(new Set(['Novák', 'Nováková']));
});
