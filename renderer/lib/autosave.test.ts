import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAutosave } from './autosave.ts';
import { flushAll } from './flush.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('stores a first edit at once', async () => {
  const save = vi.fn<(value: number) => Promise<void>>(() => Promise.resolve());
  const autosave = createAutosave('first', save);
  autosave.change(1);
  await vi.advanceTimersByTimeAsync(16);
  expect(save.mock.calls).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(100);
  autosave.change(2);
  await vi.advanceTimersByTimeAsync(16);
  expect(save.mock.calls).toEqual([[1]]);
  await autosave.end();
});

it('stores the newest value after a short quiet, and at the latest after 0.8 s of typing', async () => {
  const save = vi.fn<(value: number) => Promise<void>>(() => Promise.resolve());
  const autosave = createAutosave('a', save);
  autosave.change(1);
  autosave.change(2);
  await vi.advanceTimersByTimeAsync(250);
  expect(save.mock.calls).toEqual([[2]]);
  for (let value = 3; value < 13; value += 1) {
    autosave.change(value);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(save.mock.calls.length).toBeGreaterThanOrEqual(2);
  await autosave.end();
  expect(save.mock.lastCall).toEqual([12]);
});

it('keeps what could not be stored, also after its end, until it is stored', async () => {
  let broken = true;
  const save = vi.fn<(value: number) => Promise<void>>(() =>
    broken ? Promise.reject(new Error('full')) : Promise.resolve(),
  );
  const autosave = createAutosave('b', save);
  autosave.change(1);
  await expect(autosave.end()).rejects.toThrow('full');
  await expect(flushAll()).rejects.toThrow('full');
  broken = false;
  await flushAll();
  expect(save.mock.lastCall).toEqual([1]);
  save.mockClear();
  await flushAll();
  await vi.advanceTimersByTimeAsync(5000);
  expect(save).not.toHaveBeenCalled();
});
