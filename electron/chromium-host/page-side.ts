import type { FromPage, PageConfig, ToPage } from './page-messages.ts';

// These functions run inside the page, from their source text, before any script of the page: they must not use
// anything from outside themselves.

type Listener = (event: object, ...args: unknown[]) => void;

/** The page's end of the channel. */
export interface Channel {
  readonly post: (message: FromPage) => void;
  readonly receive: (listener: (message: ToPage) => void) => void;
}

/** Base64 of bytes, by the browser's own functions when it has them (Chromium 140). */
export function pageBase64(): {
  to: (bytes: Uint8Array) => string;
  from: (text: string) => Uint8Array<ArrayBuffer>;
} {
  const own = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  return {
    to: (bytes) => {
      const quick = bytes as Uint8Array & { toBase64?: () => string };
      if (quick.toBase64 !== undefined) return quick.toBase64();
      let text = '';
      for (let start = 0; start < bytes.length; start += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
      }
      return btoa(text);
    },
    from: (text) =>
      own.fromBase64 === undefined
        ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
        : own.fromBase64(text),
  };
}

/** Opens the channel over the binding. */
export function openChannel(
  send: (text: string) => void,
  receiver: string,
  cut: (text: string) => string[],
  encode: (value: unknown) => string,
  decode: (text: string) => unknown,
): Channel {
  const listeners: ((message: ToPage) => void)[] = [];
  let waiting: string[] = [];
  const take = (text: string): void => {
    waiting.push(text.slice(1));
    if (text.startsWith('+')) return;
    const whole = waiting.join('');
    waiting = [];
    const message = decode(whole) as ToPage;
    for (const listener of listeners) listener(message);
  };
  Object.defineProperty(globalThis, receiver, { value: take, configurable: true, enumerable: false });
  return {
    post: (message) => {
      for (const piece of cut(encode(message))) send(piece);
    },
    receive: (listener) => listeners.push(listener),
  };
}

/** What `require('electron')` gives to a sandboxed preload. */
export function rendererElectron(channel: Channel): { ipcRenderer: object; contextBridge: object } {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let calls = 0;
  channel.receive((message) => {
    if (message.kind === 'event') {
      const event = { sender: ipcRenderer, ports: [] };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'result') call?.resolve(message.value);
    else call?.reject(new Error(message.message));
  });
  const on = (name: string, listener: Listener): object => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    return ipcRenderer;
  };
  const off = (name: string, listener: Listener): object => {
    const kept = listeners.get(name) ?? [];
    const at = kept.lastIndexOf(listener);
    listeners.set(
      name,
      kept.filter((_, index) => index !== at),
    );
    return ipcRenderer;
  };
  const once = (name: string, listener: Listener): object => {
    const first: Listener = (event, ...args) => {
      off(name, first);
      listener(event, ...args);
    };
    return on(name, first);
  };
  const removeAllListeners = (name: string): object => {
    listeners.delete(name);
    return ipcRenderer;
  };
  const invoke = (name: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calls += 1;
      channel.post({ kind: 'invoke', id: calls, channel: name, args });
      pending.set(calls, { resolve, reject });
    });
  const send = (name: string, ...args: unknown[]): void =>
    channel.post({ kind: 'send', channel: name, args });
  const ipcRenderer = {
    invoke,
    send,
    on,
    addListener: on,
    once,
    off,
    removeListener: off,
    removeAllListeners,
  };
  const copy = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => Reflect.apply(value, undefined, args) as unknown;
    if (Array.isArray(value)) return Object.freeze(value.map(copy));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])));
  };
  const exposeInMainWorld = (name: string, api: unknown): void => {
    if (name in globalThis) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
    Object.defineProperty(globalThis, name, { value: copy(api), enumerable: true });
  };
  return { ipcRenderer, contextBridge: { exposeInMainWorld } };
}

/** Tells the host of input, of visibility and of the colour scheme; in a real window also keeps browser keys away. */
export function watchPage(channel: Channel, headless: boolean): void {
  let told = 0;
  const touched = (): void => {
    const now = Date.now();
    if (now - told < 1000) return;
    told = now;
    channel.post({ kind: 'input' });
  };
  for (const name of ['pointermove', 'pointerdown', 'keydown', 'wheel']) {
    addEventListener(name, touched, { capture: true, passive: true });
  }

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tellState = (): void =>
    channel.post({
      kind: 'state',
      dark: dark.matches,
      visible: document.visibilityState === 'visible',
      focused: document.hasFocus(),
      bounds: { x: screenX, y: screenY, width: outerWidth, height: outerHeight },
    });
  dark.addEventListener('change', tellState);
  document.addEventListener('visibilitychange', tellState);
  addEventListener('focus', tellState);
  addEventListener('blur', tellState);
  addEventListener('resize', tellState);
  tellState();
  if (headless) return;

  // The close button asks the host first, which asks main, as Electron does.
  addEventListener('beforeunload', (event) => event.preventDefault());

  // An Electron window has no reload, new tab, print, open-file or way back of its own.
  const BROWSER_KEYS = new Set(['r', 'n', 't', 'p', 'o', 's', 'u', 'd', 'h', 'j', 'f', 'g']);
  const refuse = (event: KeyboardEvent): void => {
    const withModifier = event.ctrlKey || event.metaKey;
    const isStep = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
    if (event.key === 'F5' || isStep || (withModifier && BROWSER_KEYS.has(event.key.toLowerCase())))
      event.preventDefault();
  };
  const lastOfAll = (): void => {
    removeEventListener('keydown', refuse);
    addEventListener('keydown', refuse);
  };
  addEventListener('keydown', lastOfAll, { capture: true });
}

/** Sets everything up and runs the preload. */
export function bootPage(
  config: PageConfig,
  channel: Channel,
  electron: object,
  watch: (channel: Channel, headless: boolean) => void,
  preload: (require: (name: string) => object, process: object) => void,
): void {
  channel.post({ kind: 'hello' });
  watch(channel, config.headless);
  preload(
    (name) => {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    },
    {
      type: 'renderer',
      platform: config.platform,
      argv: config.arguments,
      env: {},
      versions: { chrome: /Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '' },
      contextIsolated: true,
      sandboxed: true,
    },
  );
}
