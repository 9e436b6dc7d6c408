import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { startAttachmentCheck } from '#renderer/operations/attachment-check.ts';
import { notify } from '#renderer/ui/notices.ts';

/** Looks after the documents once after each opening, and says when some of them are not whole. */
export function useAttachmentCheck(): void {
  const { t } = useTranslation();
  const tell = useEffectEvent((count: number) =>
    notify({ text: t('attachments.check.found', { count }), tone: 'warning' }),
  );
  useEffect(
    () => startAttachmentCheck(({ missing, damaged }) => tell(new Set([...missing, ...damaged]).size)),
    [],
  );
}
