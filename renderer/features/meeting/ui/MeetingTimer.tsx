import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { stopwatchText, type Stopwatch } from '../model/stopwatch.ts';
import { MEETING_KEYS } from './useMeetingCommands.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface MeetingTimerProps {
  readonly stopwatch: Stopwatch;
  readonly running: boolean;
  readonly onToggle: () => void;
}

/** Seconds change on the screen at the latest so long after they did. */
const TICK_MS = 500;

/** How long the meeting has run; starts and pauses it. */
export function MeetingTimer({ stopwatch, running, onToggle }: MeetingTimerProps): ReactElement {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(() => stopwatch.seconds());
  useEffect(() => {
    const show = (): void => setSeconds(stopwatch.seconds());
    show();
    if (!running) return undefined;
    const timer = setInterval(show, TICK_MS);
    return () => clearInterval(timer);
  }, [stopwatch, running]);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box
        component="span"
        role="timer"
        aria-label={t('meeting.timer.label')}
        sx={{
          typography: 'subtitle1',
          fontVariantNumeric: 'tabular-nums',
          color: running ? 'text' : 'quiet',
        }}
      >
        {stopwatchText(seconds)}
      </Box>
      <Writes>
        <Button onClick={onToggle}>
          {running ? t('meeting.timer.pause') : t('meeting.timer.start')}
          <KeyHint keys={MEETING_KEYS.timer} />
        </Button>
      </Writes>
    </Box>
  );
}
