import type { BaseWindow, MenuItemConstructorOptions, MenuItem, Menu } from 'electron';
import { guardedEmitter } from './not-in-host.ts';

/** An item of a menu. `click` runs what the template said. */
export class HostMenuItem {
  readonly id: string;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly type: MenuItem['type'];
  readonly role: string | undefined;
  readonly accelerator: string | null;
  readonly submenu: HostMenu | undefined;
  readonly click: (event?: object, window?: BaseWindow) => void;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options;
    this.id = options.id ?? '';
    this.label = options.label ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = options.role;
    this.accelerator = options.accelerator ?? null;
    this.submenu = Array.isArray(submenu)
      ? HostMenu.buildFromTemplate(submenu)
      : (submenu as unknown as HostMenu | undefined);
    this.click = (event = {}, window) => {
      options.click?.(this as unknown as MenuItem, window, event);
    };
  }
}

let applicationMenu: HostMenu | null = null;

/** A menu, kept but shown nowhere: keys are the renderer's, and an app window of Chromium has no menu bar. */
export class HostMenu extends guardedEmitter('menu') implements Pick<Menu, 'popup' | 'closePopup'> {
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): HostMenu {
    const menu = new HostMenu();
    for (const item of template) menu.append(item);
    return menu;
  }
  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): HostMenu | null {
    return applicationMenu;
  }

  append(item: MenuItemConstructorOptions | MenuItem | HostMenuItem): void {
    this.items.push(
      item instanceof HostMenuItem ? item : new HostMenuItem(item as MenuItemConstructorOptions),
    );
  }
  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(): void {}
  closePopup(): void {}
}
