import { auditNow } from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';

/** What can be done with the places backups are kept in. Each rejects with a `PlatformError`. */
export const backupCommands = {
  /** Asks for a folder. Answers whether one was chosen. */
  addPlace: async (): Promise<boolean> => {
    const { state } = await value(platform().backups.addPlace());
    if (state === 'added') await auditNow('backupPlaceAdded').catch(() => undefined);
    return state === 'added';
  },
  /** Files that are there stay. */
  removePlace: async (placeId: string): Promise<void> => {
    await value(platform().backups.removePlace({ placeId }));
    await auditNow('backupPlaceRemoved').catch(() => undefined);
  },
};
