import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissNotice, useNotices } from './notices.ts';

/** Long enough to read two lines twice. */
const SHOWN_MS = 8000;

interface NoticeCardProps {
  readonly id: number;
  readonly text: string;
  readonly warning: boolean;
  readonly passing: boolean;
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
}

function NoticeCard({ id, text, warning, passing, action }: NoticeCardProps): ReactElement {
  const { t } = useTranslation();
  const stays = warning || (action !== undefined && !passing);
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => dismissNotice(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, stays]);
  const act = (): void => {
    dismissNotice(id);
    action?.run();
  };
  return (
    <Paper
      variant="outlined"
      sx={{
        p: 3,
        display: 'flex',
        // Beside two buttons a long text would stand in a narrow column.
        flexWrap: action ? 'wrap' : 'nowrap',
        gap: 3,
        alignItems: 'flex-start',
        borderLeft: 4,
        borderLeftColor: warning ? 'warning.main' : 'ink',
        boxShadow: 3,
      }}
    >
      <Typography sx={{ flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {text}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, ml: 'auto' }}>
        {action && <Button onClick={act}>{action.label}</Button>}
        <Button variant="text" onClick={() => dismissNotice(id)}>
          {t('common.close')}
        </Button>
      </Box>
    </Paper>
  );
}

/** Where messages stand. Once in the app; screen readers speak what appears here. */
export function NoticeHost(): ReactElement {
  const { shown } = useNotices();
  return (
    <Box
      aria-live="polite"
      sx={{
        position: 'fixed',
        bottom: 40,
        right: 16,
        width: 'min(560px, calc(100vw - 32px))',
        // Beneath dialogs and menus: what is asked there is never covered.
        zIndex: 'drawer',
        display: 'grid',
        gap: 2,
      }}
    >
      {shown.map(({ id, text, tone, passing = false, action }) => (
        <NoticeCard
          key={id}
          id={id}
          text={text}
          warning={tone === 'warning'}
          passing={passing}
          action={action}
        />
      ))}
    </Box>
  );
}
