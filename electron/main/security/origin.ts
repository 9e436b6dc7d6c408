/** The one origin of the app. Chromium files its data under it, so it never changes. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'kartoteka';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Whether a URL names the app's own page; only its fragment may differ. */
export function isAppPage(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null) return false;
  return (
    `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search}` === APP_PAGE && !hasUser(parsed)
  );
}

/** Whether a URL lies within the app's own origin. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === APP_ORIGIN && !hasUser(parsed);
}

const hasUser = (url: URL): boolean => url.username !== '' || url.password !== '';
