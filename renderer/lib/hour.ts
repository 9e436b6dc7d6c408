import { useEffect, useState } from 'react';
import { systemClock } from '#shared/lib/clock.ts';

const HOUR_MS = 3_600_000;
/** How often the clock is looked at, milliseconds: timers stand still over sleep. */
const LOOK_MS = 60_000;

const thisHour = (): number => Math.floor(systemClock.now() / HOUR_MS);

/** The moment from which «… ago» counts, milliseconds since the epoch: it changes once an hour, however long a screen stands. */
export function useHourlyNow(): number {
  const [now, setNow] = useState(() => systemClock.now());
  useEffect(() => {
    let hour = thisHour();
    const timer = setInterval(() => {
      if (thisHour() === hour) return;
      hour = thisHour();
      setNow(systemClock.now());
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
