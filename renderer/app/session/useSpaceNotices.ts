import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/i18n/format.ts';
import type { PayloadOf } from '#shared/ipc/contract.ts';
import { isReadOnly } from '#renderer/db/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { platform } from '#renderer/platform/index.ts';
import { notify } from '#renderer/ui/notices.ts';

const BYTES_A_MB = 1024 * 1024;

/** Tells, while the vault is open, when the disk gets full and when there is room again. */
export function useSpaceNotices(): void {
  const { t } = useTranslation();
  const language = useLanguage();
  useEffect(() => {
    let tight = false;
    const tell = ({ state, freeBytes }: PayloadOf<'space.changed'>): void => {
      // A vault that can only be read says so itself, on every screen.
      if (isReadOnly()) return;
      if (state === 'enough') {
        if (tight) notify({ text: t('space.enough') });
      } else if (state === 'low') {
        const free = formatNumber(Math.floor(freeBytes / BYTES_A_MB), language);
        notify({ text: t('space.low', { free }), tone: 'warning' });
      } else notify({ text: t('space.full'), tone: 'warning' });
      tight = state !== 'enough';
    };
    const read = async (): Promise<void> => {
      const now = await platform().space.status();
      if (now.ok) tell(now.value);
    };
    void read();
    return platform().on('space.changed', tell);
  }, [t, language]);
}
