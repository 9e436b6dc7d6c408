import { chainHash, genesisHash } from '#shared/formats/journal.ts';
import type { KartotekaApi } from '#shared/ipc/api.ts';
import type { Channel, EventName } from '#shared/ipc/channels.ts';
import {
  contract,
  type DueOccurrence,
  type JournalFrame,
  type JournalGap,
  type JournalHead,
  type PayloadOf,
  type RequestOf,
  type ResponseOf,
} from '#shared/ipc/contract.ts';
import { failureSchema, type Failure, type FailureCode } from '#shared/ipc/failure.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { backupAnswers, noBackups } from './backups.ts';
import { fakeAttachments } from './attachments.ts';
import { fakeScans } from './scans.ts';
import type { FakeDisk } from './disk.ts';

/** One call that reached the fake, in order. */
export interface FakeCall {
  readonly channel: Channel;
  readonly request: unknown;
}

/** The strings a test pulls. */
export interface FakeControls {
  readonly disk: FakeDisk;
  /** Every call that reached main, failed ones included. */
  readonly calls: readonly FakeCall[];
  /** Occurrences that `reminders.due` answers with. */
  due: DueOccurrence[];
  /** The next call of `channel` answers with a failure and does nothing. */
  failNext(channel: Channel, code: FailureCode): void;
  /** The next call of `channel` does its work, and the answer is lost: it fails with `code`. */
  loseAnswerOfNext(channel: Channel, code: FailureCode): void;
  /** Takes back the faults that no call has met yet. */
  clearFaults(): void;
  /** Sends an event to every listener. */
  emit<E extends EventName>(event: E, payload: PayloadOf<E>): void;
  /** The last request of a channel; undefined when it was never called. */
  lastRequest<C extends Channel>(channel: C): RequestOf<C> | undefined;
}

export type FakePlatform = KartotekaApi & { readonly fake: FakeControls };

/** What a channel answers with; nothing at all where the contract has nothing. */
type Answer<C extends Channel> = ResponseOf<C> extends undefined ? void : ResponseOf<C>;

export interface FakePlatformOptions {
  /** Goes on with the disk of an earlier fake: the app was closed and started again. */
  readonly disk?: FakeDisk;
  readonly settings?: Partial<Settings>;
  /** Answers of single channels, in place of the fake's own. What they throw with a `failure` is answered as that. */
  readonly answers?: {
    readonly [C in Channel]?: (request: RequestOf<C>) => Answer<C> | Promise<Answer<C>>;
  };
}

const EMPTY_HEAD: JournalHead = { seq: 0, hash: Uint8Array.from(genesisHash()) };

/** A disk on which nothing was ever written. */
export const emptyDisk = (): FakeDisk => ({
  header: null,
  frames: [],
  floor: EMPTY_HEAD,
  hashes: new Map(),
  keyring: new Map(),
  erased: new Map(),
  secret: null,
  staged: [],
  settings: {
    language: 'en',
    theme: 'system',
    density: 'comfortable',
    lockAfterMinutes: 10,
    stayInTray: true,
    languageChosen: true,
    backupFolders: [],
    backupAdviceFrom: 0,
  },
  backups: noBackups(),
});

const headOf = (disk: FakeDisk): JournalHead => {
  const last = disk.frames.at(-1);
  return last ? { seq: last.seq, hash: last.hash } : disk.floor;
};

/** What is missing between the frames. */
function gapsOf({ frames, floor, hashes }: FakeDisk): JournalGap[] {
  return frames.flatMap(({ seq }, index) => {
    const from = (frames[index - 1] ?? floor).seq + 1;
    return seq > from ? [{ from, to: seq - 1, hash: hashes.get(seq - 1) ?? null }] : [];
  });
}

function append(disk: FakeDisk, entries: readonly Uint8Array[]): JournalHead {
  for (const entry of entries) {
    const head = headOf(disk);
    const seq = head.seq + 1;
    const hash = Uint8Array.from(chainHash(head.hash, seq, entry));
    disk.hashes.set(seq, hash);
    disk.frames.push({ seq, hash, entry: Uint8Array.from(entry) });
  }
  return headOf(disk);
}

function read(
  disk: FakeDisk,
  { after, maxBytes }: RequestOf<'journal.read'>,
): { frames: JournalFrame[]; end: boolean } {
  const rest = disk.frames.filter((frame) => frame.seq > after);
  let bytes = 0;
  const cut = rest.findIndex((frame, index) => (bytes += frame.entry.length) > maxBytes && index > 0);
  const frames = cut < 0 ? rest : rest.slice(0, cut);
  return { frames, end: frames.length === rest.length };
}

const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');

type Answers = { readonly [C in Channel]: (request: RequestOf<C>) => Answer<C> | Promise<Answer<C>> };

