import { type BrowserWindow, dialog, shell } from 'electron';
import type { Language } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { MainDeps } from '#main/services/deps.ts';

const PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);
/** Characters that make text read differently from what it is: controls, bidirectional marks, invisible ones. */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu;

/** The address a link leads to, as the system gets it; null when links of this kind are not opened. */
export function allowedLink(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !PROTOCOLS.has(parsed.protocol)) return null;
  // A name before the host looks like the host: https://bank.example@elsewhere.example
  return parsed.username === '' && parsed.password === '' ? parsed.href : null;
}

/** An address as it may be shown: nothing in it can turn, hide or split the text. */
export const shownLink = (href: string): string => href.replaceAll(DECEPTIVE, '');

async function confirm(window: BrowserWindow | null, language: Language, href: string): Promise<boolean> {
  const t = translator(language);
  const options = {
    type: 'question' as const,
    message: t('main.link.question'),
    detail: shownLink(href),
    buttons: [t('main.link.open'), t('common.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 0;
}

/** `links.open`: https, mailto and tel, after the user has seen the whole address and said yes. */
export function registerLinkHandlers({
  ipc,
  settings,
  window,
}: Pick<MainDeps, 'ipc' | 'settings' | 'window'>): void {
  ipc.handle('links.open', async ({ url }) => {
    const href = allowedLink(url);
    if (href === null) throw new MainFailure('refused');
    if (!(await confirm(window.current(), settings.read().language, href))) return { opened: false };
    await shell.openExternal(href);
    return { opened: true };
  });
}
