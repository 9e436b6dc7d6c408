import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Net } from 'electron';
import { toPageUrl } from './mapping.ts';
import { NotInHost, guarded } from './not-in-host.ts';
import { sessions } from './session.ts';

/** Answers from files and from the app's own schemes. There is no way out to a network. */
async function fetch(input: string | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.url.startsWith('file:')) {
    return new Response(new Uint8Array(await readFile(fileURLToPath(request.url))));
  }
  const handler = sessions.defaultSession.protocol.handlerOf(toPageUrl(request.url));
  if (handler === null) throw new NotInHost(`net.fetch of ${new URL(request.url).protocol}`);
  return handler(request);
}

/** Electron's `net`. */
export const net = guarded('net', {
  fetch,
  isOnline: () => false,
  online: false,
} satisfies Partial<Net>);
