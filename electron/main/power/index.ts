import { powerMonitor } from 'electron';
import type { SettingsService } from '#main/services/settings/settings.ts';
import type { LockRequests } from './lock-requests.ts';

/** How often the idle time is looked at, in milliseconds. */
export const IDLE_POLL_MS = 10_000;

/** Locks when nobody is there: idle for as long as the settings say, sleep, locked screen. Call when the app is ready. */
export function watchPower(deps: { readonly settings: SettingsService; readonly locks: LockRequests }): void {
  const { settings, locks } = deps;
  powerMonitor.on('suspend', () => locks.request('suspend'));
  powerMonitor.on('lock-screen', () => locks.request('screen'));
  const poll = setInterval(() => {
    const limit = settings.read().lockAfterMinutes * 60;
    if (powerMonitor.getSystemIdleTime() >= limit) locks.request('idle');
  }, IDLE_POLL_MS);
  poll.unref();
}
