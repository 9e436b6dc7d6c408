import { useEffect, useState } from 'react';

/** Longest wait for a quiet moment, milliseconds. */
const LONGEST_WAIT_MS = 400;

/** False until the window had nothing more urgent to do once; then true. For work that the first picture can do without. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const handle = window.requestIdleCallback(() => setIdle(true), { timeout: LONGEST_WAIT_MS });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return idle;
}
