import type { Clock } from '#shared/lib/clock.ts';

const INPUT = ['keydown', 'pointerdown', 'wheel'] as const;

/** Tells for how long the user has left keyboard and mouse alone. */
export interface InputWatch {
  /** Milliseconds since the last input, or since the watch began. */
  readonly quietFor: () => number;
  readonly end: () => void;
}

/** Watches for input anywhere in the window. */
export function watchInput(clock: Clock): InputWatch {
  let last = clock.now();
  const note = (): void => {
    last = clock.now();
  };
  for (const type of INPUT) document.addEventListener(type, note, { capture: true, passive: true });
  return {
    quietFor: () => Math.abs(clock.now() - last),
    end: () => {
      for (const type of INPUT) document.removeEventListener(type, note, { capture: true });
    },
  };
}
