import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { Note } from '#shared/domain/note.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { marksOf } from '../model/timeline.ts';
import { Marks } from './Marks.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface NotesTabProps {
  readonly notes: readonly Note[];
  readonly onStartMeeting: () => void;
}

/** The meeting notes of this file, the newest first. */
export function NotesTab({ notes, onStartMeeting }: NotesTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const sorted = useMemo(() => notes.toSorted((a, b) => b.startedAt - a.startedAt), [notes]);
  if (sorted.length === 0)
    return (
      <EmptyState
        title={t('clients.notes.empty.title')}
        text={t('clients.notes.empty.text')}
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
  return (
    <Table aria-label={t('clients.tab.notes')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('clients.notes.when')}</TableCell>
          <TableCell>{t('clients.notes.title')}</TableCell>
          <TableCell>{t('clients.notes.channel')}</TableCell>
          <TableCell>{t('clients.notes.state')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {sorted.map((note) => (
          <TableRow key={note.id} hover>
            <TableCell sx={{ whiteSpace: 'nowrap', color: 'quiet' }}>
              {formatMoment(note.startedAt, language)}
            </TableCell>
            <TableCell>
              <Link component={RouterLink} to={routes.meeting(note.id)} underline="hover">
                {note.title}
              </Link>
              <Marks marks={marksOf(note)} />
            </TableCell>
            <TableCell sx={{ color: 'quiet' }}>{t(`domain.channel.${note.channel}`)}</TableCell>
            <TableCell>
              {note.wrappedAt === null ? (
                <Link component={RouterLink} to={routes.wrapUp(note.id)} underline="hover">
                  {t('clients.notes.wrapUp')}
                </Link>
              ) : (
                <Link component={RouterLink} to={routes.sheet(note.id)} underline="hover">
                  {t('clients.notes.sheet')}
                </Link>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
