import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { practiceRecord, type Practice } from '#shared/domain/practice.ts';
import { vault } from '#renderer/db/index.ts';

export const practiceQueries = {
  /** The practice of this vault; undefined only while first run has not written it. */
  get: async (): Promise<Practice | undefined> => (await vault().inFile(practiceRecord, PRACTICE_FILE))[0],
};
