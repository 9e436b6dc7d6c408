import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS, type Channel } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { createIpc, type Ipc } from './ipc.ts';
import type { SentBy } from './sender.ts';
import { isPlainAndSmall } from './size.ts';

type Listener = (event: SentBy, ...args: unknown[]) => unknown;

const ORIGIN = 'app://kartoteka';
const WINDOW = 7;
const own: SentBy = { sender: { id: WINDOW }, senderFrame: { origin: ORIGIN, parent: null } };
const refused = { ok: false, error: { code: 'refused', details: {} } };

let listeners: Map<string, Listener>;
let sent: [string, unknown][];
let ipc: Ipc;
const log = { info: vi.fn(), error: vi.fn() };
const answered = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  listeners = new Map();
  sent = [];
  ipc = createIpc({
    transport: { handle: (channel, listener) => void listeners.set(channel, listener) },
    peer: () => ({ id: WINDOW, send: (event, payload) => void sent.push([event, payload]) }),
    log,
  });
});

/** Registers every channel with a handler that only notes that it was reached. */
function handleAll(): void {
  for (const channel of CHANNELS) ipc.handle(channel, answered as never);
}

/** Sends as Electron does: a channel nobody handles is refused by Electron itself. */
async function send(channel: string, args: readonly unknown[], event: SentBy = own): Promise<unknown> {
  const listener = listeners.get(channel);
  if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
  return listener(event, ...args);
}

describe('the gate', () => {
  it('gives the parsed request to the handler and its value back', async () => {
    ipc.handle('journal.read', ({ after }) => ({ frames: [], end: after === 3 }));
    expect(await send('journal.read', [{ after: 3, maxBytes: 9, extra: 1 }])).toEqual({
      ok: true,
      value: { frames: [], end: true },
    });
  });

  it('gives failures as data and keeps defects to itself', async () => {
    ipc.handle('vault.status', () => {
      throw new MainFailure('diskFull', { folder: '/x' });
    });
    ipc.handle('settings.read', () => {
      throw new TypeError('Nováková');
    });
    ipc.handle('app.info', () => Promise.reject(new Error('late')));
    expect(await send('vault.status', [])).toEqual({
      ok: false,
      error: { code: 'diskFull', details: { folder: '/x' } },
    });
    const unexpected = { ok: false, error: { code: 'unexpected', details: {} } };
    expect(await send('settings.read', [])).toEqual(unexpected);
    expect(await send('app.info', [])).toEqual(unexpected);
    expect(log.error).toHaveBeenCalledTimes(2);
  });

  it('registers each channel of the contract once, and no other', () => {
    ipc.handle('app.info', answered);
    expect(() => ipc.handle('app.info', answered)).toThrow(/app\.info/);
    expect(() => ipc.handle('app.secret' as Channel, answered as never)).toThrow();
    expect(ipc.unhandled()).toEqual(CHANNELS.filter((channel) => channel !== 'app.info'));
  });

  it('sends events to the window, and to nobody when there is none', () => {
    ipc.emit('menu.command', { command: 'lock' });
    expect(sent).toEqual([['menu.command', { command: 'lock' }]]);
    const alone = createIpc({ transport: { handle: () => undefined }, peer: () => null, log });
    expect(() => alone.emit('lifecycle.flushRequested', { ending: true })).not.toThrow();
  });
});

describe('senders', () => {
  const senders: Record<string, SentBy> = {
    'another window': { ...own, sender: { id: 8 } },
    'a frame that is gone': { ...own, senderFrame: null },
    'a frame below': { ...own, senderFrame: { origin: ORIGIN, parent: {} as never } },
    'another origin': { ...own, senderFrame: { origin: 'https://kartoteka', parent: null } },
    'a longer origin': { ...own, senderFrame: { origin: `${ORIGIN}.example`, parent: null } },
    'no origin': { ...own, senderFrame: { origin: 'null', parent: null } },
  };

  it.each(Object.keys(senders))('%s is refused on every channel', async (name) => {
    handleAll();
    for (const channel of CHANNELS) {
      expect(await send(channel, [undefined], senders[name])).toEqual(refused);
    }
    expect(answered).not.toHaveBeenCalled();
  });

  it('nobody is accepted while there is no window', async () => {
    const alone = createIpc({
      transport: { handle: (channel, listener) => void listeners.set(channel, listener) },
      peer: () => null,
      log,
    });
    alone.handle('app.info', answered);
    expect(await send('app.info', [])).toEqual(refused);
  });
});

