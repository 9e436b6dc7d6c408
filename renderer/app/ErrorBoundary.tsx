import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Stands in place of a screen that failed: what happened, what was kept, what to do. */
export function BrokenScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <Box role="alert" sx={{ p: 8, maxWidth: 'calc(66ch + 64px)', display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('shell.broken.happened')}</Typography>
      <Typography>{t('shell.broken.kept')}</Typography>
      <Typography>{t('shell.broken.todo')}</Typography>
      <Box sx={{ mt: 2 }}>
        <Button variant="contained" color="primary" onClick={() => window.location.reload()}>
          {t('shell.broken.reload')}
        </Button>
      </Box>
    </Box>
  );
}

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a defect in one screen from leaving an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenScreen /> : this.props.children;
  }
}
