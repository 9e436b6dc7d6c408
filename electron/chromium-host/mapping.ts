// Chromium can only be told to trust https origins of its own, so `app://kartoteka` is shown to it as
// `https://kartoteka.app.localhost`: a secure context, and a name that never leaves the machine.
const PAGE_URL = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9-]*)\.localhost(?=[/?#]|$)/;
const OWN_URL = /^([a-z][a-z0-9-]*):\/\/([^/?#]+)/i;

const schemes = new Set<string>();

/** From now on URLs of this scheme are translated. */
export function translateScheme(scheme: string): void {
  schemes.add(scheme.toLowerCase());
}

/** `app://kartoteka/x` as Chromium sees it. URLs of other schemes stay as they are. */
export function toPageUrl(url: string): string {
  const [start, scheme, host] = OWN_URL.exec(url) ?? [];
  if (start === undefined || scheme === undefined || host === undefined) return url;
  if (!schemes.has(scheme.toLowerCase())) return url;
  const rest = url.slice(start.length);
  return `https://${host}.${scheme.toLowerCase()}.localhost${rest === '' ? '/' : rest}`;
}

/** The URL as main and preload know it. URLs that are not ours stay as they are. */
export function fromPageUrl(url: string): string {
  const [start, host, scheme] = PAGE_URL.exec(url) ?? [];
  if (start === undefined || scheme === undefined || !schemes.has(scheme)) return url;
  return `${scheme}://${host}${url.slice(start.length)}`;
}

/** The scheme of a URL that Chromium asked for, when it is one of ours. */
export function ownScheme(pageUrl: string): string | null {
  const scheme = PAGE_URL.exec(pageUrl)?.[2];
  return scheme !== undefined && schemes.has(scheme) ? scheme : null;
}

/** `app://kartoteka` of any URL below it; `null` as text for opaque origins, as browsers write it. */
export function originOf(url: string): string {
  const [own, scheme] = OWN_URL.exec(url) ?? [];
  if (own !== undefined && scheme !== undefined && schemes.has(scheme.toLowerCase())) return own;
  return URL.canParse(url) ? new URL(url).origin : 'null';
}

/** A header or policy text in which our origins are written as Chromium knows them. */
export function translateText(text: string): string {
  return text.replaceAll(
    /([a-z][a-z0-9-]*):\/\/([a-z0-9.-]+)/gi,
    (url: string, scheme: string, host: string) =>
      schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}.localhost` : url,
  );
}
