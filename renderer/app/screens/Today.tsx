import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { TodayScreen } from '#renderer/features/today/index.ts';
import { useIdle } from '#renderer/lib/idle.ts';
import { watched } from '#renderer/ui/watched.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { changeSettings, useSettings } from '../settings-store.ts';

/** «Not now» is asked again after this long, milliseconds. */
const ADVICE_AGAIN_MS = 14 * 86_400_000;

const SecondPlaceAdvice = lazy(async () => ({
  default: (await import('#renderer/features/backups/index.ts')).SecondPlaceAdvice,
}));

/** Today, with the advice to choose a second place for backups while there is none. */
export function Today(): ReactElement {
  const { t } = useTranslation();
  const { backupAdviceFrom } = useSettings().settings;
  const idle = useIdle();
  const now = systemClock.now();
  const later = (): void => watched(changeSettings({ backupAdviceFrom: now + ADVICE_AGAIN_MS }), t);
  const advice = idle && now >= backupAdviceFrom && (
    <Suspense fallback={null}>
      <SecondPlaceAdvice onLater={later} />
    </Suspense>
  );
  return <TodayScreen advice={advice} />;
}
