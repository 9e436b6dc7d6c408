import { create } from 'zustand';
import { platform, value } from '#renderer/platform/index.ts';
import type { Language } from '#shared/domain/values.ts';
import { catalogues } from '#shared/i18n/catalogues.ts';
import type { Settings } from '#shared/ipc/settings.ts';

/** What the app shows itself in until the settings could be read. */
const LANGUAGES = Object.keys(catalogues) as Language[];
const unread = (): Settings => ({
  language: LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'en',
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
