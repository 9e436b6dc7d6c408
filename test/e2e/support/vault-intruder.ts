// What follows runs inside the page, from its source text: nothing here can use anything from outside itself.

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}
/** The preload's methods as an intruder in the page would use them. */
type Loose = Record<string, Record<string, (request?: unknown) => Promise<Answer>>>;

/** Sends what no channel takes to every channel; answers what came back. */
export async function sendGarbage(
  channels: readonly string[],
): Promise<{ channel: string; code: string | undefined }[]> {
  const api = (globalThis as unknown as { kartoteka: Loose }).kartoteka;
  let deep: unknown = 1;
  for (let level = 0; level < 190; level += 1) deep = { deep };
  const garbage: unknown[] = [
    null,
    42,
    -1,
    '',
    'text',
    true,
    Number.NaN,
    new Date(),
    new Map([['a', 1]]),
    JSON.parse('{"__proto__":{"ok":true}}'),
    { constructor: 1, prototype: 2 },
    [[[]]],
    deep,
    'x'.repeat(3_000_000),
  ];
  const codes: { channel: string; code: string | undefined }[] = [];
  for (const channel of channels) {
    const [domain = '', method = ''] = channel.split('.');
    for (const [index, request] of garbage.entries()) {
      const answer = await api[domain]?.[method]?.(request);
      codes.push({ channel: `${channel} ${index}`, code: answer?.error?.code });
    }
  }
  return codes;
}

/** Sends what no message can hold. */
export async function sendWhatCannotBeSent(): Promise<(string | undefined)[]> {
  const api = (globalThis as unknown as { kartoteka: Loose }).kartoteka;
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const requests = [{ url: () => 'https://example.com' }, { url: Symbol('url') }, circle];
  const codes: (string | undefined)[] = [];
  for (const request of requests) codes.push((await api['links']?.['open']?.(request))?.error?.code);
  return codes;
}

/** Sends requests that are nearly right. */
export async function sendNearMisses(): Promise<Record<string, string | undefined>> {
  const api = (globalThis as unknown as { kartoteka: Loose }).kartoteka;
  const status = (await api['vault']?.['status']?.()) as unknown as {
    value: { header: Record<string, unknown> };
  };
  const { header } = status.value;
  const key = new Uint8Array(33);
  const requests: Record<string, unknown> = {
    'settings.write': { language: 'de', lockAfterMinutes: 0 },
    'vault.create': { header },
    'vault.replaceHeader of another vault': {
      header: { ...header, vaultId: '01234567-89ab-4cde-8f01-23456789abcd' },
    },
    'vault.replaceHeader of a newer format': { header: { ...header, format: 2 } },
    'keyring.put': [{ fileId: '../../elsewhere', wrapped: key }],
    'journal.append': { entries: ['text'] },
    'journal.append of nothing': { entries: [] },
    'journal.read': { after: -1, maxBytes: 1 },
    'session.unlocked': { reminderKey: key },
    'session.lock': { reason: 'whim' },
    'documents.savePdf': { document: { title: 'x' }, suggestedName: '../../x' },
    'files.save of a program': { suggestedName: 'run', kind: 'exe', bytes: new Uint8Array(1) },
    'reminders.plan': [{ id: '', at: 'now' }],
    'links.open of a file': { url: 'file:///etc/passwd' },
    'links.open of a script': { url: 'javascript:alert(1)' },
    'links.open of a program': { url: 'ms-msdt:/id' },
  };
  const codes: Record<string, string | undefined> = {};
  for (const [name, request] of Object.entries(requests)) {
    const [domain = '', method = ''] = (name.split(' ')[0] ?? '').split('.');
    codes[name] = (await api[domain]?.[method]?.(request))?.error?.code;
  }
  return codes;
}

