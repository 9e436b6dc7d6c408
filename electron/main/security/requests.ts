import type { Session } from 'electron';
import { APP_ORIGIN, isAppUrl } from './origin.ts';

/** Whether a session may fetch a URL: the app's own files and data that are already in the page; nothing else. */
export function isAllowedRequest(url: string): boolean {
  return url.startsWith('data:') || url.startsWith(`blob:${APP_ORIGIN}/`) || isAppUrl(url);
}

/** Stops every request that would leave the app. */
export function blockForeignRequests(session: {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
}): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }));
}
