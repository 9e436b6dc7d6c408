import type { NativeImage, Tray } from 'electron';
import type { HostMenu } from './menu.ts';
import { environment } from './environment.ts';
import { NotInHost, guardedEmitter } from './not-in-host.ts';

/**
 * A tray icon. Windows of the installed Chromium have none, and main is told so: it must not hide a window that could
 * not be brought back. Without windows an icon is kept, with its menu, for tests.
 */
export class HostTray
  extends guardedEmitter('tray')
  implements
    Pick<Tray, 'setToolTip' | 'setImage' | 'setTitle' | 'destroy' | 'isDestroyed' | 'popUpContextMenu'>
{
  /** The icons there are. */
  static readonly all: HostTray[] = [];
  menu: HostMenu | null = null;
  toolTip = '';

  constructor(_image: NativeImage | string) {
    super();
    if (!environment.headless) {
      // Happens at every start with windows; the place in the code tells nobody anything.
      const none = new NotInHost('Tray');
      none.stack = String(none);
      throw none;
    }
    HostTray.all.push(this);
  }

  setContextMenu(menu: HostMenu | null): void {
    this.menu = menu;
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }
  setImage(_image: NativeImage | string): void {}
  setTitle(_title: string): void {}
  popUpContextMenu(): void {}
  isDestroyed(): boolean {
    return !HostTray.all.includes(this);
  }
  destroy(): void {
    const at = HostTray.all.indexOf(this);
    if (at !== -1) HostTray.all.splice(at, 1);
  }
}
