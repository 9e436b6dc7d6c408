import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { priceDetails, priceText, useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { useMoneyOf } from '#renderer/entities/money/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { useTasksOf } from '#renderer/entities/task/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import { accountsOf, prepaidLeft } from '#shared/domain/account.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { CURRENCY_OF } from '#shared/domain/money.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import { engagementFacts } from '#shared/domain/own-fields.ts';
import { dayOf, formatDay, formatMinutes, formatMoney, formatPercent } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { inOrder } from '../model/order.ts';
import { EngagementDialog } from './EngagementDialog.tsx';

const Quiet = ({ text }: { readonly text: string }): ReactElement | null =>
  text === '' ? null : (
    <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
      {text}
    </Typography>
  );

function EngagementRow({
  engagement,
  tasks,
  entries,
  facts,
  onEdit,
}: {
  readonly engagement: Engagement;
  /** How many tasks of it are open. */
  readonly tasks: number;
  /** What was charged and paid for it. */
  readonly entries: readonly MoneyEntry[];
  /** What it says in the practice's own fields. */
  readonly facts: ReturnType<typeof engagementFacts>;
  readonly onEdit: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = { engagements: [engagement], entries };
  const left = prepaidLeft(own);
  const open =
    accountsOf(own, dayOf(systemClock.now())).find((one) => one.currency === engagement.currency)?.open ?? 0;
  const { currency, fileId, title, feeModel, contract, contractOn, startOn, endOn, status, progress } =
    engagement;
  const day = (date: string | null): string => (date === null ? '' : formatDay(date, language));
  const contractText = (name: string, of: string): string =>
    name === '' && of !== ''
      ? `${t('engagements.field.contractOn')} ${of}`
      : [name, of].filter((part) => part !== '').join(', ');
  const over = status === 'done' || status === 'cancelled';
  return (
    <TableRow hover>
      <TableCell>
        <Link
          component="button"
          type="button"
          underline="hover"
          onClick={onEdit}
          sx={{ typography: 'body2', textAlign: 'left', ...(over && { color: 'quiet' }) }}
        >
          {title}
        </Link>
        <Quiet text={contractText(contract, day(contractOn))} />
        <NotForClient>
          {facts.map(({ label, text }) => (
            <Quiet key={label} text={t('engagements.ownField', { label, text })} />
          ))}
        </NotForClient>
        {tasks > 0 && (
          <Link component={RouterLink} to={routes.file(fileId, 'tasks')} variant="caption" underline="hover">
            {t('engagements.openTasks', { count: tasks })}
          </Link>
        )}
      </TableCell>
      <TableCell>
        {t(`domain.engagementStatus.${status}`)}
        <Quiet text={status === 'active' || status === 'paused' ? formatPercent(progress, language) : ''} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {[day(startOn), day(endOn)].filter((part) => part !== '').join(' – ')}
      </TableCell>
      <TableCell>
        {t(`domain.feeModel.${feeModel}`)}
        <Quiet text={priceDetails(engagement, t, language)} />
        <Quiet
          text={
            left === null || over
              ? ''
              : t(left < 0 ? 'money.prepaidOver' : 'money.prepaidLeft', {
                  time: formatMinutes(Math.abs(left), language),
                })
          }
        />
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {priceText(engagement, t, language)}
        <Quiet
          text={open === 0 ? '' : t('engagements.open', { amount: formatMoney(open, currency, language) })}
        />
      </TableCell>
    </TableRow>
  );
}

/** The work that is done for a client, and what was agreed on it. */
export function EngagementsTab({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const engagements = useEngagementsOf(fileId);
  const tasks = useTasksOf(fileId);
  const tasksOf = ({ id }: Engagement): number =>
    tasks?.filter(({ engagementId, doneAt }) => engagementId === id && doneAt === null).length ?? 0;
  const money = useMoneyOf(fileId);
  const practice = usePractice();
  const parties = usePartiesOf(fileId);
  const language = useLanguage();
  const words = {
    language,
    yes: t('register.yes'),
    no: t('register.no'),
    partyName: (id: string) => parties?.find((party) => party.id === id)?.name,
  };
  const listed = useMemo(() => inOrder(engagements ?? []), [engagements]);
  const [editing, setEditing] = useState<Engagement | 'new' | null>(null);
  const list = useListKeys<HTMLTableElement>(t('clients.file.group'));
  useCommands([
    {
      id: 'file.engagement',
      writes: true,
      title: t('engagements.add'),
      group: t('clients.file.group'),
      keys: 'a',
      run: () => setEditing('new'),
    },
  ]);
  if (!engagements || !practice) return null;
  const add = (
    <Writes>
      <Button onClick={() => setEditing('new')}>
        {t('engagements.add')}
        <KeyHint keys="a" />
      </Button>
    </Writes>
  );
  return (
    <>
      {listed.length === 0 ? (
        <EmptyState title={t('engagements.empty.title')} text={t('engagements.empty.text')} action={add} />
      ) : (
        <>
          <Table ref={list} aria-label={t('clients.tab.engagements')} sx={{ '& td': { py: 1 } }}>
            <TableHead>
              <TableRow>
                <TableCell>{t('engagements.column.title')}</TableCell>
                <TableCell>{t('engagements.field.status')}</TableCell>
                <TableCell>{t('engagements.column.time')}</TableCell>
                <TableCell>{t('engagements.field.feeModel')}</TableCell>
                <TableCell align="right">{t('engagements.column.price')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {listed.map((engagement) => (
                <EngagementRow
                  key={engagement.id}
                  engagement={engagement}
                  tasks={tasksOf(engagement)}
                  entries={money?.filter(({ engagementId }) => engagementId === engagement.id) ?? []}
                  facts={engagementFacts(engagement, practice, words)}
                  onEdit={() => setEditing(engagement)}
                />
              ))}
            </TableBody>
          </Table>
          <Box sx={{ p: 3, borderTop: 1, borderColor: 'line' }}>{add}</Box>
        </>
      )}
      {editing !== null && (
        <EngagementDialog
          fileId={fileId}
          engagement={editing === 'new' ? null : editing}
          currency={engagements.at(-1)?.currency ?? CURRENCY_OF[practice.language]}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