function answersOf(disk: FakeDisk, due: () => DueOccurrence[], emit: FakeControls['emit']): Answers {
  let looking: ResponseOf<'session.looking'>['looking'] = null;
  let attempts = { failures: 0, waitUntil: 0 };
  return {
    'app.info': () => ({
      version: '0.1.0',
      platform: 'linux',
      runtime: 'host',
      dataFolder: '/data',
      upgraded: false,
      startedAt: 0,
    }),
    'app.clearStore': () => undefined,
    'settings.read': () => disk.settings,
    'settings.write': (change) => (disk.settings = { ...disk.settings, ...(change as Partial<Settings>) }),
    'vault.status': () =>
      disk.header ? { state: 'ready', header: disk.header, repaired: false } : { state: 'none' },
    'vault.create': ({ header }) => void (disk.header = header),
    'vault.replaceHeader': ({ header }) => {
      if (disk.header && header.epoch > disk.header.epoch) {
        for (const { fileId, wrapped } of disk.staged) disk.keyring.set(fileId, wrapped);
      }
      disk.header = header;
      return undefined;
    },
    'keyring.load': () => ({
      mended: false,
      entries: [...disk.keyring].map(([fileId, wrapped]) => ({ fileId, wrapped })),
      erased: [...disk.erased].map(([fileId, mac]) => ({ fileId, mac })),
    }),
    'keyring.put': (keys) => {
      for (const key of keys) disk.keyring.set(key.fileId, key.wrapped);
      return undefined;
    },
    'keyring.confirm': ({ erased }) => {
      for (const fileId of disk.erased.keys()) if (!erased.includes(fileId)) disk.erased.delete(fileId);
      return undefined;
    },
    'keyring.erase': ({ fileId, mac, also }) => {
      for (const gone of [{ fileId, mac }, ...also]) {
        disk.keyring.delete(gone.fileId);
        disk.erased.set(gone.fileId, gone.mac);
      }
      return { fingerprint: 'ab'.repeat(32), more: also.map(() => 'cd'.repeat(32)), places: [] };
    },
    'device.status': () => ({ available: true, kept: disk.secret !== null }),
    'device.make': () => ({ secret: (disk.secret = new Uint8Array(32).fill(5)) }),
    'device.read': () => ({ secret: disk.secret }),
    'device.forget': () => void (disk.secret = null),
    'keyring.stage': ({ entries }) => void (disk.staged = entries),
    'session.unlocked': () => undefined,
    'session.lock': () => undefined,
    'session.look': (asked) => void (looking = asked.looking),
    'session.looking': () => ({ looking }),
    'session.attempts': () => attempts,
    'session.reportAttempt': ({ success }) =>
      (attempts = { failures: success ? 0 : attempts.failures + 1, waitUntil: 0 }),
    'journal.head': () => ({
      head: headOf(disk),
      floor: disk.floor,
      gaps: gapsOf(disk),
      damagedFiles: [],
      cutBytes: 0,
    }),
    'journal.append': ({ entries }) => append(disk, entries),
    'journal.read': (request) => read(disk, request),
    'documents.pdf': () => ({ pdf: PDF }),
    'documents.savePdf': ({ suggestedName }) => ({
      state: 'saved',
      fileName: suggestedName,
      folder: '/documents',
    }),
    'documents.print': () => ({ state: 'printed' }),
    'files.save': ({ suggestedName }) => ({ state: 'saved', fileName: suggestedName, folder: '/documents' }),
    ...fakeAttachments(),
    ...fakeScans(),
    'reminders.plan': () => undefined,
    'reminders.due': due,
    'reminders.acknowledge': () => undefined,
    'links.open': () => ({ opened: true }),
    'lifecycle.flushed': () => undefined,
    'space.status': () => ({ state: 'enough', freeBytes: 1e10, neededBytes: 1e8, folder: '/data' }),
    ...backupAnswers(disk, () => emit('backups.changed', undefined)),
    'lifecycle.working': () => undefined,
    'lifecycle.stay': () => undefined,
  };
}

/**
 * A main process in memory: journal with a real hash chain, vault header, keyring, settings, documents. Requests and
 * answers are checked against the contract, as the real one checks them.
 */
export function fakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  const disk = options.disk ?? emptyDisk();
  disk.settings = { ...disk.settings, ...options.settings };
  const calls: FakeCall[] = [];
  const faults = new Map<Channel, { code: FailureCode; after: boolean }[]>();
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();

  const addFault = (channel: Channel, code: FailureCode, after: boolean) =>
    void faults.set(channel, [...(faults.get(channel) ?? []), { code, after }]);
  const emit = <E extends EventName>(event: E, payload: PayloadOf<E>): void =>
    listeners.get(event)?.forEach((listener) => listener(payload));
  const fake: FakeControls = {
    disk,
    calls,
    due: [],
    failNext: (channel, code) => addFault(channel, code, false),
    loseAnswerOfNext: (channel, code) => addFault(channel, code, true),
    clearFaults: () => faults.clear(),
    emit,
    lastRequest: (channel) =>
      calls.findLast((earlier) => earlier.channel === channel)?.request as
        | RequestOf<typeof channel>
        | undefined,
  };
  const answers: Answers = { ...answersOf(disk, () => fake.due, emit), ...options.answers };

  async function call(channel: Channel, request: unknown): Promise<Result<unknown, Failure>> {
    calls.push({ channel, request });
    await Promise.resolve();
    const fault = faults.get(channel)?.shift();
    const failure: Result<unknown, Failure> | null = fault
      ? { ok: false, error: { code: fault.code, details: {} } }
      : null;
    if (failure && !fault?.after) return failure;
    const parsed = contract[channel].request.safeParse(request);
    if (!parsed.success) return { ok: false, error: { code: 'refused', details: { channel } } };
    try {
      const answer = await (answers[channel] as (request: unknown) => unknown)(parsed.data);
      return failure ?? ok(contract[channel].response.parse(answer));
    } catch (error) {
      // An answer that main refuses to give, as the real gate passes it on.
      const refused = failureSchema.safeParse((error as { failure?: unknown }).failure);
      if (refused.success) return { ok: false, error: refused.data };
      throw error;
    }
  }

  const domains: Record<string, Record<string, unknown>> = {};
  for (const channel of Object.keys(contract) as Channel[]) {
    const [domain = '', method = ''] = channel.split('.');
    (domains[domain] ??= {})[method] = (request: unknown) => call(channel, request);
  }
  const on = (event: EventName, listener: (payload: unknown) => void) => {
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set.add(listener));
    return () => void set.delete(listener);
  };
  return { ...domains, on, fake } as unknown as FakePlatform;
}
