import type { OnBeforeRequestListenerDetails, OnHeadersReceivedListenerDetails } from 'electron';
import type { Request as PageRequest, Route } from 'playwright-core';
import { fromPageUrl, ownScheme, toPageUrl, translateText } from './mapping.ts';
import type { HostSession } from './session.ts';

type ResourceType = OnBeforeRequestListenerDetails['resourceType'];
const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  xhr: 'xhr',
  fetch: 'xhr',
  media: 'media',
  ping: 'ping',
  cspviolationreport: 'cspReport',
};
// Headers that quote our origins: policies, and where a redirect leads.
const QUOTES_ORIGINS = new Set(['content-security-policy', 'location', 'access-control-allow-origin']);

let requests = 0;

/** Where a request stands: a navigation or part of a page, of the top frame or of one below. */
export interface RequestPlace {
  readonly webContentsId: number | null;
  readonly navigation: 'mainFrame' | 'subFrame' | null;
}

function detailsOf(request: PageRequest, place: RequestPlace): OnBeforeRequestListenerDetails {
  requests += 1;
  return {
    id: requests,
    url: fromPageUrl(request.url()),
    method: request.method(),
    ...(place.webContentsId === null ? {} : { webContentsId: place.webContentsId }),
    resourceType: place.navigation ?? RESOURCE_TYPES[request.resourceType()] ?? 'other',
    referrer: fromPageUrl(request.headers()['referer'] ?? ''),
    timestamp: Date.now(),
    uploadData: [],
  };
}

function toHandler(request: PageRequest): Request {
  const method = request.method();
  const body = method === 'GET' || method === 'HEAD' ? null : request.postDataBuffer();
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers())) {
    headers.set(name, name === 'referer' || name === 'origin' ? fromPageUrl(value) : value);
  }
  return new Request(fromPageUrl(request.url()), {
    method,
    headers,
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  });
}

async function headersOf(
  response: Response,
  session: HostSession,
  details: OnBeforeRequestListenerDetails,
): Promise<Record<string, string> | null> {
  const statusLine = `HTTP/1.1 ${response.status} ${response.statusText}`;
  const responseHeaders: Record<string, string[]> = {};
  for (const [name, value] of response.headers) responseHeaders[name] = [value];
  const { uploadData: _, ...rest } = details;
  const asked: OnHeadersReceivedListenerDetails = {
    ...rest,
    statusLine,
    statusCode: response.status,
    responseHeaders,
  };
  const changed = await session.webRequest.received(asked);
  if (changed.cancel === true) return null;
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(changed.responseHeaders ?? responseHeaders)) {
    const value = [values].flat().join(', ');
    headers[name] = QUOTES_ORIGINS.has(name.toLowerCase()) ? translateText(value) : value;
  }
  return headers;
}

async function answerOf(
  handler: (request: Request) => Response | Promise<Response>,
  request: PageRequest,
): Promise<Response> {
  try {
    return await handler(toHandler(request));
  } catch (error) {
    process.stderr.write(`The handler of ${fromPageUrl(request.url())} failed: ${String(error)}\n`);
    return Response.error();
  }
}

/** Answers a request of a page from its session's handlers. Everything else ends here: nothing goes out. */
export async function answerRequest(route: Route, session: HostSession, place: RequestPlace): Promise<void> {
  const request = route.request();
  const details = detailsOf(request, place);
  const said = await session.webRequest.before(details);
  const handler = session.protocol.handlerOf(request.url());
  if (said.cancel === true || ownScheme(request.url()) === null || handler === null) {
    await route.abort('blockedbyclient');
    return;
  }
  if (said.redirectURL !== undefined) {
    await route.fulfill({ status: 302, headers: { location: toPageUrl(said.redirectURL) } });
    return;
  }
  const response = await answerOf(handler, request);
  const headers = await headersOf(response, session, details);
  if (headers === null || response.type === 'error') {
    await route.abort(headers === null ? 'blockedbyclient' : 'failed');
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  await route.fulfill({ status: response.status, headers, body });
}
