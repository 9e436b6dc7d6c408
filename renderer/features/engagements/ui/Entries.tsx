import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import { countedMinutes, inColumns, type MoneyEntry } from '#shared/domain/money-entry.ts';
import { formatDay, formatMinutes, formatMoney } from '#shared/i18n/format.ts';

interface EntriesProps {
  readonly entries: readonly MoneyEntry[];
  readonly engagements: readonly Engagement[];
  readonly onEdit: (entry: MoneyEntry) => void;
}

function EntryRow({
  entry,
  engagement,
  onEdit,
}: {
  readonly entry: MoneyEntry;
  readonly engagement: Engagement | undefined;
  readonly onEdit: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, text, day, dueOn, currency, time, number } = entry;
  const kindText = t(`domain.moneyKind.${kind}`);
  const money = (amount: number | null): string =>
    amount === null ? '' : formatMoney(amount, currency, language);
  const { toPay, paid } = inColumns(entry);
  const about = [
    text === '' ? '' : kindText,
    time === null ? '' : formatMinutes(countedMinutes(time), language),
    engagement?.title ?? '',
    number,
  ];
  return (
    <TableRow hover>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDay(day, language)}</TableCell>
      <TableCell>
        <Link
          component="button"
          type="button"
          underline="hover"
          onClick={onEdit}
          sx={{ typography: 'body2', textAlign: 'left' }}
        >
          {text === '' ? kindText : text}
        </Link>
        <Typography variant="caption" component="div" sx={{ color: 'quiet' }}>
          {about.filter((part) => part !== '').join(' · ')}
        </Typography>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{dueOn === null ? '' : formatDay(dueOn, language)}</TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {money(toPay)}
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {money(paid)}
      </TableCell>
    </TableRow>
  );
}

/** What was charged, worked and paid, the latest first. */
export function Entries({ entries, engagements, onEdit }: EntriesProps): ReactElement {
  const { t } = useTranslation();
  const list = useListKeys<HTMLTableElement>(t('clients.file.group'));
  return (
    <Table ref={list} aria-label={t('money.entries')} sx={{ '& td': { py: 1 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('money.column.day')}</TableCell>
          <TableCell>{t('money.column.what')}</TableCell>
          <TableCell>{t('money.field.dueOn')}</TableCell>
          <TableCell align="right">{t('money.column.charged')}</TableCell>
          <TableCell align="right">{t('money.column.paid')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            engagement={engagements.find(({ id }) => id === entry.engagementId)}
            onEdit={() => onEdit(entry)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
