import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseScanFolder, forgetScanFolder, useScans } from '#renderer/operations/scans.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { watched } from '#renderer/ui/watched.ts';

/** Which folder the scanner writes to. */
export function ScansSection(): ReactElement {
  const { t } = useTranslation();
  const { folder, there } = useScans();
  const [inside, setInside] = useState(false);
  const choose = async (): Promise<void> => setInside((await chooseScanFolder()) === 'inside');
  return (
    <Section title={t('attachments.scans.settings.title')} text={t('attachments.scans.settings.text')}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {folder ?? t('attachments.scans.settings.none')}
      </Typography>
      {!there && folder !== null && (
        <Typography color="error" role="status">
          {t('attachments.scans.away', { folder })}
        </Typography>
      )}
      {inside && (
        <Typography color="error" role="alert">
          {t('attachments.scans.settings.inside')}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button onClick={() => watched(choose(), t)}>{t('attachments.scans.settings.choose')}</Button>
        {folder !== null && (
          <Button variant="text" onClick={() => watched(forgetScanFolder(), t)}>
            {t('attachments.scans.settings.forget')}
          </Button>
        )}
      </Box>
    </Section>
  );
}
