import { Navigate, type RouteObject } from 'react-router';
import { routes } from '#renderer/lib/routes.ts';
import { BrokenScreen } from './ErrorBoundary.tsx';
import { ClientFile } from './screens/ClientFile.tsx';
import { Clients, Forgotten } from './screens/Clients.tsx';
import { FollowMerge } from './screens/FollowMerge.tsx';
import { Settings } from './screens/Settings.tsx';
import { Today } from './screens/Today.tsx';
import { BareFrame } from './shell/BareFrame.tsx';
import { Root } from './shell/Root.tsx';
import { Shell } from './shell/Shell.tsx';
import type { RouteHandle } from './shell/sight.ts';
import { Waiting } from './shell/Waiting.tsx';

/** A screen, with what it shows of client files: nothing is left unsaid. */
type Screen = RouteObject & { readonly handle: RouteHandle };

/** Screens of one client file. */
const ofOneFile: Screen[] = [
  {
    path: 'clients/:fileId/summary',
    handle: { shows: 'file' },
    lazy: async () => ({
      Component: (await import('#renderer/features/client-summary/index.ts')).SummaryScreen,
    }),
  },
  {
    path: 'clients/:fileId/statement',
    handle: { shows: 'file' },
    lazy: async () => ({
      Component: (await import('#renderer/features/engagements/index.ts')).StatementScreen,
    }),
  },
  {
    path: 'clients/:fileId/requirements/:documentId',
    handle: { shows: 'file' },
    lazy: async () => ({
      Component: (await import('#renderer/features/requirements/index.ts')).RequirementsScreen,
    }),
  },
  { path: 'clients/:fileId/:tab?', handle: { shows: 'file' }, Component: ClientFile },
];

/** Screens inside the shell: title bar, rail, status bar. */
const inShell: Screen[] = [
  { path: 'today', handle: { shows: 'seen' }, Component: Today },
  { path: 'clients', handle: { shows: 'everything' }, Component: Clients },
  { path: 'forgotten', handle: { shows: 'everything' }, Component: Forgotten },
  { handle: { shows: 'file' }, Component: FollowMerge, children: ofOneFile },
  {
    path: 'duplicates',
    handle: { shows: 'everything' },
    lazy: async () => ({
      Component: (await import('#renderer/features/duplicates/index.ts')).DuplicatesScreen,
    }),
  },
  {
    path: 'duplicates/people',
    handle: { shows: 'everything' },
    lazy: async () => ({
      Component: (await import('#renderer/features/duplicates/index.ts')).SamePeopleScreen,
    }),
  },
  {
    path: 'duplicates/:one/:other',
    handle: { shows: 'everything' },
    lazy: async () => ({ Component: (await import('#renderer/features/duplicates/index.ts')).MergeScreen }),
  },
  {
    path: 'import',
    handle: { shows: 'everything' },
    lazy: async () => ({ Component: (await import('#renderer/features/import/index.ts')).ImportScreen }),
  },
  {
    path: 'conflicts',
    handle: { shows: 'everything' },
    lazy: async () => ({
      Component: (await import('#renderer/features/conflict-check/index.ts')).ConflictsScreen,
    }),
  },
  {
    path: 'conflicts/:checkId',
    handle: { shows: 'everything' },
    lazy: async () => ({ Component: (await import('./screens/ConflictRecord.tsx')).ConflictRecord }),
  },
  {
    path: 'tasks',
    handle: { shows: 'seen' },
    lazy: async () => ({ Component: (await import('#renderer/features/tasks/index.ts')).TasksScreen }),
  },
  {
    path: 'search',
    handle: { shows: 'seen' },
    lazy: async () => ({ Component: (await import('#renderer/features/search/index.ts')).SearchScreen }),
  },
  { path: 'settings', handle: { shows: 'everything' }, Component: Settings },
  {
    path: 'settings/activity',
    handle: { shows: 'everything' },
    lazy: async () => ({
      Component: (await import('#renderer/features/activity-log/index.ts')).ActivityScreen,
    }),
  },
  {
    path: 'settings/templates',
    handle: { shows: 'everything' },
    lazy: async () => ({
      Component: (await import('#renderer/features/templates/index.ts')).TemplatesScreen,
    }),
  },
  {
    path: 'settings/templates/:templateId',
    handle: { shows: 'everything' },
    lazy: async () => ({ Component: (await import('./screens/Template.tsx')).Template }),
  },
  {
    path: 'meeting/:noteId/sheet',
    handle: { shows: 'note' },
    lazy: async () => ({ Component: (await import('#renderer/features/agreed-sheet/index.ts')).SheetScreen }),
  },
  { path: '*', handle: { shows: 'seen' }, element: <Navigate to={routes.today} replace /> },
];

/** Screens that leave nothing of the shell: the meeting and its wrap-up. */
const bare: Screen[] = [
  {
    path: 'meeting/:noteId',
    handle: { shows: 'note' },
    lazy: async () => ({ Component: (await import('#renderer/features/meeting/index.ts')).MeetingScreen }),
  },
  {
    path: 'meeting/:noteId/wrap-up',
    handle: { shows: 'note' },
    lazy: async () => ({ Component: (await import('#renderer/features/wrap-up/index.ts')).WrapUpScreen }),
  },
];

/** Every screen of the open vault. The addresses are built in `lib/routes.ts`. */
export const appRoutes: RouteObject[] = [
  {
    path: '/',
    Component: Root,
    ErrorBoundary: BrokenScreen,
    HydrateFallback: Waiting,
    children: [
      { Component: BareFrame, ErrorBoundary: BrokenScreen, children: bare },
      { Component: Shell, ErrorBoundary: BrokenScreen, children: inShell },
    ],
  },
];
