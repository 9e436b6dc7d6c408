import { onFlush } from './flush.ts';
import { markFailed, markPending, markStored } from './save-state.ts';

/** What is stored «at once» is painted first; a window that paints nothing is waited for so long, milliseconds. */
const FRAME_MS = 16;
/** Milliseconds without a keystroke after which a run of edits is stored. */
const QUIET_MS = 250;
/** Longest time a text may wait while typing goes on. */
const LONGEST_WAIT_MS = 800;
/** When so little of it is left, the text is stored right after the key: that leaves most time until the next one. */
const LAST_MOMENT_MS = 100;
/** Time before a failed save is tried again. */
const RETRY_MS = 2000;

/** Runs work once the next frame is painted. Returns what takes it back. */
function afterPaint(work: () => void): () => void {
  const painted = new MessageChannel();
  let frame = 0;
  const end = (): void => {
    clearTimeout(timer);
    if (frame !== 0) cancelAnimationFrame(frame);
    painted.port1.close();
  };
  const run = (): void => {
    end();
    work();
  };
  const timer = setTimeout(run, FRAME_MS);
  painted.port1.addEventListener('message', run, { once: true });
  painted.port1.start();
  if (typeof requestAnimationFrame === 'function') {
    frame = requestAnimationFrame(() => painted.port2.postMessage(null));
  }
  return end;
}

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
  let cancel: (() => void) | null = null;
  /** Takes back that the text is about to be said to be pending. */
  let cancelPending: (() => void) | null = null;
  let pending = false;
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
    cancelPending?.();
    pending = false;
    markStored(key);
    if (ended) unregister();
  };
  const flush = (): Promise<void> => {
    cancel?.();
    const next = running.catch(() => undefined).then(store);
    running = next;
    return next;
  };
  const storeUnasked = (): void => void flush().catch(() => undefined);
  const schedule = (delay: number): void => {
    cancel?.();
    const timer = setTimeout(storeUnasked, delay);
    cancel = () => clearTimeout(timer);
  };
  const storeNext = (): void => {
    cancel?.();
    cancel = afterPaint(storeUnasked);
  };
  /** Says that the text is pending once the key itself is painted: saying so first would cost the glyph its frame. */
  const tellPending = (): void => {
    if (pending) return;
    pending = true;
    cancelPending = afterPaint(() => markPending(key));
  };
  const unregister = onFlush(flush);

  return {
    change: (value) => {
      const now = Date.now();
      const afterPause = waiting === null && now - lastChange > QUIET_MS;
      if (waiting === null) firstChange = now;
      lastChange = now;
      waiting = { value };
      const left = firstChange + LONGEST_WAIT_MS - now;
      if (afterPause || left <= LAST_MOMENT_MS) storeNext();
      else schedule(Math.min(QUIET_MS, left));
      // After it, so that what is stored is on its way while the words are drawn that say so.
      tellPending();
    },
    flush,
    end: async () => {
      ended = true;
      if (waiting === null) unregister();
      await flush();
    },
  };
}
