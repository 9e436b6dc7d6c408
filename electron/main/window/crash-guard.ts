import type { Clock } from '#shared/lib/clock.ts';

const LIMIT = 3;
const WITHIN_MS = 60_000;

/**
 * Counts renderers that died. The function it makes is called at each death and answers whether the app gives up:
 * a window that dies again and again would otherwise be made again and again.
 */
export function createCrashGuard(deps: {
  readonly clock: Clock;
  readonly giveUp: () => void;
}): () => boolean {
  let deaths: number[] = [];
  return () => {
    const now = deps.clock.now();
    deaths = [...deaths.filter((death) => now - death < WITHIN_MS), now];
    if (deaths.length <= LIMIT) return false;
    deps.giveUp();
    return true;
  };
}
