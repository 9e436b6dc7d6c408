import type { CustomScheme, Protocol } from 'electron';
import { ownScheme, translateScheme } from './mapping.ts';
import { guardedEmitter } from './not-in-host.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** The schemes a session answers itself. */
export class HostProtocol
  extends guardedEmitter('protocol')
  implements Pick<Protocol, 'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'>
{
  readonly #handlers = new Map<string, SchemeHandler>();

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme } of schemes) translateScheme(scheme);
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    translateScheme(scheme);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** The handler of a URL as Chromium asked for it. */
  handlerOf(pageUrl: string): SchemeHandler | null {
    const scheme = ownScheme(pageUrl);
    return scheme === null ? null : (this.#handlers.get(scheme) ?? null);
  }
}
