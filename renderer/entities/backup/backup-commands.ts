import { platform, value } from '#renderer/platform/index.ts';

/** What can be done with the places backups are kept in. Each rejects with a `PlatformError`. */
export const backupCommands = {
  /** Asks for a folder. Answers whether one was chosen. */
  addPlace: async (): Promise<boolean> => (await value(platform().backups.addPlace())).state === 'added',
  /** Files that are there stay. */
  removePlace: (placeId: string): Promise<void> => value(platform().backups.removePlace({ placeId })),
};
