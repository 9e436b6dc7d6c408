import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '#renderer/platform/index.ts';
import { flushBeforeClosing, lock } from './lock.ts';

/** Answers main when it wants to lock or to close the window. */
export function useLockAndClose(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const ends = [
      platform().on('session.lockRequested', ({ reason }) => void lock(reason, t)),
      platform().on('lifecycle.flushRequested', () => void flushBeforeClosing(t)),
    ];
    return () => ends.forEach((end) => end());
  }, [t]);
}
