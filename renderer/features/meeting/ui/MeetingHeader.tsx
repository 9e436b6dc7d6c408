import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/domain/client.ts';
import type { Note } from '#shared/domain/note.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type Looking, useLooking } from '#renderer/lib/looking.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { SaveState } from '#renderer/ui/SaveState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { Stopwatch } from '../model/stopwatch.ts';
import { MeetingTimer } from './MeetingTimer.tsx';
import { MEETING_KEYS } from './useMeetingCommands.ts';

interface MeetingHeaderProps {
  readonly client: Client | undefined;
  readonly note: Note;
  readonly stopwatch: Stopwatch;
  readonly running: boolean;
  readonly onToggleTimer: () => void;
  readonly sideShown: boolean;
  readonly onToggleSide: () => void;
  readonly onHistory: () => void;
  readonly onWrapUp: () => void;
  readonly onBack: () => void;
}

const factsOf = ({ keyFacts, contactPerson, phone }: Client, looking: Looking): readonly string[] =>
  [looking === null ? (keyFacts.split('\n')[0] ?? '') : '', contactPerson, phone].filter(
    (fact) => fact.trim() !== '',
  );

/** Who is met, for how long, and whether what was typed is safe. */
export function MeetingHeader(props: MeetingHeaderProps): ReactElement {
  const { client, note, stopwatch, running, onToggleTimer, sideShown, onToggleSide } = props;
  const { onHistory, onWrapUp, onBack } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const looking = useLooking();
  const facts = client ? factsOf(client, looking) : [];
  const wrapped =
    note.wrappedAt === null ? null : t('meeting.wrapped', { when: formatMoment(note.wrappedAt, language) });
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 1,
        px: 6,
        py: 2,
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'surface',
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography variant="h1" noWrap title={client?.name}>
          {client?.name ?? ''}
        </Typography>
        <Typography variant="body2" noWrap sx={{ color: 'quiet' }}>
          {[...(wrapped === null ? [] : [wrapped]), ...facts].join(' · ')}
        </Typography>
      </Box>
      <SaveState />
      <MeetingTimer stopwatch={stopwatch} running={running} onToggle={onToggleTimer} />
      <Button aria-pressed={sideShown} onClick={onToggleSide}>
        {t('meeting.side')}
        <KeyHint keys={MEETING_KEYS.side} />
      </Button>
      <NotForClient>
        <Button onClick={onHistory}>
          {t('history.open')}
          <KeyHint keys={MEETING_KEYS.history} />
        </Button>
      </NotForClient>
      <Button onClick={onBack}>
        {t('meeting.back')}
        <KeyHint keys={MEETING_KEYS.back} />
      </Button>
      <Button variant="contained" color="primary" onClick={onWrapUp}>
        {t('meeting.wrapUp')}
        <KeyHint keys={MEETING_KEYS.wrapUp} />
      </Button>
    </Box>
  );
}
