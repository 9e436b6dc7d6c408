import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { dayOf, formatLongDay, formatTime } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { type FileRecords, timeline, type TimelineEntry } from '../model/timeline.ts';
import { Marks } from './Marks.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** Days shown at first; the rest on demand. */
const FIRST_DAYS = 60;

const link = (to: string, text: string): ReactElement => (
  <Link component={RouterLink} to={to} underline="hover">
    {text}
  </Link>
);

function EntryText({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { t } = useTranslation();
  switch (entry.kind) {
    case 'note':
      return (
        <>
          {link(routes.meeting(entry.note.id), entry.note.title)}
          <Marks marks={entry.marks} />
        </>
      );
    case 'taskAdded':
    case 'taskDone':
      return entry.task.title;
    case 'questionAsked':
      return entry.question.text;
    case 'questionAnswered':
      return `${entry.question.text} – ${entry.question.answer}`;
    case 'reminder':
    case 'reminderDone':
      return entry.reminder.title;
    case 'requirements':
      return link(
        routes.requirements(entry.document.fileId, entry.document.id),
        t('clients.timeline.requirementsAdded', { count: entry.count, document: entry.document.title }),
      );
    case 'sheet':
      return link(
        routes.sheet(entry.sheet.noteId),
        t('clients.timeline.sheetMade', { title: entry.title, version: entry.sheet.version }),
      );
    case 'document':
      return link(routes.file(entry.attachment.fileId, 'documents'), entry.attachment.name);
    default:
      return entry satisfies never;
  }
}

function Row({ entry }: { readonly entry: TimelineEntry }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = formatTime(entry.at, language);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '64px 148px minmax(0, 1fr)',
        columnGap: 3,
        py: '6px',
        typography: 'body2',
      }}
    >
      <Box sx={{ color: 'quiet', fontVariantNumeric: 'tabular-nums' }}>{time}</Box>
      <Box sx={{ color: 'quiet' }}>{t(`clients.timeline.kind.${entry.kind}`)}</Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        <EntryText entry={entry} />
      </Box>
    </Box>
  );
}

interface TimelineTabProps {
  readonly records: FileRecords;
  readonly onStartMeeting: () => void;
}

/** What happened in this file and what is planned, by day. */
export function TimelineTab({ records, onStartMeeting }: TimelineTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const days = useMemo(() => timeline(records), [records]);
  const [all, setAll] = useState(false);
  const today = dayOf(systemClock.now());
  if (days.length === 0)
    return (
      <EmptyState
        title={t('clients.timeline.empty.title')}
        text={t('clients.timeline.empty.text')}
        action={
          <Writes>
            <Button onClick={onStartMeeting}>
              {t('clients.file.meet')}
              <KeyHint keys="mod+m" />
            </Button>
          </Writes>
        }
      />
    );
  const shown = all ? days : days.slice(0, FIRST_DAYS);
  return (
    <Box sx={{ px: 5, pb: 4 }}>
      {shown.map(({ day, entries }) => (
        <Box key={day} component="section" sx={{ pt: 4 }}>
          <Typography
            variant="h3"
            component="h2"
            sx={{ pb: 1, borderBottom: 1, borderColor: 'line', color: day > today ? 'ink' : 'text.primary' }}
          >
            {formatLongDay(day, language)}
            {day > today && ` · ${t('clients.timeline.planned')}`}
            {day === today && ` · ${t('clients.timeline.today')}`}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {entries.map((entry) => (
              <Row key={entry.key} entry={entry} />
            ))}
          </Box>
        </Box>
      ))}
      {shown.length < days.length && (
        <Button sx={{ mt: 4 }} onClick={() => setAll(true)}>
          {t('clients.timeline.older')}
        </Button>
      )}
    </Box>
  );
}