/** Looks for more than the closed list of methods: other names, events, ways to change them, frames. */
export function lookForMore(): object {
  const page = globalThis as unknown as Record<string, unknown> & { kartoteka: Loose };
  const { kartoteka } = page;
  const attempt = (work: () => unknown): string => {
    try {
      return String(work());
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  attempt(() => Object.assign(kartoteka, { more: 1 }));
  attempt(() => Object.assign(kartoteka['vault'] ?? {}, { status: () => 'mine' }));
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inFrame = typeof (frame.contentWindow as unknown as Record<string, unknown>)['kartoteka'];
  frame.remove();
  const on = kartoteka['on'] as unknown as (event: string, listener: () => void) => unknown;
  return {
    names: Object.keys(kartoteka).toSorted(),
    changed: 'more' in kartoteka || attempt(() => kartoteka['vault']?.['status']).includes('mine'),
    unknownEvent: attempt(() => on('vault.status', () => undefined)),
    node: ['require', 'process', 'module'].map((name) => typeof page[name]),
    inFrame,
    // The host's own way in is taken away before any script of the page runs.
    secrets: Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z][0-9a-f]{24}$/.test(name)),
  };
}

/** Tries every way from a page to the outside, and to what a page may ask the user for. */
export async function tryToReachOut(outside: string): Promise<Record<string, string>> {
  const settled = async (work: () => unknown): Promise<string> => {
    try {
      await work();
      return 'let through';
    } catch {
      return 'blocked';
    }
  };
  const loaded = (element: HTMLElement): Promise<unknown> =>
    new Promise((resolve, reject) => {
      element.addEventListener('load', resolve);
      element.addEventListener('error', () => reject(new Error('not loaded')));
      document.addEventListener('securitypolicyviolation', () => reject(new Error('against the policy')));
      document.body.append(element);
    });
  const made = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] =>
    Object.assign(document.createElement(tag), { src: outside });
  const request = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', outside);
      xhr.addEventListener('load', resolve);
      xhr.addEventListener('error', () => reject(new Error('not sent')));
      xhr.send();
    });
  const beacon = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      document.addEventListener('securitypolicyviolation', () => reject(new Error('against the policy')), {
        once: true,
      });
      if (!navigator.sendBeacon(outside, 'x')) reject(new Error('not sent'));
      setTimeout(resolve, 1000);
    });
  // Electron answers null; the host closes what was opened before anything is loaded.
  const windowOpened = async (): Promise<void> => {
    const opened = globalThis.open(outside);
    for (let tries = 0; tries < 60; tries += 1) {
      if (opened === null || opened.closed) throw new Error('not opened');
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  };
  const here = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('denied')));
    });
  return {
    fetch: await settled(() => fetch(outside)),
    xhr: await settled(request),
    beacon: await settled(beacon),
    image: await settled(() => loaded(made('img'))),
    script: await settled(() => loaded(made('script'))),
    frame: await settled(() => loaded(made('iframe'))),
    import: await settled(() => import(/* @vite-ignore */ outside)),
    eval: await settled(() => (Reflect.get(globalThis, 'eval') as (code: string) => unknown)('1')),
    opened: await settled(windowOpened),
    clipboard: await settled(() => navigator.clipboard.readText()),
    camera: await settled(() => navigator.mediaDevices.getUserMedia({ video: true })),
    place: await settled(here),
    notification: await Notification.requestPermission(),
  };
}

/** Clicks links to an address, in every target. */
export function clickLinkTo(address: string): void {
  for (const target of ['', '_blank', '_top']) {
    const link = Object.assign(document.createElement('a'), { href: address, target });
    document.body.append(link);
    link.click();
    link.remove();
  }
}

/** Pastes into an element. */
export function paste(text: Element, kinds: Record<string, string>): void {
  const clipboardData = new DataTransfer();
  for (const [kind, data] of Object.entries(kinds)) clipboardData.setData(kind, data);
  text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** Every attribute below an element. */
export function attributesOf(text: Element): string {
  return [...text.querySelectorAll('*')]
    .flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`))
    .join(' ');
}
