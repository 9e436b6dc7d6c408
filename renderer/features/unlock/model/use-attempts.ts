import { useCallback, useEffect, useState } from 'react';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { platform, value } from '#renderer/platform/index.ts';

type Counted = ResponseOf<'session.attempts'>;
const SECOND = 1000;

/** Failed attempts to unlock, as the main process counts them over restarts. */
export interface Attempts {
  readonly failures: number;
  /** Whole seconds until the next attempt; 0: now. */
  readonly waitSeconds: number;
  readonly report: (success: boolean) => Promise<void>;
}

/** Reads and reports the attempts to unlock, and counts the wait down. */
export function useAttempts(): Attempts {
  const [counted, setCounted] = useState<Counted>({ failures: 0, waitUntil: 0 });
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const result = await platform().session.attempts();
      // When the count cannot be read there is nothing to count down; the next report brings it.
      if (result.ok && !gone) setCounted(result.value);
    };
    void read();
    return () => {
      gone = true;
    };
  }, []);

  const waiting = counted.waitUntil > now;
  useEffect(() => {
    const timer = waiting ? setInterval(() => setNow(Date.now()), SECOND / 4) : undefined;
    return () => clearInterval(timer);
  }, [waiting]);

  const report = useCallback(async (success: boolean) => {
    const next = await value(platform().session.reportAttempt({ success }));
    setNow(Date.now());
    setCounted(next);
  }, []);
  return {
    failures: counted.failures,
    waitSeconds: waiting ? Math.ceil((counted.waitUntil - now) / SECOND) : 0,
    report,
  };
}
