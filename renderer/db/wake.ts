import { fetchKeysAhead } from './file-keys.ts';
import { platform } from '#renderer/platform/index.ts';
import { surveyAhead } from './survey-ahead.ts';

/**
 * Lets main and Chromium open the files of the vault before there is a key for them: main checks the journal
 * whole, and the rows of the store are counted. What fails here fails again, and is told, when the vault is opened.
 */
export async function wakeVault(): Promise<void> {
  await Promise.allSettled([platform().journal.head(), fetchKeysAhead(), surveyAhead()]);
}
