import type { FileId } from '#shared/domain/ids.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { setLooking } from '#renderer/lib/looking.ts';
import { platform, value } from '#renderer/platform/index.ts';

export const lookingCommands = {
  /**
   * Hides every client file but one; main hides reminders too. What was typed is stored first.
   * @param fileId The file that may be seen; null: none.
   * @throws What kept the typed text from being stored, or a `PlatformError`; then nothing is hidden.
   */
  start: async (fileId: FileId | null): Promise<void> => {
    await flushAll();
    await value(platform().session.look({ looking: { fileId } }));
    setLooking({ fileId });
  },

  /** Shows everything again. Rejects as {@link lookingCommands.start} does; then all stays hidden. */
  stop: async (): Promise<void> => {
    await flushAll();
    await value(platform().session.look({ looking: null }));
    setLooking(null);
  },

  /** Takes up what held before the vault was locked or the window loaded anew. When main does not answer, nothing is shown. */
  resume: async (): Promise<void> => {
    const answer = await platform().session.looking();
    setLooking(answer.ok ? answer.value.looking : { fileId: null });
  },
};
