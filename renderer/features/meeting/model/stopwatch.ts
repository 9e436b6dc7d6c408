/** Measures how long the meeting ran, pauses left out. */
export interface Stopwatch {
  /** Whole seconds so far. */
  readonly seconds: () => number;
  readonly running: () => boolean;
  readonly start: () => void;
  readonly pause: () => void;
}

/**
 * Makes a stopwatch that stands still.
 * @param before Seconds that count already.
 * @param now A clock in milliseconds that never jumps.
 */
export function createStopwatch(before: number, now: () => number = () => performance.now()): Stopwatch {
  let counted = before * 1000;
  let since: number | null = null;
  const total = (): number => counted + (since === null ? 0 : now() - since);
  return {
    seconds: () => Math.floor(total() / 1000),
    running: () => since !== null,
    start: () => {
      since ??= now();
    },
    pause: () => {
      counted = total();
      since = null;
    },
  };
}

const two = (part: number): string => String(part).padStart(2, '0');

/** Seconds as a stopwatch shows them: «0:05», «1:02:09». */
export function stopwatchText(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    Math.floor(seconds) % 60,
  ];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
