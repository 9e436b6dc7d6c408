import { onFlush } from './flush.ts';
import { markFailed, markPending, markStored } from './save-state.ts';

/** An edit after a pause is stored this soon: one frame, so that it is painted first. Milliseconds. */
const FIRST_MS = 16;
/** Milliseconds without a keystroke after which a run of edits is stored. */
const QUIET_MS = 250;
/** Longest time a text may wait while typing goes on. */
const LONGEST_WAIT_MS = 800;
/** Time before a failed save is tried again. */
const RETRY_MS = 2000;

/** Stores a text by itself, soon after it changed. */
export interface Autosave<Value> {
  /** Notes the newest value. A first edit is stored at once, a run of edits in its next pause, at the latest after 0.8 s. */
  readonly change: (value: Value) => void;
  /** Stores the newest value now. Rejects when it could not be stored; the value is kept and tried again. */
  readonly flush: () => Promise<void>;
  /** Stores what is left and stops. What could not be stored goes on being tried, also by `flushAll`. */
  readonly end: () => Promise<void>;
}

/**
 * Makes an autosave. `save` gets the newest value, never two at a time; what is typed meanwhile is saved next.
 * @param key Names the text in the save state.
 */
export function createAutosave<Value>(
  key: string,
  save: (value: Value) => Promise<unknown>,
): Autosave<Value> {
  let waiting: { readonly value: Value } | null = null;
  let firstChange = 0;
  let lastChange = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let ended = false;

  const store = async (): Promise<void> => {
    const taken = waiting;
    if (!taken) return;
    waiting = null;
    try {
      await save(taken.value);
    } catch (failure) {
      waiting ??= taken;
      markFailed(failure);
      schedule(RETRY_MS);
      throw failure;
    }
    if (waiting !== null) return;
    markStored(key);
    if (ended) unregister();
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    const next = running.catch(() => undefined).then(store);
    running = next;
    return next;
  };
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), delay);
  };
  const unregister = onFlush(flush);

  return {
    change: (value) => {
      const now = Date.now();
      const afterPause = waiting === null && now - lastChange > QUIET_MS;
      if (waiting === null) firstChange = now;
      lastChange = now;
      waiting = { value };
      markPending(key);
      schedule(afterPause ? FIRST_MS : Math.max(0, Math.min(QUIET_MS, firstChange + LONGEST_WAIT_MS - now)));
    },
    flush,
    end: async () => {
      ended = true;
      if (waiting === null) unregister();
      await flush();
    },
  };
}
