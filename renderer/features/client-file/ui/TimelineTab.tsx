import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  memo,
  type ReactElement,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { Client } from '#shared/domain/client.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import { dayOf, formatLongDay, formatMoney, formatTime } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { byDay, type FileRecords, timelineEntries, type TimelineEntry } from '../model/timeline.ts';
import { ALL_ENTRIES, filterEntries } from '../model/timeline-filter.ts';
import { useFilePast } from '../model/useFilePast.ts';
import { Marks } from './Marks.tsx';
import { timelineStyle } from './timeline-style.ts';
import { standingName } from '#shared/i18n/translate.ts';
import { TimelineBar } from './TimelineBar.tsx';

/** Entries shown at first, and how many more when their end comes near. */
const FIRST = 80;
const MORE = 200;
/** How near their end is, CSS pixels. */
const NEAR = '1200px';

const link = (to: string, text: string): ReactElement => <RouterLink to={to}>{text}</RouterLink>;

function PaymentText({ payment }: { readonly payment: MoneyEntry }): ReactElement {
  const { t } = useTranslation();
  const { kind, amount, currency, text, fileId } = payment;
  const sum = formatMoney(amount, currency, useLanguage());
  const money = kind === 'payment' ? sum : `${t(`domain.moneyKind.${kind}`)} ${sum}`;
  return link(routes.file(fileId, 'money'), text === '' ? money : `${money}: ${text}`);
}

function EntryText({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { t } = useTranslation();
  switch (entry.kind) {
    case 'note':
      return (
        <>
          {link(routes.meeting(entry.note.id), entry.note.title)}
          {entry.marks.length > 0 && <Marks marks={entry.marks} />}
        </>
      );
    case 'taskAdded':
    case 'taskDone':
      return link(routes.file(entry.task.fileId, 'tasks'), entry.task.title);
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
    case 'engagementBegun':
    case 'engagementEnded':
      return link(routes.file(entry.engagement.fileId, 'engagements'), entry.engagement.title);
    case 'payment':
      return <PaymentText payment={entry.payment} />;
    case 'stage':
      return [standingName(t, entry.change), entry.change.reason].filter((part) => part !== '').join(': ');
    case 'consentGiven':
    case 'consentWithdrawn':
      return [t(`domain.consent.${entry.consent.kind}`), entry.consent.paper]
        .filter((part) => part !== '')
        .join(': ');
    case 'perk':
      return entry.text;
    case 'conflictCheck':
      return `${entry.check.queries.join(', ')}: ${t(`conflicts.decision.${entry.check.decision}`)}`;
    case 'imported':
      return t('clients.timeline.imported', { fileName: entry.fileName });
    default:
      return entry satisfies never;
  }
}

const Row = memo(({ entry }: { readonly entry: TimelineEntry }): ReactElement => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="entry" tabIndex={-1}>
      <span className="time">{entry.dayOnly === true ? '' : formatTime(entry.at, language)}</span>
      <span className="kind">{t(`clients.timeline.kind.${entry.kind}`)}</span>
      <span className="what">
        <EntryText entry={entry} />
      </span>
    </li>
  );
});
Row.displayName = 'Row';

/** Stands after the last entry that was made, and says when it comes near. */
function End({ onNear }: { readonly onNear: () => void }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  const tell = useEffectEvent(onNear);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) tell();
      },
      { rootMargin: NEAR },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return <div ref={ref} />;
}

interface DaysProps {
  readonly entries: readonly TimelineEntry[];
}

/** Entries by day. More of them are made as their end comes near, and those out of sight are not laid out. */
function Days({ entries }: DaysProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [most, setMost] = useState(FIRST);
  const days = useMemo(() => byDay(entries.slice(0, most)), [entries, most]);
  const today = dayOf(systemClock.now());
  return (
    <>
      {days.map(({ day, entries: own }) => (
        <section key={day} className={day > today ? 'day planned' : 'day'}>
          <Typography variant="h3" component="h2" className="head">
            {formatLongDay(day, language)}
            {day > today && ` · ${t('clients.timeline.planned')}`}
            {day === today && ` · ${t('clients.timeline.today')}`}
          </Typography>
          <ul>
            {own.map((entry) => (
              <Row key={entry.key} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {most < entries.length && <End key={most} onNear={() => setMost(most + MORE)} />}
    </>
  );
}

interface TimelineTabProps {
  readonly client: Client;
  readonly records: FileRecords;
  readonly onStartMeeting: () => void;
}

/** What happened in this file and what is planned, by day; narrowed to what is looked for. */
export function TimelineTab({ client, records, onStartMeeting }: TimelineTabProps): ReactElement {
  const { t } = useTranslation();
  const past = useFilePast(client);
  const entries = useMemo(() => timelineEntries(records, past), [records, past]);
  const [filter, setFilter] = useState(ALL_ENTRIES);
  const shown = useMemo(() => filterEntries(entries, filter), [entries, filter]);
  const list = useListKeys(t('clients.file.group'));
  if (entries.length === 0)
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
  return (
    <>
      <TimelineBar
        filter={filter}
        count={shown.length}
        onFilter={setFilter}
        onList={() => list.current?.querySelector<HTMLElement>('li a')?.focus()}
      />
      <Box ref={list} sx={timelineStyle}>
        <Days key={JSON.stringify(filter)} entries={shown} />
        {shown.length === 0 && (
          <Typography sx={{ pt: 4, color: 'quiet' }}>{t('clients.timeline.noneLeft')}</Typography>
        )}
      </Box>
    </>
  );
}
