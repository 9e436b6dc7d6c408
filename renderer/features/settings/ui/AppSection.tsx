import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { watched } from '#renderer/ui/watched.ts';
import { type Language, LANGUAGES } from '#shared/domain/values.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import { LANGUAGE_NAMES } from '../model/languages.ts';
import { Section } from '#renderer/ui/Section.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['compact', 'comfortable'] as const;
const LOCK_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240];

/** The settings and the one way to change them. */
export interface SettingsProps {
  readonly settings: Settings;
  /** Stores a change. Rejects when it could not be stored; then nothing changed. */
  readonly onChange: (patch: Partial<Settings>) => Promise<void>;
}

/** Language, light or dark, row height. Shows at once. */
export function LookSection({ settings, onChange }: SettingsProps): ReactElement {
  const { t } = useTranslation();
  const change = (patch: Partial<Settings>): void => watched(onChange(patch), t);
  return (
    <Section title={t('settings.look.title')} text={t('settings.look.text')}>
      <TextField
        select
        label={t('settings.look.language')}
        value={settings.language}
        onChange={(event) => change({ language: event.target.value as Language })}
      >
        {LANGUAGES.map((language) => (
          <MenuItem key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('settings.look.theme')}
        value={settings.theme}
        onChange={(event) => change({ theme: event.target.value as Settings['theme'] })}
      >
        {THEMES.map((theme) => (
          <MenuItem key={theme} value={theme}>
            {t(`settings.theme.${theme}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('settings.look.density')}
        value={settings.density}
        onChange={(event) => change({ density: event.target.value as Settings['density'] })}
      >
        {DENSITIES.map((density) => (
          <MenuItem key={density} value={density}>
            {t(`settings.density.${density}`)}
          </MenuItem>
        ))}
      </TextField>
    </Section>
  );
}

/** When the vault locks by itself, and whether reminders speak up with the window closed. */
export function SafetySection({ settings, onChange }: SettingsProps): ReactElement {
  const { t } = useTranslation();
  const change = (patch: Partial<Settings>): void => watched(onChange(patch), t);
  const minutes = [...new Set([...LOCK_MINUTES, settings.lockAfterMinutes])].toSorted((a, b) => a - b);
  return (
    <Section title={t('settings.safety.title')} text={t('settings.safety.text')}>
      <TextField
        select
        label={t('settings.safety.lockAfter')}
        value={String(settings.lockAfterMinutes)}
        onChange={(event) => change({ lockAfterMinutes: Number(event.target.value) })}
      >
        {minutes.map((count) => (
          <MenuItem key={count} value={String(count)}>
            {t('settings.safety.minutes', { count })}
          </MenuItem>
        ))}
      </TextField>
      <FormControlLabel
        control={
          <Checkbox
            checked={settings.stayInTray}
            onChange={(event) => change({ stayInTray: event.target.checked })}
          />
        }
        label={t('settings.safety.tray')}
      />
    </Section>
  );
}
