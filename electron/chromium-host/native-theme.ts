import type { NativeTheme } from 'electron';
import { windowWatch } from './browser-window.ts';
import { guardedEmitter } from './not-in-host.ts';
import { type HostWebContents, allWebContents } from './web-contents.ts';
import { app } from './app.ts';

/** Electron's `nativeTheme`. What the system prefers is only known once a page has said so. */
class HostNativeTheme
  extends guardedEmitter('nativeTheme')
  implements
    Pick<
      NativeTheme,
      'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'inForcedColorsMode'
    >
{
  readonly shouldUseHighContrastColors = false;
  readonly inForcedColorsMode = false;
  #source: NativeTheme['themeSource'] = 'system';
  #systemDark = false;

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemDark : this.#source === 'dark';
  }
  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.#source) return;
    this.#source = source;
    for (const contents of allWebContents()) this.dress(contents);
    this.emit('updated');
  }

  /** Shows the chosen theme to a page, paper excepted. */
  dress(contents: HostWebContents): void {
    if (contents.helper) return;
    const colorScheme = this.#source === 'system' ? null : this.#source;
    contents
      .page()
      .then(({ page }) => page.emulateMedia({ colorScheme }))
      // Fails only for a page that has gone meanwhile.
      .catch(() => undefined);
  }

  /** A page says which scheme it sees. */
  seen(dark: boolean): void {
    if (this.#source !== 'system' || dark === this.#systemDark) return;
    this.#systemDark = dark;
    this.emit('updated');
  }
}

export const nativeTheme = new HostNativeTheme();
windowWatch.dark = (dark) => nativeTheme.seen(dark);
app.on('web-contents-created', (_event: unknown, contents: HostWebContents) => {
  if (nativeTheme.themeSource !== 'system') nativeTheme.dress(contents);
});
