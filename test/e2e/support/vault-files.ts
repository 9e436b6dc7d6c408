import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The header of the vault, and its copy. */
export const headerFile = (folder: string): string => join(folder, 'vault', 'header.json');
export const headerCopy = (folder: string): string => join(folder, 'vault', 'header.backup.json');

const journalFolder = (folder: string): string => join(folder, 'vault', 'journal');

/** The journal's newest file. */
export function lastSegment(folder: string): string {
  const segments = readdirSync(journalFolder(folder)).filter((name) => name.endsWith('.kjl'));
  const last = segments.toSorted().at(-1);
  if (last === undefined) throw new Error('There is no journal');
  return join(journalFolder(folder), last);
}

/** The folder in which Chromium keeps the working store. */
export function storeFolder(folder: string): string {
  const databases = [
    join(folder, 'chromium', 'Default', 'IndexedDB'),
    // Electron has no profiles within its folder.
    join(folder, 'chromium', 'IndexedDB'),
  ].find((place) => existsSync(place));
  const name = databases && readdirSync(databases).find((entry) => entry.endsWith('.indexeddb.leveldb'));
  if (databases === undefined || name === undefined) throw new Error('There is no working store');
  return join(databases, name);
}

/** Plain files only: Chromium also keeps sockets and dangling links. */
const filesUnder = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What makes the vault, and the working store: every file with the hash of its bytes. */
export function vaultBytes(folder: string): Readonly<Record<string, string>> {
  const places = [join(folder, 'vault'), join(folder, 'keyring'), storeFolder(folder)];
  const files = places.filter((place) => existsSync(place)).flatMap(filesUnder);
  return Object.fromEntries(
    files.map((file) => [
      relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

/** Files of the data folder in which one of the texts can be read, in any of the ways Chromium writes text. */
export function filesThatSay(folder: string, texts: readonly string[]): readonly string[] {
  const needles = texts.flatMap((text) =>
    (['utf8', 'utf16le', 'latin1'] as const).map((encoding) => Buffer.from(text, encoding)),
  );
  return filesUnder(folder).filter((file) => {
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}

/** Changes a file of JSON. */
export function changeJson(file: string, change: Readonly<Record<string, unknown>>): void {
  const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...before, ...change }));
}
