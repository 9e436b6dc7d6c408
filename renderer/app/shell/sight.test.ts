// @vitest-environment jsdom
import type { RouteObject } from 'react-router';
import { describe, expect, it } from 'vitest';
import { appRoutes } from '../routes.tsx';
import { SHOWN, shownAt } from './sight.ts';

/** Every address of the app, with what its route says of itself. */
function screens(routes: readonly RouteObject[], base = ''): { path: string; handle: unknown }[] {
  return routes.flatMap((route) => {
    const path = route.path === undefined ? base : `${base}/${route.path}`.replaceAll('//', '/');
    return route.children ? screens(route.children, path) : [{ path, handle: route.handle as unknown }];
  });
}

const all = screens(appRoutes).map(({ path, handle }) => ({ path, shows: shownAt([{ handle }]), handle }));

describe('what each screen shows', () => {
  it('is said by every screen', () => {
    expect(all.length).toBeGreaterThan(10);
    const silent = all.filter(
      ({ handle }) => !SHOWN.some((one) => one === (handle as { shows?: unknown } | undefined)?.shows),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('is the file or the note in its address, where there is one', () => {
    const wrong = all.filter(
      ({ path, shows }) =>
        (shows === 'file') !== path.includes(':fileId') || (shows === 'note') !== path.includes(':noteId'),
    );
    expect(wrong).toEqual([]);
  });

  it('is everything where nothing is said, so that a new screen is put away', () => {
    expect(shownAt([])).toBe('everything');
    expect(shownAt([{ handle: undefined }])).toBe('everything');
    expect(shownAt([{ handle: { shows: 'whatever' } }])).toBe('everything');
    expect(shownAt([{ handle: { shows: 'seen' } }, { handle: undefined }])).toBe('everything');
  });

  it('leaves these screens to what the queries give, and no others', () => {
    expect(all.filter(({ shows }) => shows === 'seen').map(({ path }) => path)).toEqual([
      '/today',
      '/tasks',
      '/search',
      '/*',
    ]);
  });
});
