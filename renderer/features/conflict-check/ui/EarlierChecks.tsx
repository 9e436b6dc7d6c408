import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useConflictChecks } from '#renderer/entities/conflict-check/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { formatMoment, formatNumber } from '#shared/i18n/format.ts';

/** The checks that were kept, to be opened and printed again. */
export function EarlierChecks(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const checks = useConflictChecks();
  if (!checks) return null;
  return (
    <Box component="section" aria-label={t('conflicts.earlier')} sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2">{t('conflicts.earlier')}</Typography>
      {checks.length === 0 ? (
        <Typography sx={{ color: 'quiet' }}>{t('conflicts.earlierEmpty.text')}</Typography>
      ) : (
        <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
          <Table aria-label={t('conflicts.earlier')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('conflicts.when')}</TableCell>
                <TableCell>{t('conflicts.what')}</TableCell>
                <TableCell align="right">{t('conflicts.doc.hits')}</TableCell>
                <TableCell>{t('conflicts.decide')}</TableCell>
                <TableCell>{t('conflicts.by')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {checks.map((check) => {
                const when = formatMoment(check.checkedAt, language);
                return (
                  <TableRow key={check.id} hover>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>
                      <Link
                        component={RouterLink}
                        to={routes.conflictCheck(check.id)}
                        aria-label={t('conflicts.openRecord', { when })}
                      >
                        {when}
                      </Link>
                    </TableCell>
                    <TableCell sx={{ overflowWrap: 'anywhere' }}>{check.queries.join('; ')}</TableCell>
                    <TableCell align="right">{formatNumber(check.hitCount, language)}</TableCell>
                    <TableCell>{t(`conflicts.decision.${check.decision}`)}</TableCell>
                    <TableCell>{check.decidedBy}</TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}