describe('garbage', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  const explosive = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  const hostile: unknown[] = [
    JSON.parse('{"__proto__":{"polluted":1}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
    { success: true, ['__proto__x']: 1, nested: JSON.parse('[{"__proto__":1}]') as unknown },
    cyclic,
    deep,
    explosive,
    () => 1,
    Symbol('x'),
    new Map([['success', true]]),
    new Date(),
    new (class {
      success = true;
    })(),
    10n,
    Number.NaN,
    'x'.repeat(100_000),
    new Uint8Array(10),
    [[[[]]]],
    null,
  ];
  /** Channels whose request is no request at all still take `undefined`; everything else hostile is refused. */
  const accepts = (channel: Channel, value: unknown): boolean =>
    isPlainAndSmall(value) && contract[channel].request.safeParse(value).success;

  it('is refused on every channel, whatever it is', async () => {
    handleAll();
    for (const channel of CHANNELS) {
      for (const value of hostile.filter((one) => one !== explosive)) {
        const answer = await send(channel, [value]);
        expect([channel, answer]).toEqual([channel, accepts(channel, value) ? { ok: true } : refused]);
      }
      expect(await send(channel, [explosive])).toEqual(refused);
      expect(await send(channel, [undefined, 'second'])).toEqual(refused);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reaches no handler unless the schema takes it (fuzz)', async () => {
    handleAll();
    const anything = fc.anything({
      withNullPrototype: true,
      withTypedArray: true,
      withMap: true,
      withDate: true,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom<string>(...CHANNELS), fc.string()),
        anything,
        async (channel, value) => {
          answered.mockClear();
          const outcome = await send(channel, [value]).catch(() => 'unknown channel');
          const known = (CHANNELS as readonly string[]).includes(channel);
          if (!known) expect(outcome).toBe('unknown channel');
          const reached = known && accepts(channel as Channel, value);
          expect(answered).toHaveBeenCalledTimes(reached ? 1 : 0);
          if (known && !reached) expect(outcome).toEqual(refused);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is refused when it is almost right (fuzz)', async () => {
    handleAll();
    const almost = fc.record(
      {
        entries: fc.oneof(fc.array(fc.oneof(fc.uint8Array(), fc.string(), fc.array(fc.nat()))), fc.string()),
        after: fc.oneof(fc.double(), fc.bigInt(), fc.string()),
        maxBytes: fc.oneof(fc.integer(), fc.constant(Infinity)),
        reason: fc.string(),
        success: fc.oneof(fc.boolean(), fc.string()),
        url: fc.oneof(fc.webUrl(), fc.nat()),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CHANNELS), almost, async (channel, value) => {
        answered.mockClear();
        await send(channel, [value]);
        expect(answered).toHaveBeenCalledTimes(accepts(channel, value) ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('size', () => {
  it('counts strings, bytes and values', () => {
    expect(isPlainAndSmall({ a: 'x'.repeat(40), b: new Uint8Array(20) }, 200)).toBe(true);
    expect(isPlainAndSmall({ a: 'x'.repeat(90), b: new Uint8Array(20) }, 200)).toBe(false);
    expect(isPlainAndSmall({ a: new Uint8Array(201) }, 200)).toBe(false);
    expect(isPlainAndSmall(Array.from({ length: 1_000_001 }, () => 0))).toBe(false);
    expect(isPlainAndSmall(Array.from({ length: 500_000 }, () => 0))).toBe(true);
    expect(isPlainAndSmall(undefined)).toBe(true);
    expect(isPlainAndSmall(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(true);
  });
});
