import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { PRINT_CSP } from '#shared/documents/html.ts';
import { APP_ORIGIN, APP_SCHEME } from '#main/security/origin.ts';
import type { OpenPrintPage, PrintOutcome, PrintPage } from './print-page.ts';

/** Name of the session of print windows: not «persist:», so that it lives in memory alone. */
const PARTITION = 'print';
/** What may take longest: a document of some hundred pages on a slow machine. */
const TIME_LIMIT_MS = 60_000;
/** One A4 page at 96 dots an inch. */
const PAGE_PIXELS = { width: 794, height: 1123 } as const;

/** Pages waiting to be fetched by the window they were made for, by their URL. */
const pages = new Map<string, string>();

let prepared: Session | null = null;

/** The session of print windows: it knows the waiting pages, and refuses everything else in the world. */
function printSession(): Session {
  if (prepared) return prepared;
  const own = session.fromPartition(PARTITION, { cache: false });
  own.protocol.handle(APP_SCHEME, ({ url }) => {
    const html = pages.get(url);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PRINT_CSP,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !pages.has(url) && !url.startsWith('data:') }),
  );
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  prepared = own;
  return own;
}

/** Rejects when the work takes too long or the window's process dies. */
async function within<T>(window: BrowserWindow, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let gone: (() => void) | undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The print window took too long')), TIME_LIMIT_MS);
    gone = () => reject(new Error('The print window died'));
    window.webContents.once('render-process-gone', gone);
  });
  try {
    return await Promise.race([work, lost]);
  } finally {
    clearTimeout(timer);
    if (gone && !window.isDestroyed()) window.webContents.off('render-process-gone', gone);
  }
}

function printDialog(window: BrowserWindow): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    window.webContents.print(
      { silent: false, printBackground: true, pageSize: 'A4' },
      (success, failureReason) => {
        if (success) return resolve('printed');
        if (/cancel/i.test(failureReason)) return resolve('cancelled');
        resolve(hasPrinter(window).then((has) => (has ? 'failed' : 'noPrinter')));
      },
    );
  });
}

const hasPrinter = async (window: BrowserWindow): Promise<boolean> =>
  (await window.webContents.getPrintersAsync().catch(() => [])).length > 0;

/** Lays out a page in a hidden window: no script, no preload, no network, gone after use. */
export const openPrintWindow: OpenPrintPage = async (html) => {
  const window = new BrowserWindow({
    ...PAGE_PIXELS,
    show: false,
    webPreferences: {
      session: printSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  const url = `${APP_ORIGIN}/print/${randomUUID()}`;
  const close = (): void => {
    pages.delete(url);
    if (!window.isDestroyed()) window.destroy();
  };
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  pages.set(url, html);
  try {
    await within(window, window.loadURL(url));
  } catch (error) {
    close();
    throw error;
  }
  const page: PrintPage = {
    pdf: () =>
      within(
        window,
        window.webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),
    print: () => printDialog(window),
    close,
  };
  return page;
};
