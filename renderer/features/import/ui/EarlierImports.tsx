import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useImports } from '#renderer/entities/import/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { Imported } from '#shared/domain/import.ts';
import { formatMoment, formatNumber } from '#shared/i18n/format.ts';
import { TakeBack } from './TakeBack.tsx';

const COUNTED = ['added', 'updated', 'skipped', 'failed'] as const;

function ImportRow({ one }: { readonly one: Imported }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const when = formatMoment(one.at, language);
  const facts = COUNTED.filter((what) => one[what] > 0).map((what) =>
    t(`imports.done.${what}`, { count: one[what], number: formatNumber(one[what], language) }),
  );
  return (
    <TableRow hover>
      <TableCell>{when}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>{one.fileName}</TableCell>
      <TableCell>{t(`imports.target.${one.target}`)}</TableCell>
      <TableCell>{facts.join(' · ')}</TableCell>
      <TableCell sx={{ py: 1.5 }}>
        {one.undoneAt === null ? (
          <Writes>
            <TakeBack
              importId={one.id}
              label={t('imports.earlier.undo')}
              name={t('imports.earlier.undoOf', { when })}
            />
          </Writes>
        ) : (
          t('imports.earlier.undone', { when: formatMoment(one.undoneAt, language) })
        )}
      </TableCell>
    </TableRow>
  );
}

/** Every import that was made, each to be taken back. */
export function EarlierImports(): ReactElement | null {
  const { t } = useTranslation();
  const imports = useImports();
  if (!imports) return null;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2">{t('imports.earlier.title')}</Typography>
      {imports.length === 0 ? (
        <Typography sx={{ color: 'quiet' }}>{t('imports.earlier.empty')}</Typography>
      ) : (
        <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
          <Table aria-label={t('imports.earlier.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('imports.earlier.when')}</TableCell>
                <TableCell>{t('imports.earlier.file')}</TableCell>
                <TableCell>{t('imports.earlier.what')}</TableCell>
                <TableCell>{t('imports.earlier.result')}</TableCell>
                <TableCell>{t('imports.earlier.undo')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {imports.map((one) => (
                <ImportRow key={one.id} one={one} />
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}
