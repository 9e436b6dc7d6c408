import { z } from 'zod';
import { epochMsSchema, languageSchema } from '#shared/domain/values.ts';

export const settingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Minutes without input after which the vault locks. */
  lockAfterMinutes: z.number().int().min(1).max(240),
  /** Keep running in the tray when the window is closed, so that reminders speak up. */
  stayInTray: z.boolean(),
  /** False until first run chose a language. */
  languageChosen: z.boolean(),
  /** Folders that backups are also kept in. Only main writes them: no path ever comes from the renderer. */
  backupFolders: z.array(z.string().max(4096)).max(20),
  /** Before this moment (milliseconds since the epoch) no second place for backups is suggested: the user said «not now». */
  backupAdviceFrom: epochMsSchema,
});
/** Choices that must be known before the vault is open. They tell nothing about any client. */
export type Settings = z.infer<typeof settingsSchema>;
