import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file of the project: path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file under the given top-level folders. */
export function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** True for tests and what only tests use. */
export const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$|^test\//.test(path);
