import { app, type Session } from 'electron';
import { guardNavigation } from './navigation.ts';
import { denyPermissions } from './permissions.ts';
import { blockForeignRequests } from './requests.ts';

/** Closes the doors of one session. */
export function closeSession(session: Session): void {
  denyPermissions(session);
  blockForeignRequests(session);
}

/**
 * Memory that Chromium gives back is zeroed: the processes that outlive a lock would else hold what the locked window
 * showed and was told.
 */
const ZERO_FREED_MEMORY = 'PartitionAllocEventuallyZeroFreedMemory';

/** Closes the doors of every session and web contents to come. Call before the app is ready. */
export function closeDoors(): void {
  app.commandLine.appendSwitch('enable-features', ZERO_FREED_MEMORY);
  app.on('session-created', closeSession);
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents));
}
