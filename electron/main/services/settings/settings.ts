import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES, type Language, languageSchema } from '#shared/domain/values.ts';
import { settingsSchema, type Settings } from '#shared/ipc/settings.ts';
import { parseJson, writeDurably } from '#main/lib/durable-file.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';
import type { Log } from '#main/services/log/log.ts';

export interface SettingsService {
  read(): Settings;
  /** Stores what changes and answers everything. Throws `MainFailure` when it cannot be stored; then nothing changes. */
  write(patch: SettingsPatch): Promise<Settings>;
  /** Calls back after each change. Returns the function that ends it. */
  onChange(listener: (settings: Settings) => void): () => void;
}

/** The settings that change; a field left out or undefined stays. */
type SettingsPatch = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** The app's language closest to a locale of the machine (BCP 47). */
export function languageOf(locale: string): Language {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** The language in a settings file of any version; null when none can be told. The file is not touched. */
export function chosenLanguage(file: string): Language | null {
  try {
    const parsed = z.object({ language: languageSchema }).safeParse(parseJson(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.language : null;
  } catch {
    return null;
  }
}

const defaults = (locale: string): Settings => ({
  language: languageOf(locale),
  theme: 'system',
  density: 'compact',
  lockAfterMinutes: 10,
  stayInTray: true,
  languageChosen: false,
  backupFolders: [],
  backupAdviceFrom: 0,
});

/**
 * Settings in a JSON file. A file that cannot be understood is kept as `.damaged` and the defaults are used; single
 * fields that are missing or wrong get their default.
 * @param locale The machine's locale, for the first language.
 */
export function createSettings(deps: {
  readonly file: string;
  readonly locale: string;
  readonly log: Log;
}): SettingsService {
  const listeners = new Set<(settings: Settings) => void>();
  let current = load(deps);
  let writing: Promise<unknown> = Promise.resolve();

  async function store(patch: SettingsPatch): Promise<Settings> {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    const next = settingsSchema.parse({ ...current, ...Object.fromEntries(given) });
    await writeDurably(deps.file, `${JSON.stringify(next, null, 2)}\n`);
    current = next;
    for (const listener of listeners) listener(next);
    return next;
  }

  return {
    read: () => current,
    write(patch) {
      const result = writing.then(() => store(patch));
      writing = result.catch(() => undefined);
      return result;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function load({ file, locale, log }: Parameters<typeof createSettings>[0]): Settings {
  const fallback = defaults(locale);
  const text = readNow(file, log);
  if (text === null) return fallback;
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    keepDamaged(file, log);
    return fallback;
  }
  const whole = settingsSchema.safeParse({ ...fallback, ...parsed });
  if (whole.success) return whole.data;
  keepDamaged(file, log);
  const wrong = new Set(whole.error.issues.map((issue) => issue.path[0]));
  const usable = Object.entries(parsed).filter(([key]) => !wrong.has(key));
  return settingsSchema.parse({ ...fallback, ...Object.fromEntries(usable) });
}

/** Read before any window is made, so the one synchronous read of the process. */
function readNow(file: string, log: Log): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') log.error('Settings unreadable', error);
    return null;
  }
}

function keepDamaged(file: string, log: Log): void {
  log.info('Settings damaged, set aside');
  try {
    renameSync(file, `${file}.damaged`);
  } catch (error) {
    log.error('Damaged settings could not be set aside', error);
  }
}
