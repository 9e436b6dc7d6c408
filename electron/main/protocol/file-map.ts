import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file the app may show. */
export interface ServedFile {
  readonly path: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Type of a file by its name (RFC 2046); bytes of no type when it is unknown. */
export const mimeType = (name: string): string =>
  TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';

/**
 * Every file below a folder, by its path in a URL, decoded. Made once at start: what is not in this map does not exist
 * for the renderer, so no URL can reach any other file.
 */
export async function readFileMap(root: string): Promise<ReadonlyMap<string, ServedFile>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(root, path).split(sep).join('/');
      return [`/${name}`, { path, type: mimeType(entry.name) }];
    }),
  );
}
