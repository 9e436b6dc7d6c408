import type { MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import type { MENU_COMMANDS } from '#shared/ipc/contract.ts';

type MenuCommand = (typeof MENU_COMMANDS)[number];
type Item = MenuItemConstructorOptions;

export interface MenuDeps {
  readonly t: TFunction;
  readonly mac: boolean;
  /** Whether the tools for developers are offered. */
  readonly developer: boolean;
  /** Sends a command to the renderer. */
  readonly send: (command: MenuCommand) => void;
}

const separator: Item = { type: 'separator' };

/**
 * The application menu. Commands belong to the renderer, which listens for their keys itself: the menu shows the keys
 * but does not take them.
 */
export function menuTemplate(deps: MenuDeps): Item[] {
  const { t, mac } = deps;
  const command = (name: MenuCommand, label: string, accelerator: string): Item => ({
    id: name,
    label,
    accelerator,
    registerAccelerator: false,
    click: () => deps.send(name),
  });
  const settings = command('settings', t('main.menu.settings'), 'CmdOrCtrl+,');
  const about: Item = { role: 'about', label: t('main.menu.about') };
  const quit: Item = { role: 'quit', label: t('main.menu.quit') };
  const file: Item = {
    label: t('main.menu.file'),
    submenu: [
      command('newClient', t('main.menu.newClient'), 'CmdOrCtrl+N'),
      command('meeting', t('main.menu.meeting'), 'CmdOrCtrl+M'),
      separator,
      command('print', t('main.menu.print'), 'CmdOrCtrl+P'),
      separator,
      command('lock', t('main.menu.lock'), 'CmdOrCtrl+L'),
      ...(mac ? [] : [settings, separator, quit]),
    ],
  };
  const go: Item = {
    label: t('main.menu.go'),
    submenu: [command('palette', t('main.menu.palette'), 'CmdOrCtrl+K')],
  };
  const help: Item = {
    role: 'help',
    label: t('main.menu.help'),
    submenu: [command('help', t('main.menu.keys'), 'F1'), ...(mac ? [] : [separator, about])],
  };
  const menus = [file, editMenu(deps), go, viewMenu(deps), windowMenu(deps), help];
  return mac ? [appMenu(deps, about, settings, quit), ...menus] : menus;
}

function appMenu({ t }: MenuDeps, about: Item, settings: Item, quit: Item): Item {
  return {
    label: 'Kartoteka',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'hide', label: t('main.menu.hide') },
      { role: 'hideOthers', label: t('main.menu.hideOthers') },
      { role: 'unhide', label: t('main.menu.unhide') },
      separator,
      quit,
    ],
  };
}

function editMenu({ t }: MenuDeps): Item {
  return {
    label: t('main.menu.edit'),
    submenu: [
      { role: 'undo', label: t('main.menu.undo') },
      { role: 'redo', label: t('main.menu.redo') },
      separator,
      { role: 'cut', label: t('main.menu.cut') },
      { role: 'copy', label: t('main.menu.copy') },
      { role: 'paste', label: t('main.menu.paste') },
      { role: 'pasteAndMatchStyle', label: t('main.menu.pastePlain') },
      { role: 'selectAll', label: t('main.menu.selectAll') },
    ],
  };
}

function viewMenu({ t, developer }: MenuDeps): Item {
  return {
    label: t('main.menu.view'),
    submenu: [
      { role: 'zoomIn', label: t('main.menu.zoomIn') },
      { role: 'zoomOut', label: t('main.menu.zoomOut') },
      { role: 'resetZoom', label: t('main.menu.zoomReset') },
      separator,
      { role: 'togglefullscreen', label: t('main.menu.fullScreen') },
      ...(developer ? [separator, { role: 'toggleDevTools', label: 'DevTools' } as const] : []),
    ],
  };
}

function windowMenu({ t, mac }: MenuDeps): Item {
  return {
    role: 'window',
    label: t('main.menu.window'),
    submenu: [
      // On macOS its usual key, Cmd+M, starts a meeting.
      { role: 'minimize', label: t('main.menu.minimize'), accelerator: mac ? 'Alt+Cmd+M' : 'Ctrl+Shift+M' },
      { role: 'close', label: t('main.menu.close') },
    ],
  };
}
