import { APP_HOST, APP_SCHEME } from '#main/security/origin.ts';
import { SECURITY_HEADERS } from '#main/security/csp.ts';
import type { ServedFile } from './file-map.ts';

/** What is asked for: the part of a request that counts. */
export interface Asked {
  readonly url: string;
  readonly method: string;
}

/** The file a URL names; null for every other host, scheme or path. The path is looked up, never joined to a folder. */
export function fileFor(files: ReadonlyMap<string, ServedFile>, url: string): ServedFile | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.protocol !== `${APP_SCHEME}:` || parsed.host !== APP_HOST) return null;
  const path = decoded(parsed.pathname);
  return files.get(path === '/' || path === '' ? '/index.html' : path) ?? null;
}

/** A path without percent signs; as it is when it cannot be decoded, which names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });

/**
 * Answers requests of the app's own origin.
 * @param read The bytes of a file of the map.
 */
export function createServer(
  files: ReadonlyMap<string, ServedFile>,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): (asked: Asked) => Promise<Response> {
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const file = fileFor(files, url);
    if (file === null) return refuse(404);
    const body = method === 'HEAD' ? null : await read(file.path);
    return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } });
  };
}
