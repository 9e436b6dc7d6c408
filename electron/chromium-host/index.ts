// What `import … from 'electron'` gives to main when an installed Chromium stands in for Electron. A name that is not
// here fails at the import, by name; a member that is not there throws `NotInHost` with its name.
import { app } from './app.ts';
import { HostBrowserWindow as BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { HostMenu as Menu, HostMenuItem as MenuItem } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { HostNotification as Notification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { sessions as session } from './session.ts';
import { clipboard, globalShortcut, safeStorage, screen, shell } from './system.ts';
import { HostTray as Tray } from './tray.ts';
import { webContents } from './web-contents.ts';

const { protocol } = session.defaultSession;

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
};
