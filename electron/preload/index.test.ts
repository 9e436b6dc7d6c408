import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KartotekaApi } from '#shared/ipc/api.ts';
import { CHANNELS, EVENTS } from '#shared/ipc/channels.ts';

const exposed = vi.hoisted(() => new Map<string, unknown>());
const ipcRenderer = vi.hoisted(() => ({ invoke: vi.fn(), on: vi.fn(), off: vi.fn() }));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
  ipcRenderer,
}));

type Loose = Record<string, Record<string, (request?: unknown) => Promise<unknown>>>;
let api: KartotekaApi;
let loose: Loose;

beforeAll(async () => {
  await import('./index.ts');
  api = exposed.get('kartoteka') as KartotekaApi;
  loose = api as unknown as Loose;
});
beforeEach(() => vi.resetAllMocks());

describe('window.kartoteka', () => {
  it('is one frozen object with a method for each channel, and `on`', () => {
    expect([...exposed.keys()]).toEqual(['kartoteka']);
    const names = Object.entries(api).flatMap(([domain, methods]) =>
      typeof methods === 'function' ? [domain] : Object.keys(methods).map((method) => `${domain}.${method}`),
    );
    expect(names.toSorted()).toEqual([...CHANNELS, 'on'].toSorted());
    expect(Object.isFrozen(api)).toBe(true);
    for (const domain of Object.values(api))
      if (typeof domain === 'object') expect(Object.isFrozen(domain)).toBe(true);
  });

  it('asks main on the channel of the method and passes its answer on', async () => {
    const answer = { ok: true, value: 1 };
    ipcRenderer.invoke.mockResolvedValue(answer);
    for (const channel of CHANNELS) {
      const [domain = '', method = ''] = channel.split('.');
      const request = { channel };
      expect(await loose[domain]?.[method]?.(request)).toBe(answer);
      expect(ipcRenderer.invoke).toHaveBeenLastCalledWith(channel, request);
    }
  });

  it('says that main is offline when it does not answer', async () => {
    ipcRenderer.invoke.mockRejectedValue(new Error('gone'));
    expect(await api.app.info()).toEqual({ ok: false, error: { code: 'offline', details: {} } });
  });

  it('passes on what an event carries, never the event, until it is taken back', () => {
    for (const event of EVENTS) {
      const listener = vi.fn();
      const stop = api.on(event, listener);
      const [name, receive] = ipcRenderer.on.mock.lastCall as [string, (...args: unknown[]) => void];
      expect(name).toBe(event);
      receive({ sender: 'secret' }, { text: 'payload' });
      expect(listener).toHaveBeenCalledExactlyOnceWith({ text: 'payload' });
      expect(stop()).toBeUndefined();
      expect(ipcRenderer.off).toHaveBeenLastCalledWith(event, receive);
    }
  });

  it('knows no other event', () => {
    const on = api.on as unknown as (event: string, listener: () => void) => void;
    for (const name of ['', 'ELECTRON_BROWSER_X', 'vault.status', '__proto__']) {
      expect(() => on(name, () => undefined)).toThrow('No such event');
    }
    expect(ipcRenderer.on).not.toHaveBeenCalled();
  });
});
