import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  app: { on: vi.fn(), commandLine: { appendSwitch: vi.fn() } },
  dialog: { showMessageBox: vi.fn() },
  shell: { openExternal: vi.fn() },
}));
vi.mock('electron', () => electron);

import type { Settings } from '#shared/ipc/settings.ts';
import { closeDoors } from './doors.ts';
import { allowedLink, registerLinkHandlers, shownLink } from './external-links.ts';
import { isAppPage, isAppUrl } from './origin.ts';
import { isAllowedRequest } from './requests.ts';

type Handlers = Record<string, (...args: unknown[]) => unknown>;

beforeEach(() => vi.clearAllMocks());

/** What the app does with a session or web contents that has just been made. */
function created(event: 'session-created' | 'web-contents-created'): (...args: unknown[]) => void {
  closeDoors();
  const [, listener] = electron.app.on.mock.calls.find(([name]) => name === event) ?? [];
  return listener as (...args: unknown[]) => void;
}

describe('own addresses', () => {
  it.each([
    ['app://kartoteka/index.html', true],
    ['app://kartoteka/index.html#/clients/1', true],
    ['app://kartoteka/index.html?x=1', false],
    ['app://kartoteka/other.html', false],
    ['app://kartoteka.example/index.html', false],
    ['app://user@kartoteka/index.html', false],
    ['https://kartoteka/index.html', false],
    ['file:///index.html', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s is the page: %s', (url, expected) => expect(isAppPage(url)).toBe(expected));

  it('counts every path of the origin as its own', () => {
    expect(isAppUrl('app://kartoteka/assets/x.js')).toBe(true);
    expect(isAppUrl('app://kartoteka@evil/assets/x.js')).toBe(false);
  });
});

it('has memory zeroed that is given back', () => {
  closeDoors();
  expect(electron.app.commandLine.appendSwitch).toHaveBeenCalledWith(
    'enable-features',
    'PartitionAllocEventuallyZeroFreedMemory',
  );
});

describe('web contents', () => {
  const handlers: Handlers = {};
  let open: () => unknown;
  beforeEach(() => {
    created('web-contents-created')(
      {},
      {
        on: (name: string, handler: (...args: unknown[]) => unknown) => (handlers[name] = handler),
        setWindowOpenHandler: (handler: () => unknown) => (open = handler),
      },
    );
  });

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s leads nowhere but home', (event) => {
    for (const [url, times] of [
      ['https://example.com/', 1],
      ['app://kartoteka/other.html', 1],
      ['data:text/html,x', 1],
      ['file:///etc/passwd', 1],
      ['app://kartoteka/index.html#/x', 0],
    ] as const) {
      const preventDefault = vi.fn();
      handlers[event]?.({ url, preventDefault });
      expect([url, preventDefault.mock.calls.length]).toEqual([url, times]);
    }
  });

  it('open no window and hold no webview', () => {
    const preventDefault = vi.fn();
    handlers['will-attach-webview']?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(open()).toEqual({ action: 'deny' });
  });
});

describe('sessions', () => {
  const doors: Handlers = {};
  beforeEach(() => {
    const remember = (name: string) => (handler: (...args: unknown[]) => unknown) => (doors[name] = handler);
    created('session-created')({
      setPermissionRequestHandler: remember('request'),
      setPermissionCheckHandler: remember('check'),
      setDevicePermissionHandler: remember('device'),
      setDisplayMediaRequestHandler: remember('display'),
      webRequest: { onBeforeRequest: remember('web') },
    });
  });

  it('grant nothing, and say so at once', () => {
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'unknown']) {
      const answer = vi.fn();
      doors['request']?.({}, permission, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(doors['check']?.({}, permission)).toBe(false);
    }
    expect(doors['device']?.({ deviceType: 'hid' })).toBe(false);
    const answer = vi.fn();
    doors['display']?.({}, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('ask nothing of the network', () => {
    for (const [url, cancel] of [
      ['app://kartoteka/index.html', false],
      ['data:image/png;base64,AA', false],
      ['blob:app://kartoteka/6f1d3c1e', false],
      ['blob:https://example.com/6f1d3c1e', true],
      ['https://example.com/pixel.gif', true],
      ['http://localhost/', true],
      ['ws://localhost/', true],
      ['ftp://example.com/', true],
      ['file:///etc/passwd', true],
      ['app://other/index.html', true],
    ] as const) {
      const answer = vi.fn();
      doors['web']?.({ url }, answer);
      expect([url, answer.mock.lastCall]).toEqual([url, [{ cancel }]]);
      expect(isAllowedRequest(url)).toBe(!cancel);
    }
  });
});

describe('links to the outside', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['mailto:jana@example.com', 'mailto:jana@example.com'],
    ['tel:+420777123456', 'tel:+420777123456'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
    ['http://example.com/', null],
    ['https://bank.example@evil.example/', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['smb://server/share', null],
    ['ms-msdt:/id', null],
    ['app://kartoteka/index.html', null],
    ['data:text/html,x', null],
    ['example.com', null],
    ['', null],
  ])('%s → %s', (url, expected) => expect(allowedLink(url)).toBe(expected));

  it('are shown without characters that deceive', () => {
    expect(shownLink('mailto:a\u202Ebc\u2066d\u200Fe\u200B\u0000\nf')).toBe('mailto:abcdef');
    // A look-alike name is shown as what it is.
    expect(shownLink(allowedLink('https://exаmple.com/') ?? '')).toContain('xn--');
  });

  type Open = (request: { url: string }) => Promise<{ opened: boolean }>;
  function opener(): Open {
    let open: Open | null = null;
    registerLinkHandlers({
      ipc: { handle: (_channel: string, handler: unknown) => (open = handler as Open) } as never,
      settings: { read: () => ({ language: 'cs' }) as Settings } as never,
      window: { current: () => null } as never,
    });
    if (open === null) throw new Error('not registered');
    return open;
  }

  it('open after a yes to the whole address', async () => {
    electron.dialog.showMessageBox.mockResolvedValue({ response: 0 });
    expect(await opener()({ url: 'https://example.com/x' })).toEqual({ opened: true });
    expect(electron.dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({
      detail: 'https://example.com/x',
      cancelId: 1,
      defaultId: 1,
    });
    expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/x');
  });

  it('stay closed after a no', async () => {
    electron.dialog.showMessageBox.mockResolvedValue({ response: 1 });
    expect(await opener()({ url: 'https://example.com/x' })).toEqual({ opened: false });
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
  });

  it('of other kinds are refused without a question', async () => {
    await expect(opener()({ url: 'file:///etc/passwd' })).rejects.toMatchObject({
      failure: { code: 'refused' },
    });
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });
});
