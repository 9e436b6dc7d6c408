import { Navigate, type RouteObject } from 'react-router';
import { routes } from '#renderer/lib/routes.ts';
import { BrokenScreen } from './ErrorBoundary.tsx';
import { ClientFile } from './screens/ClientFile.tsx';
import { Clients, Forgotten } from './screens/Clients.tsx';
import { Settings } from './screens/Settings.tsx';
import { Today } from './screens/Today.tsx';
import { BareFrame } from './shell/BareFrame.tsx';
import { Root } from './shell/Root.tsx';
import { Shell } from './shell/Shell.tsx';
import { Waiting } from './shell/Waiting.tsx';

/** Screens inside the shell: title bar, rail, status bar. */
const inShell: RouteObject[] = [
  { path: 'today', Component: Today },
  { path: 'clients', Component: Clients },
  { path: 'forgotten', Component: Forgotten },
  {
    path: 'clients/:fileId/summary',
    lazy: async () => ({
      Component: (await import('#renderer/features/client-summary/index.ts')).SummaryScreen,
    }),
  },
  {
    path: 'clients/:fileId/requirements/:documentId',
    lazy: async () => ({
      Component: (await import('#renderer/features/requirements/index.ts')).RequirementsScreen,
    }),
  },
  { path: 'clients/:fileId/:tab?', Component: ClientFile },
  {
    path: 'import',
    lazy: async () => ({ Component: (await import('#renderer/features/import/index.ts')).ImportScreen }),
  },
  {
    path: 'conflicts',
    lazy: async () => ({
      Component: (await import('#renderer/features/conflict-check/index.ts')).ConflictsScreen,
    }),
  },
  {
    path: 'conflicts/:checkId',
    lazy: async () => ({ Component: (await import('./screens/ConflictRecord.tsx')).ConflictRecord }),
  },
  {
    path: 'tasks',
    lazy: async () => ({ Component: (await import('#renderer/features/tasks/index.ts')).TasksScreen }),
  },
  {
    path: 'search',
    lazy: async () => ({ Component: (await import('#renderer/features/search/index.ts')).SearchScreen }),
  },
  { path: 'settings', Component: Settings },
  {
    path: 'settings/activity',
    lazy: async () => ({
      Component: (await import('#renderer/features/activity-log/index.ts')).ActivityScreen,
    }),
  },
  {
    path: 'meeting/:noteId/sheet',
    lazy: async () => ({ Component: (await import('#renderer/features/agreed-sheet/index.ts')).SheetScreen }),
  },
  { path: '*', element: <Navigate to={routes.today} replace /> },
];

/** Screens that leave nothing of the shell: the meeting and its wrap-up. */
const bare: RouteObject[] = [
  {
    path: 'meeting/:noteId',
    lazy: async () => ({ Component: (await import('#renderer/features/meeting/index.ts')).MeetingScreen }),
  },
  {
    path: 'meeting/:noteId/wrap-up',
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
