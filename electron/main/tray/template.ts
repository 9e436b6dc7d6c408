import type { MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';

/** Menu of the tray icon. */
export const trayTemplate = (deps: {
  readonly t: TFunction;
  readonly unlocked: boolean;
  readonly open: () => void;
  readonly lock: () => void;
  readonly quit: () => void;
}): MenuItemConstructorOptions[] => [
  { label: deps.t('main.tray.open'), click: deps.open },
  { label: deps.t('main.tray.lock'), enabled: deps.unlocked, click: deps.lock },
  { type: 'separator' },
  { label: deps.t('main.tray.quit'), click: deps.quit },
];
