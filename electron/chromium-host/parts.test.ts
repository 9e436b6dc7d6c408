import { describe, expect, it, vi } from 'vitest';
import { chromiumArguments } from './chromium-arguments.ts';
import { freePath } from './dialog.ts';
import { systemLanguages } from './environment.ts';
import { guarded, guardedEmitter, hostEvent } from './not-in-host.ts';
import { printParameters } from './pdf.ts';
import { HostWebRequest, patternOf } from './web-request.ts';

describe('what the host does not have', () => {
  const dialog = guarded('dialog', { showSaveDialog: (): number => 1 });
  class Window extends guardedEmitter('window') {
    readonly #secret = 7;
    own(): number {
      return this.#secret;
    }
  }

  it('throws by name', () => {
    expect(() => Reflect.get(dialog, 'showCertificateTrustDialog')).toThrow(
      'dialog.showCertificateTrustDialog',
    );
    expect(() => Reflect.get(new Window(), 'setOverlayIcon')).toThrow('window.setOverlayIcon');
  });
  it('leaves what it has, replaceable', () => {
    dialog.showSaveDialog = () => 2;
    expect(dialog.showSaveDialog()).toBe(2);
  });
  it('lets emitters emit, be awaited and keep private fields', async () => {
    const window = new Window();
    const heard = vi.fn<(number: number) => void>();
    window.on('close', heard);
    window.emit('close', 1);
    expect(heard).toHaveBeenCalledWith(1);
    expect(window.own()).toBe(7);
    expect(await Promise.resolve(window)).toBe(window);
  });
});

describe('hostEvent', () => {
  it('remembers that it was prevented', () => {
    const event = hostEvent({ url: 'x' });
    expect(event.defaultPrevented).toBe(false);
    event.preventDefault();
    expect(event.defaultPrevented).toBe(true);
    expect(event.url).toBe('x');
  });
});

describe('printParameters', () => {
  it('puts options as DevTools names them', () => {
    expect(
      printParameters({
        pageSize: 'A4',
        landscape: true,
        margins: { top: 0.5, left: 0 },
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        printBackground: true,
        pageRanges: '1-2',
      }),
    ).toEqual({
      paperWidth: 8.27,
      paperHeight: 11.7,
      landscape: true,
      marginTop: 0.5,
      marginLeft: 0,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      printBackground: true,
      pageRanges: '1-2',
    });
  });
  it('takes a size in inches, and Letter without one, as Electron does', () => {
    expect(printParameters({ pageSize: { width: 3, height: 4 } })).toEqual({ paperWidth: 3, paperHeight: 4 });
    expect(printParameters({})).toEqual({ paperWidth: 8.5, paperHeight: 11 });
  });
});

describe('chromiumArguments', () => {
  const start = {
    headless: true,
    root: false,
    debugPort: null,
    language: null,
    bounds: { width: 1280, height: 800 },
    backgroundColor: '#faf9f6',
  };
  it('closes the network and opens no port', () => {
    const args = chromiumArguments(start);
    expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    expect(args).toContain('--no-proxy-server');
    expect(args.join(' ')).not.toMatch(/remote-debugging|no-sandbox|--app=/);
  });
  it('has memory zeroed that is given back', () => {
    expect(chromiumArguments(start).join(' ')).toContain('PartitionAllocEventuallyZeroFreedMemory');
  });
  it('keeps memory small: young objects in little room, and no process in reserve', () => {
    const args = chromiumArguments(start).join(' ');
    expect(args).toContain('--js-flags=--max-semi-space-size=4');
    expect(args).toMatch(/--disable-features=\S*SpareRendererForSitePerProcess/);
  });
  it('shows a window of its own when there is a screen', () => {
    const args = chromiumArguments({ ...start, headless: false, debugPort: 0, language: 'cs-CZ' });
    expect(args).toContain('--app=data:text/html,<body style="background:%23faf9f6">');
    expect(args).toContain('--remote-debugging-port=0');
    expect(args).toContain('--lang=cs-CZ');
  });
});

describe('systemLanguages', () => {
  it('reads them as the system orders them', () => {
    expect(systemLanguages({ LANGUAGE: 'cs_CZ:pl', LANG: 'ru_RU.UTF-8' })).toEqual(['cs-CZ', 'pl', 'ru-RU']);
    expect(systemLanguages({ LANG: 'de_DE@euro' })).toEqual(['de-DE']);
  });
  it('falls back to what Node knows', () => {
    expect(systemLanguages({ LANG: 'C.UTF-8' })).toHaveLength(1);
  });
});

describe('freePath', () => {
  it('never names an existing file', () => {
    const there = new Set(['/d/Note.pdf', '/d/Note (2).pdf']);
    expect(freePath('/d/Note.pdf', (path) => there.has(path))).toBe('/d/Note (3).pdf');
    expect(freePath('/d/Other.pdf', (path) => there.has(path))).toBe('/d/Other.pdf');
  });
});

describe('webRequest', () => {
  const details = {
    id: 1,
    url: 'https://example.com/a',
    method: 'GET',
    resourceType: 'script' as const,
    referrer: '',
    timestamp: 0,
    uploadData: [],
  };
  it('asks the listener', async () => {
    const requests = new HostWebRequest();
    expect(await requests.before(details)).toEqual({});
    requests.onBeforeRequest((asked, answer) => answer({ cancel: asked.url.startsWith('https:') }));
    expect(await requests.before(details)).toEqual({ cancel: true });
    requests.onBeforeRequest(null);
    expect(await requests.before(details)).toEqual({});
  });
  it('asks only about what the filter names', async () => {
    const requests = new HostWebRequest();
    requests.onBeforeRequest({ urls: ['*://*.other/*'] }, (_asked, answer) => answer({ cancel: true }));
    expect(await requests.before(details)).toEqual({});
    expect(await requests.before({ ...details, url: 'https://www.other/x' })).toEqual({ cancel: true });
  });
  it('does not take a dot of a pattern for any character', () => {
    expect(patternOf('https://a.b/*').test('https://axb/')).toBe(false);
    expect(patternOf('<all_urls>').test('app://kartoteka/')).toBe(true);
  });
});
