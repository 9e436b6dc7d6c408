import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type FocusEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissNotice, useNotices } from './notices.ts';

/** Long enough to read two lines twice. */
const SHOWN_MS = 8000;
/** Long enough to read them, to decide, and to go to the button by keys. */
const SHOWN_WITH_ACTION_MS = 20_000;

interface NoticeCardProps {
  readonly id: number;
  readonly text: string;
  readonly warning: boolean;
  /** Whether it stays for now, because somebody is at it. */
  readonly held: boolean;
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
  /** Called when it is closed by one of its buttons, which takes the focus along. */
  readonly onClosed: () => void;
}

function NoticeCard({ id, text, warning, held, action, onClosed }: NoticeCardProps): ReactElement {
  const { t } = useTranslation();
  const stays = warning || held;
  const shownFor = action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => dismissNotice(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, stays, shownFor]);
  const close = (): void => {
    dismissNotice(id);
    onClosed();
  };
  const act = (): void => {
    close();
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
        <Button variant="text" onClick={close}>
          {t('common.close')}
        </Button>
      </Box>
    </Paper>
  );
}

/** Where messages stand. Once in the app; screen readers speak what appears here. None goes while the pointer or the focus is on one. */
export function NoticeHost(): ReactElement {
  const { shown } = useNotices();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  // When the last one goes from under the pointer, nobody says that it left.
  if (shown.length === 0 && pointed) setPointed(false);
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  };
  return (
    <Box
      aria-live="polite"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={onBlur}
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
      {shown.map(({ id, text, tone, action }) => (
        <NoticeCard
          key={id}
          id={id}
          text={text}
          warning={tone === 'warning'}
          held={pointed || focused}
          action={action}
          onClosed={() => setFocused(false)}
        />
      ))}
    </Box>
  );
}
