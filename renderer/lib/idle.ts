import { useEffect, useState } from 'react';

/** Longest wait for a quiet moment, milliseconds. */
const LONGEST_WAIT_MS = 400;

/**
 * Runs work once the window has nothing more urgent to do. Returns what takes it back.
 * @param within Longest wait, milliseconds.
 */
export function whenIdle(work: () => void, within: number): () => void {
  // Not everything that runs this has a window: tests, workers.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: within });
  return () => cancelIdleCallback(handle);
}

/** False until the window had nothing more urgent to do once; then true. For work that the first picture can do without. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const handle = window.requestIdleCallback(() => setIdle(true), { timeout: LONGEST_WAIT_MS });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return idle;
}
