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
  const notices = notifier(log);
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
    show: notices.show,
    bringUpWindow: () => window.show(),
    emitFired: (fired) => ipc.emit('reminders.fired', fired),
    emitOpen: (target) => ipc.emit('reminders.open', target),
  });
  // What the system still shows of before names clients.
  session.onLook((looking) => looking !== null && notices.withdraw());
  powerMonitor.on('resume', reminders.wake);
  powerMonitor.on('unlock-screen', reminders.wake);
  app.on('will-quit', reminders.stop);
  ipc.handle('reminders.plan', (plan) => reminders.plan(plan));
  ipc.handle('reminders.due', () => reminders.due());
  ipc.handle('reminders.acknowledge', (ids) => reminders.acknowledge(ids));
}

/** Shows notices by the system. Each is kept until it is over: one that is collected loses its clicks. */
function notifier(log: Log): {
  readonly show: (notice: Notice, onClick: () => void) => void;
  /** Takes back all that are shown. */
  readonly withdraw: () => void;
} {
  const shown = new Map<string, Notification>();
  const show = ({ id, title, body }: Notice, onClick: () => void): void => {
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
  const withdraw = (): void => {
    for (const notification of shown.values()) notification.close();
    shown.clear();
  };
  return { show, withdraw };
}
