import LinearProgress from '@mui/material/LinearProgress';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Stands while the first screen is being fetched from the app's own files. */
export function Waiting(): ReactElement {
  const { t } = useTranslation();
  return <LinearProgress aria-label={t('common.loading')} />;
}
