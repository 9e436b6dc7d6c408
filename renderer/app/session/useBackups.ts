import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { startBackups } from '#renderer/operations/backups.ts';
import { notify } from '#renderer/ui/notices.ts';
import { backupNotice } from './backup-notices.ts';

/** Makes backups by themselves while the vault is open, and tells what the user is to know of them. */
export function useBackups(open: () => void): void {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useRef({ t, language, open });
  useEffect(() => {
    words.current = { t, language, open };
  });
  useEffect(() => startBackups((trouble) => notify(backupNotice(trouble, words.current))), []);
}
