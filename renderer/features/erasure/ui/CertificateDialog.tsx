import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/values.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { certificates, type Certified } from '../model/certificate.ts';

/** Shows the certificate and hands it out. It is kept nowhere in the app. */
export function CertificateDialog({
  certified,
  language,
  onClose,
}: {
  /** What was erased: at least one file. */
  readonly certified: readonly Certified[];
  readonly language: Language;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const document = useMemo(() => certificates(certified, language), [certified, language]);
  const [out, setOut] = useState(false);
  const missed = certified[0]?.erasure.places.filter(({ reached }) => !reached) ?? [];
  return (
    <Dialog open fullScreen aria-labelledby={id}>
      <DialogTitle id={id}>{t('erasure.done', { count: certified.length })}</DialogTitle>
      <DialogContent sx={{ minHeight: 0 }}>
        <Box sx={{ height: '100%', border: 1, borderColor: 'divider' }}>
          <PaperPanel
            document={document}
            suggestedName={t('erasure.fileName', { number: certified[0]?.fileId.slice(0, 8) ?? '' })}
            label={t('erasure.doc.title')}
            onOut={() => setOut(true)}
            side={
              <Stack spacing={3}>
                <Typography>{t('erasure.keep')}</Typography>
                {missed.length > 0 && (
                  <Typography role="alert">{t('erasure.missed', { count: missed.length })}</Typography>
                )}
                <Typography component="output">{out ? t('erasure.out') : null}</Typography>
              </Stack>
            }
          />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('common.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
