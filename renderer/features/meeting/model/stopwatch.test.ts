import { expect, it } from 'vitest';
import { createStopwatch, stopwatchText } from './stopwatch.ts';

it('counts what ran, and not the pauses', () => {
  let now = 5_000;
  const watch = createStopwatch(60, () => now);
  now += 10_000;
  expect([watch.seconds(), watch.running()]).toEqual([60, false]);
  watch.start();
  now += 2_900;
  watch.start();
  expect([watch.seconds(), watch.running()]).toEqual([62, true]);
  watch.pause();
  now += 100_000;
  watch.pause();
  expect(watch.seconds()).toBe(62);
  watch.start();
  now += 100;
  expect(watch.seconds()).toBe(63);
});

it.each([
  [0, '0:00'],
  [65, '1:05'],
  [3599, '59:59'],
  [3729, '1:02:09'],
])('writes %d seconds as %s', (seconds, text) => expect(stopwatchText(seconds)).toBe(text));
