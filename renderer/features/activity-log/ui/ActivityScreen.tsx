import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAuditEntries } from '#renderer/entities/audit/index.ts';
import { useClients } from '#renderer/entities/client/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { AuditEntry } from '#shared/domain/audit.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { within } from '../model/filter.ts';
import { detailsText } from '../model/words.ts';
import { LogActions } from './LogActions.tsx';

/** Lines shown at first and with each further step. */
const STEP = 200;

function Lines({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const clients = useClients();
  const names = useMemo(
    () => new Map<string, string>(clients?.map(({ fileId, name }) => [fileId, name])),
    [clients],
  );
  return (
    <Table aria-label={t('activity.title')}>
      <TableHead>
        <TableRow>
          <TableCell align="right">{t('activity.number')}</TableCell>
          <TableCell>{t('activity.when')}</TableCell>
          <TableCell>{t('activity.what')}</TableCell>
          <TableCell>{t('activity.details')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.id}>
            <TableCell align="right" sx={{ color: 'quiet' }}>
              {entry.seq}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap', color: 'quiet' }}>
              {formatMoment(entry.at, language)}
            </TableCell>
            <TableCell>{t(`activity.action.${entry.action}`)}</TableCell>
            <TableCell sx={{ color: 'quiet', overflowWrap: 'anywhere' }}>
              {detailsText(entry, (fileId) => names.get(fileId), t)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Everything the activity log tells, by date; checked and exported here. */
export function ActivityScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entries = useAuditEntries();
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [to, setTo] = useState<IsoDate | null>(null);
  const [shown, setShown] = useState(STEP);
  const found = useMemo(() => within(entries ?? [], from, to), [entries, from, to]);
  return (
    <>
      <ScreenHeader title={t('activity.title')} meta={t('activity.meta')}>
        <Button onClick={() => void navigate(routes.settings)}>{t('common.back')}</Button>
      </ScreenHeader>
      <Box sx={{ px: 6, pb: 8, display: 'grid', gap: 4, maxWidth: 1100 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end' }}>
          <DateField label={t('activity.from')} value={from} onChange={setFrom} />
          <DateField label={t('activity.to')} value={to} onChange={setTo} />
          <LogActions />
        </Box>
        {entries !== undefined && found.length === 0 ? (
          <EmptyState title={t('activity.empty.title')} text={t('activity.empty.text')} />
        ) : (
          <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
            <Lines entries={found.slice(0, shown)} />
          </Box>
        )}
        {found.length > shown && (
          <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
            <Button onClick={() => setShown(shown + STEP)}>{t('activity.older')}</Button>
            <Typography variant="body2" sx={{ color: 'quiet' }}>
              {t('activity.shown', { shown, all: found.length })}
            </Typography>
          </Box>
        )}
      </Box>
    </>
  );
}
