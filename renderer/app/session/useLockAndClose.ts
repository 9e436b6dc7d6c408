import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '#renderer/platform/index.ts';
import { lock } from './lock.ts';

/** What it needs comes with the open vault; behind the locked door there is nothing to store. */
async function close(ending: boolean): Promise<void> {
  const { beforeClosing } = await import('./closing.ts');
  await beforeClosing(ending);
}

/** Answers main when it wants to lock or to close the window. */
export function useLockAndClose(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const ends = [
      platform().on('session.lockRequested', ({ reason }) => void lock(reason, t)),
      platform().on('lifecycle.flushRequested', ({ ending }) => void close(ending).catch(() => undefined)),
    ];
    return () => ends.forEach((end) => end());
  }, [t]);
}
