import type { Session } from 'electron';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { toPageUrl } from './mapping.ts';
import { guardedEmitter } from './not-in-host.ts';
import { HostProtocol } from './protocol.ts';
import { HostWebRequest } from './web-request.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type Permission = Parameters<NonNullable<CheckHandler>>[1];

/** Electron's names of permissions and those of Chromium's DevTools. */
const PERMISSIONS: readonly (readonly [Permission, ...string[]])[] = [
  ['clipboard-sanitized-write', 'clipboardSanitizedWrite'],
  ['clipboard-read', 'clipboardReadWrite'],
  ['notifications', 'notifications'],
  ['persistent-storage', 'durableStorage'],
  ['media', 'audioCapture', 'videoCapture'],
  ['geolocation', 'geolocation'],
  ['local-fonts', 'localFonts'],
  ['idle-detection', 'idleDetection'],
  ['window-management', 'windowManagement'],
  ['screen-wake-lock', 'wakeLockScreen'],
];

/** One session: who answers its requests and what its pages may do. */
export class HostSession
  extends guardedEmitter('session')
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerEnabled'
      | 'setSpellCheckerLanguages'
      | 'isPersistent'
      | 'flushStorageData'
      | 'clearStorageData'
    >
{
  readonly protocol = new HostProtocol();
  readonly webRequest = new HostWebRequest();
  /** The context of its hidden windows; made with the first of them. */
  helper: Promise<BrowserContext> | null = null;
  /** The way to Chromium of its newest window; null before the first. */
  devTools: CDPSession | null = null;
  #check: CheckHandler = null;

  constructor(readonly partition: string) {
    super();
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }
  // Asks for anything else are denied by Chromium itself; there is nobody to put the question to.
  setPermissionRequestHandler(_handler: RequestHandler): void {}
  setDevicePermissionHandler(_handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {}
  setDisplayMediaRequestHandler(_handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void {}
  // Spelling is the installed Chromium's own affair.
  setSpellCheckerEnabled(_enable: boolean): void {}
  setSpellCheckerLanguages(_languages: string[]): void {}
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }
  /** Chromium writes its stores as they change. */
  flushStorageData(): void {}
  /** Clears IndexedDB of an origin of ours; nobody asks for anything else. */
  async clearStorageData({ origin = '' }: Parameters<Session['clearStorageData']>[0] = {}): Promise<void> {
    const pageOrigin = new URL(toPageUrl(origin)).origin;
    await this.devTools?.send('Storage.clearDataForOrigin', {
      origin: pageOrigin,
      storageTypes: 'indexeddb',
    });
  }

  /** DevTools' names of what an origin may do. Without a check handler: nothing. */
  allowed(origin: string): string[] {
    const check = this.#check;
    if (check === null) return [];
    const details = { requestingUrl: `${origin}/`, isMainFrame: true };
    return PERMISSIONS.filter(([name]) => check(null, name, origin, details)).flatMap(
      ([, ...names]) => names,
    );
  }
}

/** Every session of the app; a new one is announced before it is used. */
class HostSessions {
  readonly defaultSession = new HostSession('');
  readonly #others = new Map<string, HostSession>();
  /** Called with each session made after the first. */
  onCreated: (session: HostSession) => void = () => undefined;

  fromPartition(partition: string): HostSession {
    if (partition === '') return this.defaultSession;
    const found = this.#others.get(partition);
    if (found !== undefined) return found;
    const made = new HostSession(partition);
    this.#others.set(partition, made);
    this.onCreated(made);
    return made;
  }
}

export const sessions = new HostSessions();
