import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import {
  type AttachmentJob,
  cancelAttachmentJob,
  useAttachmentJobs,
} from '#renderer/operations/attachment-jobs.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { formatSize } from '#shared/i18n/format.ts';

function JobRow({ job }: { readonly job: AttachmentJob }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, done, total } = job;
  const title = t(`attachments.job.${job.kind}`, { name });
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto auto',
        columnGap: 4,
        alignItems: 'center',
        py: 2,
        borderBottom: 1,
        borderColor: 'line',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" noWrap title={name}>
          {title}
        </Typography>
        <LinearProgress
          aria-label={title}
          variant="determinate"
          value={total === 0 ? 100 : Math.min(100, (100 * done) / total)}
          sx={{ mt: 1 }}
        />
      </Box>
      <Typography variant="body2" sx={{ color: 'quiet', fontVariantNumeric: 'tabular-nums' }}>
        {t('attachments.job.progress', {
          done: formatSize(done, language),
          total: formatSize(total, language),
        })}
      </Typography>
      <Button
        aria-label={t('attachments.job.cancel', { name })}
        onClick={() => watched(cancelAttachmentJob(job.jobId), t)}
      >
        {t('common.cancel')}
      </Button>
    </Box>
  );
}

/** What is being added or saved in this client file. */
export function JobRows({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const jobs = useAttachmentJobs(fileId);
  if (jobs.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t('attachments.job.label')}
      sx={{ listStyle: 'none', m: 0, px: 5, py: 2, borderBottom: 1, borderColor: 'line' }}
    >
      {jobs.map((job) => (
        <JobRow key={job.jobId} job={job} />
      ))}
    </Box>
  );
}
