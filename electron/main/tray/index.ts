import { app, Menu, nativeImage, Tray } from 'electron';
import { translator } from '#shared/i18n/translate.ts';
import type { LockRequests } from '#main/power/lock-requests.ts';
import type { MainDeps } from '#main/services/deps.ts';
import icon from '../../../resources/build/tray.png?inline';
import iconLarge from '../../../resources/build/tray@2x.png?inline';
import { trayTemplate } from './template.ts';

export interface AppTray {
  /** Whether the icon is there, so that a hidden window can be found again. */
  exists(): boolean;
}

interface Deps extends Pick<MainDeps, 'settings' | 'session' | 'window' | 'log'> {
  readonly locks: LockRequests;
}

/** Keeps the tray icon while the settings ask for it, in their language. */
export function installTray({ settings, session, window, log, locks }: Deps): AppTray {
  let tray: Tray | null = null;

  function make(): Tray {
    const image = nativeImage.createFromDataURL(icon);
    image.addRepresentation({ scaleFactor: 2, dataURL: iconLarge });
    const made = new Tray(image);
    made.on('click', () => window.show());
    return made;
  }

  function update(): void {
    const { language, stayInTray } = settings.read();
    if (!stayInTray) {
      tray?.destroy();
      tray = null;
      return;
    }
    try {
      tray ??= make();
    } catch (error) {
      log.error('No tray', error);
      return;
    }
    const t = translator(language);
    tray.setToolTip(t('main.tray.tooltip'));
    const template = trayTemplate({
      t,
      unlocked: session.isUnlocked(),
      open: () => window.show(),
      lock: () => locks.request('user'),
      quit: () => app.quit(),
    });
    tray.setContextMenu(Menu.buildFromTemplate(template));
  }

  update();
  settings.onChange(update);
  session.onChange(update);
  return { exists: () => tray !== null };
}
