import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { APP_SCHEME } from '#main/security/origin.ts';
import { readFileMap } from './file-map.ts';
import { createServer } from './serve.ts';

/** Gives the app's scheme the rights of a website of its own. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer under the app's origin. */
export async function serveRenderer(root: string): Promise<void> {
  const files = await readFileMap(root);
  protocol.handle(
    APP_SCHEME,
    createServer(files, async (path) => new Uint8Array(await readFile(path))),
  );
}
