import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachments } from '#renderer/entities/attachment/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import {
  type AttachmentReport,
  cancelAttachmentCheck,
  checkAttachments,
  useAttachmentCheck,
} from '#renderer/operations/attachment-check.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { watched } from '#renderer/ui/watched.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import { formatSize } from '#shared/i18n/format.ts';

interface ReportProps {
  readonly report: AttachmentReport;
  readonly attachments: readonly Attachment[];
}

/** What a check found: whether all is whole, else which documents are not. */
function Report({ report, attachments }: ReportProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const ids = new Set([...report.missing, ...report.damaged]);
  const broken = attachments.filter(({ id }) => ids.has(id));
  return (
    <Alert
      severity={broken.length === 0 ? 'success' : 'error'}
      role="status"
      sx={{ minWidth: 0, overflowWrap: 'anywhere' }}
    >
      <Typography>
        {broken.length === 0
          ? t('attachments.check.whole')
          : t('attachments.check.broken', { count: broken.length })}
      </Typography>
      {broken.length > 0 && (
        <Box component="ul" sx={{ my: 1, pl: 5 }}>
          {broken.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </Box>
      )}
      {broken.length > 0 && <Typography>{t('attachments.brokenText')}</Typography>}
      {report.mended.length > 0 && (
        <Typography>{t('attachments.check.mended', { count: report.mended.length })}</Typography>
      )}
      {report.removed.count > 0 && (
        <Typography>
          {t('attachments.check.removed', { size: formatSize(report.removed.bytes, language) })}
        </Typography>
      )}
      {report.orphans.count > 0 && (
        <Typography>
          {t('attachments.check.orphans', { size: formatSize(report.orphans.bytes, language) })}
        </Typography>
      )}
    </Alert>
  );
}

/** How many documents the vault keeps, and whether they are whole. */
export function DocumentsSection(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const attachments = useAttachments();
  const running = useAttachmentCheck();
  const [report, setReport] = useState<AttachmentReport | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const check = async (): Promise<void> => {
    setReport(null);
    setFailure(null);
    try {
      setReport(await checkAttachments('asked'));
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  const size = (attachments ?? []).reduce((sum, attachment) => sum + attachment.size, 0);
  return (
    <Section title={t('attachments.check.title')} text={t('attachments.check.text')}>
      {attachments && (
        <Typography>
          {t('attachments.check.count', { count: attachments.length, size: formatSize(size, language) })}
        </Typography>
      )}
      {running === null ? (
        <Box>
          <Button onClick={() => void check()}>{t('attachments.check.start')}</Button>
        </Box>
      ) : (
        <Box sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
          <LinearProgress
            aria-label={t('attachments.check.running')}
            variant="determinate"
            value={running.total === 0 ? 0 : (100 * running.done) / running.total}
            sx={{ flex: 1 }}
          />
          <Button onClick={() => watched(cancelAttachmentCheck(), t)}>{t('common.cancel')}</Button>
        </Box>
      )}
      {failure !== null && <FailureMessage failure={failure} />}
      {report && attachments && <Report report={report} attachments={attachments} />}
    </Section>
  );
}
