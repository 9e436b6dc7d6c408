/** Every call the renderer can make of the main process. The preload exposes these and nothing else. */
export const CHANNELS = [
  'app.info',
  'settings.read',
  'settings.write',
  'vault.status',
  'vault.create',
  'vault.replaceHeader',
  'keyring.load',
  'keyring.put',
  'session.unlocked',
  'session.lock',
  'session.attempts',
  'session.reportAttempt',
  'journal.head',
  'journal.append',
  'journal.read',
  'documents.pdf',
  'documents.savePdf',
  'documents.print',
  'reminders.plan',
  'reminders.due',
  'reminders.acknowledge',
  'links.open',
  'lifecycle.flushed',
  'lifecycle.working',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Every event the main process can send to the renderer. */
export const EVENTS = [
  'reminders.fired',
  'reminders.open',
  'session.lockRequested',
  'lifecycle.flushRequested',
  'menu.command',
] as const;
export type EventName = (typeof EVENTS)[number];
