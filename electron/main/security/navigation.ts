import type { WebContents } from 'electron';
import { isAppPage } from './origin.ts';

interface Navigation {
  readonly url: string;
  preventDefault(): void;
}

const onlyHome = (navigation: Navigation): void => {
  if (!isAppPage(navigation.url)) navigation.preventDefault();
};

/**
 * Keeps web contents where they are: no navigation but to the app's own page, no new windows, no webview. Loads that main
 * itself asks for (`loadURL`) are not navigation.
 */
export function guardNavigation(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', onlyHome);
  contents.on('will-redirect', onlyHome);
  contents.on('will-frame-navigate', onlyHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
