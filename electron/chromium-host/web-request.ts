import type {
  CallbackResponse,
  HeadersReceivedResponse,
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
  WebRequest,
  WebRequestFilter,
} from 'electron';
import { guardedEmitter } from './not-in-host.ts';

type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: CallbackResponse) => void,
) => void;
type HeadersReceived = (
  details: OnHeadersReceivedListenerDetails,
  answer: (response: HeadersReceivedResponse) => void,
) => void;
interface Watch<L> {
  readonly patterns: readonly RegExp[] | null;
  readonly listener: L;
}

/** A pattern such as `https://*.example/*` or `<all_urls>` as an expression. */
export function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const quoted = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${quoted}$`);
}

function watchOf<L>(first: WebRequestFilter | L | null, second: L | null | undefined): Watch<L> | null {
  if (second === undefined) return first === null ? null : { patterns: null, listener: first as L };
  if (second === null) return null;
  const patterns = (first as WebRequestFilter).urls.map(patternOf);
  return { patterns: patterns.length === 0 ? null : patterns, listener: second };
}

const matches = (watch: Watch<unknown>, url: string): boolean =>
  watch.patterns === null || watch.patterns.some((pattern) => pattern.test(url));

/** Watches over the requests of a session. */
export class HostWebRequest
  extends guardedEmitter('webRequest')
  implements Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'>
{
  #before: Watch<BeforeRequest> | null = null;
  #headers: Watch<HeadersReceived> | null = null;

  onBeforeRequest(filter: WebRequestFilter | BeforeRequest | null, listener?: BeforeRequest | null): void {
    this.#before = watchOf(filter, listener);
  }

  onHeadersReceived(
    filter: WebRequestFilter | HeadersReceived | null,
    listener?: HeadersReceived | null,
  ): void {
    this.#headers = watchOf(filter, listener);
  }

  /** What the listener says of a request about to be made. */
  async before(details: OnBeforeRequestListenerDetails): Promise<CallbackResponse> {
    const watch = this.#before;
    if (watch === null || !matches(watch, details.url)) return {};
    return new Promise((resolve) => {
      watch.listener(details, resolve);
    });
  }

  /** What the listener makes of an answer's headers. */
  async received(details: OnHeadersReceivedListenerDetails): Promise<HeadersReceivedResponse> {
    const watch = this.#headers;
    if (watch === null || !matches(watch, details.url)) return {};
    return new Promise((resolve) => {
      watch.listener(details, resolve);
    });
  }
}
