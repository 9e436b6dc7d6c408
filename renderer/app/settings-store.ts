import { create } from 'zustand';
import { platform, value } from '#renderer/platform/index.ts';
import { LANGUAGES, type Language } from '#shared/domain/languages.ts';
import type { Settings } from '#shared/ipc/settings.ts';

/** The language of the system, as far as the app speaks it. */
export const likelyLanguage = (): Language =>
  LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'en';

/** What the app shows itself in until the settings could be read. */
const unread = (): Settings => ({
  language: likelyLanguage(),
  theme: 'system',
  density: 'compact',
  lockAfterMinutes: 10,
  stayInTray: true,
  languageChosen: false,
  backupFolders: [],
  backupAdviceFrom: 0,
});

/** The settings as last read or written. */
export const useSettings = create<{ readonly settings: Settings }>(() => ({ settings: unread() }));

/** Reads the settings. When that fails the app goes on with its own; the failure shows at the next step. */
export async function readSettings(): Promise<void> {
  try {
    useSettings.setState({ settings: await value(platform().settings.read()) });
  } catch {
    useSettings.setState({ settings: unread() });
  }
}

/** Changes some settings at once and stores them. Rejects when they could not be stored; then nothing changed. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  const before = useSettings.getState().settings;
  useSettings.setState({ settings: { ...before, ...patch } });
  try {
    useSettings.setState({ settings: await value(platform().settings.write(patch)) });
  } catch (failure) {
    useSettings.setState({ settings: before });
    throw failure;
  }
}
