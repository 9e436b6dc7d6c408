import type { UIMatch } from 'react-router';

/**
 * What of client files a screen shows. `file`: that of the client in its address (`:fileId`). `note`: that of the note in its
 * address (`:noteId`). `seen`: whatever the queries of the entities give, and nothing else. `everything`: of all clients, of
 * backups or settings: put away while a client is looking.
 */
export const SHOWN = ['file', 'note', 'seen', 'everything'] as const;
export type Shown = (typeof SHOWN)[number];

/** What each route of the app says of itself. */
export interface RouteHandle {
  readonly shows: Shown;
}

/** What the screen at an address shows. Whoever does not say it shows everything. */
export function shownAt(matches: readonly Pick<UIMatch, 'handle'>[]): Shown {
  const handle: unknown = matches.at(-1)?.handle;
  const shows = typeof handle === 'object' && handle !== null && 'shows' in handle ? handle.shows : undefined;
  return SHOWN.find((one) => one === shows) ?? 'everything';
}
