import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { CheckLine } from '#renderer/ui/CheckLine.tsx';
import { DueDay } from '#renderer/ui/DueDay.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { dayOf, formatLongDay, formatWallTime } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useOverdue } from '#renderer/entities/money/index.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { type Today, useToday } from '../model/useToday.ts';
import { OverdueMoney } from './OverdueMoney.tsx';
import { Unfinished } from './Unfinished.tsx';

interface PartProps {
  readonly title: string;
  readonly empty: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Part({ title, empty, count, children }: PartProps): ReactElement {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ bgcolor: 'surface', border: 1, borderColor: 'line', borderRadius: 1, minWidth: 0 }}
    >
      <Typography
        id={id}
        variant="h2"
        sx={{ px: 4, py: 2, borderBottom: 1, borderColor: 'line', display: 'flex', gap: 2 }}
      >
        {title}
        {count > 0 && (
          <Box component="span" sx={{ color: 'quiet', fontWeight: 'fontWeightRegular' }}>
            {count}
          </Box>
        )}
      </Typography>
      {count === 0 ? (
        <Typography variant="body2" sx={{ px: 4, py: 3, color: 'quiet' }}>
          {empty}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, py: 0, px: 3 }}>
          {children}
        </Box>
      )}
    </Box>
  );
}

const Column = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Box sx={{ display: 'grid', gap: 5, minWidth: 0 }}>{children}</Box>
);

interface FileLinkProps {
  readonly today: Today;
  readonly fileId: FileId;
}

const FileLink = ({ today, fileId }: FileLinkProps): ReactElement => (
  <Link component={RouterLink} to={routes.file(fileId)} underline="hover">
    {today.nameOf(fileId)}
  </Link>
);

function Reminders({
  today,
  which,
}: {
  readonly today: Today;
  readonly which: 'due' | 'meetings';
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part title={t(`today.${which}.title`)} empty={t(`today.${which}.empty`)} count={today[which].length}>
      {today[which].map((reminder) => (
        <CheckLine
          key={reminder.id}
          checked={today.doneHere.has(reminder.id)}
          title={reminder.title}
          onToggle={(done) => today.toggleReminder(reminder, done)}
          meta={
            <>
              <FileLink today={today} fileId={reminder.fileId} />
              <span>{formatWallTime(reminder.at, language)}</span>
            </>
          }
        />
      ))}
    </Part>
  );
}

function Tasks({ today }: { readonly today: Today }): ReactElement {
  const { t } = useTranslation();
  return (
    <Part title={t('today.tasks.title')} empty={t('today.tasks.empty')} count={today.tasks.length}>
      {today.tasks.map((task) => (
        <CheckLine
          key={task.id}
          checked={today.doneHere.has(task.id)}
          title={task.title}
          onToggle={(done) => today.toggleTask(task, done)}
          meta={
            <>
              <FileLink today={today} fileId={task.fileId} />
              <DueDay day={task.dueOn} />
            </>
          }
        />
      ))}
    </Part>
  );
}

/** A line that only says something, and of whom. */
const SayingOf = ({ text, meta }: { readonly text: string; readonly meta: ReactNode }): ReactElement => (
  <Box
    component="li"
    sx={{
      display: 'flex',
      gap: 3,
      px: 1,
      py: '6px',
      borderBottom: 1,
      borderColor: 'line',
      '&:last-of-type': { borderBottom: 0 },
    }}
  >
    <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
      {text}
    </Typography>
    <Typography variant="body2" component="span" sx={{ whiteSpace: 'nowrap', color: 'quiet' }}>
      {meta}
    </Typography>
  </Box>
);

function Questions({ today }: { readonly today: Today }): ReactElement {
  const { t } = useTranslation();
  return (
    <Part
      title={t('today.questions.title')}
      empty={t('today.questions.empty')}
      count={today.questions.length}
    >
      {today.questions.map((question) => (
        <SayingOf
          key={question.id}
          text={question.text}
          meta={<FileLink today={today} fileId={question.fileId} />}
        />
      ))}
    </Part>
  );
}

function Anniversaries({ today }: { readonly today: Today }): ReactElement {
  const { t } = useTranslation();
  return (
    <Part title={t('today.anniversaries')} empty="" count={today.anniversaries.length}>
      {today.anniversaries.map(({ id, title, fileId }) => (
        <SayingOf key={id} text={title} meta={<FileLink today={today} fileId={fileId} />} />
      ))}
    </Part>
  );
}

function UnfinishedForms({ today }: { readonly today: Today }): ReactElement {
  const { t } = useTranslation();
  return (
    <Part title={t('today.unfinished.title')} empty="" count={today.unfinished.length}>
      {today.unfinished.map((form) => (
        <Unfinished key={form.id} form={form} client={today.nameOf(form.fileId)} />
      ))}
    </Part>
  );
}

/** Nothing where nobody owes anything, as in a practice that keeps its money elsewhere. */
function Overdue({ today }: { readonly today: Today }): ReactElement | null {
  const { t } = useTranslation();
  const [overdue, again] = useOverdue(dayOf(systemClock.now()));
  if (!overdue || (overdue.all.length === 0 && !overdue.unread)) return null;
  return (
    <>
      {overdue.unread && (
        <Alert severity="warning" action={<Button onClick={again}>{t('common.retry')}</Button>}>
          {t('today.overdueUnread')}
        </Alert>
      )}
      {overdue.all.length > 0 && (
        <Part title={t('today.overdue')} empty="" count={overdue.all.length}>
          {overdue.all.map((one) => (
            <OverdueMoney
              key={`${one.fileId} ${one.currency}`}
              overdue={one}
              client={today.nameOf(one.fileId)}
            />
          ))}
        </Part>
      )}
    </>
  );
}

interface TodayScreenProps {
  /** What else the user is to know today; above everything. */
  readonly advice?: ReactNode;
}

/** What this day asks for, in one look. */
export function TodayScreen({ advice }: TodayScreenProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const list = useListKeys(t('today.title'));
  return (
    <>
      <ScreenHeader title={t('today.title')} meta={formatLongDay(dayOf(systemClock.now()), language)} />
      {advice}
      {today && (
        <Box
          ref={list}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(480px, 100%), 1fr))',
            gap: 5,
            alignItems: 'start',
            px: 6,
            pb: 8,
            maxWidth: 1480,
          }}
        >
          <Column>
            {today.unfinished.length > 0 && <UnfinishedForms today={today} />}
            <Reminders today={today} which="due" />
            <Tasks today={today} />
          </Column>
          <Column>
            <Reminders today={today} which="meetings" />
            {today.anniversaries.length > 0 && <Anniversaries today={today} />}
            <Questions today={today} />
            <NotForClient>
              <Overdue today={today} />
            </NotForClient>
          </Column>
        </Box>
      )}
    </>
  );
}
