import { app, Menu } from 'electron';
import { translator } from '#shared/i18n/translate.ts';
import type { MainDeps } from '#main/services/deps.ts';
import { menuTemplate } from './template.ts';

/** Shows the application menu in the language of the settings, and again whenever that changes. */
export function installMenu({ ipc, settings, window }: Pick<MainDeps, 'ipc' | 'settings' | 'window'>): void {
  let shown: string | null = null;
  const build = (): void => {
    const { language } = settings.read();
    if (language === shown) return;
    shown = language;
    const template = menuTemplate({
      t: translator(language),
      mac: process.platform === 'darwin',
      developer: !app.isPackaged,
      send: (command) => {
        window.show();
        ipc.emit('menu.command', { command });
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  build();
  settings.onChange(build);
}
