import { lazy, type ReactElement, Suspense } from 'react';
import { Waiting } from '../shell/Waiting.tsx';
import { changeSettings, useSettings } from '../settings-store.ts';

const SettingsScreen = lazy(async () => ({
  default: (await import('#renderer/features/settings/index.ts')).SettingsScreen,
}));

const BackupsSection = lazy(async () => ({
  default: (await import('#renderer/features/backups/index.ts')).BackupsSection,
}));

/** The settings, over the app's own copy of them, so that a change shows at once. */
export function Settings(): ReactElement {
  const { settings } = useSettings();
  return (
    <Suspense fallback={<Waiting />}>
      <SettingsScreen settings={settings} onChange={changeSettings} backups={<BackupsSection />} />
    </Suspense>
  );
}
