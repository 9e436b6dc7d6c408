// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useHourlyNow } from './hour.ts';

beforeEach(
  () =>
    void vi.useFakeTimers({
      now: Date.UTC(2026, 10, 22, 9, 30),
      toFake: ['Date', 'setInterval', 'clearInterval'],
    }),
);
afterEach(() => void vi.useRealTimers());

it('stays the same within an hour and goes on with the next, also after sleep', () => {
  const { result, unmount } = renderHook(() => useHourlyNow());
  const first = result.current;
  act(() => {
    vi.advanceTimersByTime(20 * 60_000);
  });
  expect(result.current).toBe(first);
  act(() => {
    vi.advanceTimersByTime(11 * 60_000);
  });
  const second = result.current;
  expect(second).toBeGreaterThan(first);
  vi.setSystemTime(Date.UTC(2026, 10, 24, 8));
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(result.current - second).toBeGreaterThan(40 * 3_600_000);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
