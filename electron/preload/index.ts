import { contextBridge, ipcRenderer } from 'electron';
import type { KartotekaApi } from '#shared/ipc/api.ts';
import { CHANNELS, EVENTS, type Channel, type EventName } from '#shared/ipc/channels.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { err, type Result } from '#shared/lib/result.ts';

type Answer = Promise<Result<unknown, Failure>>;
type Method = (request?: unknown) => Answer;

const callOf =
  (channel: Channel): Method =>
  async (request) => {
    try {
      return (await ipcRenderer.invoke(channel, request)) as Result<unknown, Failure>;
    } catch {
      // Main always answers with a result: no answer means that it is not there.
      return err({ code: 'offline', details: {} });
    }
  };

/** One method for each channel, grouped by domain. */
function methods(): Record<string, Record<string, Method>> {
  const domains: Record<string, Record<string, Method>> = {};
  for (const channel of CHANNELS) {
    const [domain = '', method = ''] = channel.split('.');
    domains[domain] = { ...domains[domain], [method]: callOf(channel) };
  }
  for (const domain of Object.values(domains)) Object.freeze(domain);
  return domains;
}

function on(event: EventName, listener: (payload: unknown) => void): () => void {
  if (!EVENTS.includes(event)) throw new Error('No such event');
  // The renderer gets what was sent and never Electron's own event, which leads to everything.
  const receive = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, receive);
  return () => {
    ipcRenderer.off(event, receive);
  };
}

// Built from the closed lists, so the compiler cannot see that each method is there; the test of this file does.
const api = Object.freeze({ ...methods(), on }) as unknown as KartotekaApi;

contextBridge.exposeInMainWorld('kartoteka', api);
