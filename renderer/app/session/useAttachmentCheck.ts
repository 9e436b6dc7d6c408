import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttachmentReport, startAttachmentCheck } from '#renderer/operations/attachment-check.ts';
import { notify } from '#renderer/ui/notices.ts';

/** Looks after the documents once after each opening, and says when some of them are not whole. */
export function useAttachmentCheck(): void {
  const { t } = useTranslation();
  const tell = useEffectEvent(({ missing, damaged, mended }: AttachmentReport) => {
    const broken = new Set([...missing, ...damaged]).size;
    if (mended.length > 0) {
      notify({ text: t('attachments.check.mended', { count: mended.length }), tone: 'warning' });
    }
    if (broken > 0) notify({ text: t('attachments.check.found', { count: broken }), tone: 'warning' });
  });
  useEffect(() => startAttachmentCheck((report) => tell(report)), []);
}
