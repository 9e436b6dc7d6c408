/** A source of the wall clock, injected wherever a rule depends on the time. */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  now(): number;
}

/** The machine's own clock. Read at each call, never cached. */
export const systemClock: Clock = { now: () => Date.now() };
