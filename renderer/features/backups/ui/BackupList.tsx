import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backupSets, type BackupSet, recordsIn } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { formatMoment, formatNumber, formatSize } from '#shared/i18n/format.ts';
import type { ListedBackup } from '#shared/ipc/contract/backups.ts';

/** As many as a look takes in; the rest on demand. */
const SHOWN = 7;
const COLUMNS = 6;

function Row({ backup }: { readonly backup: BackupSet }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const records = recordsIn(backup);
  const remarks = [
    ...(backup.quarantined > 0 ? [t('backups.list.quarantined', { count: backup.quarantined })] : []),
    ...(backup.verified && !backup.sealed ? [t('backups.list.unsealed')] : []),
    ...(backup.shrunken ? [t('backups.list.shrunken')] : []),
  ];
  // Remarks have a line of their own: a column would be as narrow as its longest word.
  const last = remarks.length === 0 ? {} : { borderBottom: 0 };
  return (
    <>
      <TableRow sx={{ '& > td': last }}>
        <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatMoment(backup.madeAt, language)}</TableCell>
        <TableCell>{t(`backups.reason.${backup.reason ?? 'unknown'}`)}</TableCell>
        <TableCell align="right">{records === null ? '–' : formatNumber(records, language)}</TableCell>
        <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
          {formatSize(backup.size, language)}
        </TableCell>
        <TableCell align="right">{formatNumber(backup.placeIds.length, language)}</TableCell>
        <TableCell sx={{ whiteSpace: 'nowrap' }}>
          <Box component="span" sx={backup.verified ? {} : { color: 'warning.main' }}>
            {t(`backups.state.${backup.verified ? 'verified' : 'unverified'}`)}
          </Box>
        </TableCell>
      </TableRow>
      {remarks.length > 0 && (
        <TableRow>
          <TableCell colSpan={COLUMNS} sx={{ pt: 0, color: 'warning.main' }}>
            {remarks.join('; ')}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

/** The backups that are kept, newest first, each once however many places have it. */
export function BackupList({ list }: { readonly list: readonly ListedBackup[] }): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const [all, setAll] = useState(false);
  const sets = backupSets(list);
  const shown = all ? sets : sets.slice(0, SHOWN);
  return (
    <Box component="section" aria-labelledby={title} sx={{ display: 'grid', gap: 2 }}>
      <Typography id={title} variant="h3">
        {t('backups.list.title')}
      </Typography>
      {sets.length === 0 ? (
        <Typography sx={{ color: 'quiet' }}>{t('backups.list.empty')}</Typography>
      ) : (
        <Table size="small" aria-labelledby={title} sx={{ fontVariantNumeric: 'tabular-nums' }}>
          <TableHead>
            <TableRow>
              <TableCell>{t('backups.list.made')}</TableCell>
              <TableCell>{t('backups.list.reason')}</TableCell>
              <TableCell align="right">{t('backups.list.records')}</TableCell>
              <TableCell align="right">{t('backups.list.size')}</TableCell>
              <TableCell align="right">{t('backups.list.places')}</TableCell>
              <TableCell>{t('backups.list.state')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((backup) => (
              <Row key={backup.fileName} backup={backup} />
            ))}
          </TableBody>
        </Table>
      )}
      {shown.length < sets.length && (
        <div>
          <Button variant="text" onClick={() => setAll(true)}>
            {t('backups.list.all', { count: sets.length })}
          </Button>
        </div>
      )}
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('backups.list.keep')}
      </Typography>
    </Box>
  );
}
