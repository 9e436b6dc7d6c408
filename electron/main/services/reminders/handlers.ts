import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { app, Notification, powerMonitor } from 'electron';
import type { MainDeps } from '#main/services/deps.ts';
import type { Log } from '#main/services/log/log.ts';
import type { Notice } from './announcer.ts';
import { ledgerFileAt } from './ledger-file.ts';
import { planStoreAt } from './plan-store.ts';
import { createReminders } from './reminders.ts';

type Deps = Pick<MainDeps, 'ipc' | 'paths' | 'clock' | 'log' | 'settings' | 'session' | 'window'>;

/** `reminders.*`: takes the plan, fires it, and says what is due. */
export function registerRemindersHandlers(deps: Deps): void {
  const { ipc, paths, clock, log, settings, session, window } = deps;
  const folder = join(paths.userData, 'reminders');
  const reminders = createReminders({
    clock,
    monotonic: () => performance.now(),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    log,
    ledgerFile: ledgerFileAt(join(folder, 'ledger.jsonl')),
    planStore: planStoreAt(join(folder, 'plan.json'), log),
    session,
    language: () => settings.read().language,
    show: notifier(log),
    bringUpWindow: () => window.show(),
    emitFired: (fired) => ipc.emit('reminders.fired', fired),
    emitOpen: (target) => ipc.emit('reminders.open', target),
  });
  powerMonitor.on('resume', reminders.wake);
  powerMonitor.on('unlock-screen', reminders.wake);
  app.on('will-quit', reminders.stop);
  ipc.handle('reminders.plan', (plan) => reminders.plan(plan));
  ipc.handle('reminders.due', () => reminders.due());
  ipc.handle('reminders.acknowledge', (ids) => reminders.acknowledge(ids));
}

/** Shows notices by the system. Each is kept until it is over: one that is collected loses its clicks. */
function notifier(log: Log): (notice: Notice, onClick: () => void) => void {
  const shown = new Map<string, Notification>();
  return ({ id, title, body }, onClick) => {
    if (!Notification.isSupported()) {
      log.info('Notifications not supported');
      return;
    }
    const notification = new Notification({ id, title, body });
    const forget = (): void => {
      if (shown.get(id) === notification) shown.delete(id);
    };
    shown.get(id)?.close();
    shown.set(id, notification);
    notification.on('click', () => {
      forget();
      onClick();
    });
    notification.on('close', forget);
    notification.on('failed', (_event, error) => {
      forget();
      log.error('Notification failed', new Error(error));
    });
    notification.show();
  };
}
