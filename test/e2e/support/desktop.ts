import type { RunningApp } from './running-app.ts';

interface Shown {
  readonly title: string;
  readonly body: string;
}

declare global {
  var shownNotifications: { title: string; body: string; emit: (event: string) => boolean }[] | undefined;
}

/** From now on the app's notifications are kept instead of shown. */
export async function keepNotifications(app: RunningApp): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: NonNullable<typeof globalThis.shownNotifications> = [];
    globalThis.shownNotifications = shown;
    Notification.prototype.show = function show() {
      shown.push(this);
    };
  });
}

/** The notifications kept so far, oldest first. */
export function keptNotifications(app: RunningApp): Promise<Shown[]> {
  return app.evaluate(() =>
    (globalThis.shownNotifications ?? []).map(({ title, body }) => ({ title, body })),
  );
}

/** Clicks the newest notification kept. */
export async function clickNotification(app: RunningApp): Promise<void> {
  await app.evaluate(() => globalThis.shownNotifications?.at(-1)?.emit('click'));
}
