import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMerges } from '#renderer/entities/duplicate/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { useClientNames } from '../model/useClientNames.ts';
import { TakeBackMerge } from './TakeBackMerge.tsx';

/** Every merge that was made, each to be taken back. */
export function EarlierMerges(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const merges = useMerges();
  const names = useClientNames(merges);
  if (!merges || !names || merges.length === 0) return null;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2, px: 6, py: 6 }}>
      <Typography variant="h2">{t('duplicates.earlier.title')}</Typography>
      <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
        <Table aria-label={t('duplicates.earlier.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('duplicates.earlier.when')}</TableCell>
              <TableCell>{t('duplicates.earlier.from')}</TableCell>
              <TableCell>{t('duplicates.earlier.into')}</TableCell>
              <TableCell>{t('duplicates.earlier.undo')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {merges.map((merge) => {
              const name = names.get(merge.from) ?? t('duplicates.earlier.erased');
              return (
                <TableRow key={merge.id} hover>
                  <TableCell>{formatMoment(merge.at, language)}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{name}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>
                    {names.get(merge.into) ?? t('duplicates.earlier.erased')}
                  </TableCell>
                  <TableCell sx={{ py: 1.5 }}>
                    {merge.undoneAt === null
                      ? names.has(merge.from) && <TakeBackMerge merge={merge} name={name} />
                      : t('duplicates.earlier.undone', { when: formatMoment(merge.undoneAt, language) })}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}
