import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { useFileDrop } from '#renderer/ui/useFileDrop.ts';
import { isBusy, takeFiles, useFlow } from '../model/flow.ts';

/** Takes files that are dropped anywhere while it is there. */
export function DropFile({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const step = useFlow((flow) => flow.step);
  const over = useFileDrop(({ files }) => takeFiles([...files]), !readOnly && !isBusy(step));
  return (
    <>
      {over && (
        <Box
          role="status"
          sx={{ mx: 6, mb: 4, p: 4, border: 1, borderStyle: 'dashed', borderColor: 'primary.main' }}
        >
          <Typography>{t('imports.choose.drop')}</Typography>
        </Box>
      )}
      {children}
    </>
  );
}
