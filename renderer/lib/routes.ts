import type { FileId, LineId, RecordId } from '#shared/domain/ids.ts';

/** Parts of a client file, in the order of their tabs. */
export const FILE_TABS = [
  'timeline',
  'notes',
  'requirements',
  'tasks',
  'people',
  'documents',
  'engagements',
  'money',
  'profile',
  'relationship',
] as const;
export type FileTab = (typeof FILE_TABS)[number];
/** The key that opens a tab: its place, 0 for the tenth. */
export const tabKey = (tab: FileTab): string => String((FILE_TABS.indexOf(tab) + 1) % 10);
/** Those that are the practice's own and for no client's eyes. */
export const OWN_TABS: readonly FileTab[] = ['profile', 'relationship'];

/** The address of every screen. The router's patterns stand in `app/routes.tsx`. */
export const routes = {
  today: '/today',
  clients: '/clients',
  import: '/import',
  /** Clients that look like one. */
  duplicates: '/duplicates',
  samePeople: '/duplicates/people',
  /** Two files to be made one; the first stays. */
  merge: (one: FileId, other: FileId) => `/duplicates/${one}/${other}`,
  /** The register, with the files that seem to be forgotten. */
  forgotten: '/forgotten',
  conflicts: '/conflicts',
  conflictCheck: (id: RecordId) => `/conflicts/${id}`,
  tasks: '/tasks',
  search: '/search',
  settings: '/settings',
  activity: '/settings/activity',
  templates: '/settings/templates',
  /** One template: an own one, or one of the app's in one of the languages. */
  template: (id: string) => `/settings/templates/${id}`,
  /** The part of the settings about backups. */
  backups: '/settings?part=backups',
  file: (fileId: FileId, tab: FileTab = 'timeline') => `/clients/${fileId}/${tab}`,
  /** The tasks of a file, with one in sight. */
  task: (fileId: FileId, taskId: RecordId) => `/clients/${fileId}/tasks?task=${taskId}`,
  summary: (fileId: FileId) => `/clients/${fileId}/summary`,
  statement: (fileId: FileId) => `/clients/${fileId}/statement`,
  requirements: (fileId: FileId, documentId: RecordId) => `/clients/${fileId}/requirements/${documentId}`,
  /** With a requirement in sight. */
  requirement: (fileId: FileId, documentId: RecordId, requirementId: RecordId) =>
    `/clients/${fileId}/requirements/${documentId}?requirement=${requirementId}`,
  /** At a line by its number among all lines, counted from 0: for those that were never marked. */
  meetingAt: (noteId: RecordId, lineNumber: number) => `/meeting/${noteId}?at=${String(lineNumber)}`,
  meeting: (noteId: RecordId, line?: LineId) =>
    `/meeting/${noteId}${line === undefined ? '' : `?line=${line}`}`,
  wrapUp: (noteId: RecordId) => `/meeting/${noteId}/wrap-up`,
  sheet: (noteId: RecordId) => `/meeting/${noteId}/sheet`,
} as const;
