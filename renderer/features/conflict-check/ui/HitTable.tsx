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
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import type { ConflictHit } from '#shared/domain/conflict-check.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { reasonsText, roleText, strengthText } from '../model/words.ts';

const COLUMNS = [
  ['found', '30%'],
  ['role', '16%'],
  ['client', '18%'],
  ['why', '25%'],
  ['strength', '11%'],
] as const;

function HitRow({ hit, query }: { readonly hit: ConflictHit; readonly query: string | null }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const quiet = [
    hit.bearer !== '' && t('conflicts.now', { name: hit.bearer }),
    query !== null && t('conflicts.forQuery', { query }),
    hit.more > 0 && t('conflicts.more', { count: hit.more, number: formatNumber(hit.more, language) }),
  ].filter((part) => typeof part === 'string');
  return (
    <TableRow hover>
      <TableCell sx={{ overflowWrap: 'anywhere', verticalAlign: 'top' }}>
        <Box component="span" sx={{ fontWeight: hit.nameKind === 'text' ? undefined : 'fontWeightMedium' }}>
          {hit.found}
        </Box>
        {quiet.map((part) => (
          <Typography key={part} variant="caption" component="div" sx={{ color: 'quiet' }}>
            {part}
          </Typography>
        ))}
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top' }}>{roleText(hit, t)}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', verticalAlign: 'top' }}>
        <Link
          component={RouterLink}
          to={routes.file(hit.fileId, hit.place === 'party' ? 'people' : 'timeline')}
        >
          {hit.client}
        </Link>
      </TableCell>
      <TableCell sx={{ color: 'quiet', verticalAlign: 'top' }}>{reasonsText(hit, t)}</TableCell>
      <TableCell sx={{ verticalAlign: 'top' }}>{strengthText(hit.score, t)}</TableCell>
    </TableRow>
  );
}

/** What was found, the strongest first. */
export function HitTable({
  hits,
  queries,
}: {
  readonly hits: readonly ConflictHit[];
  readonly queries: readonly string[];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('conflicts.doc.hits')} sx={{ tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          {COLUMNS.map(([column, width]) => (
            <TableCell key={column} sx={{ width }}>
              {t(`conflicts.column.${column}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {hits.map((hit, index) => (
          // The list is made once and never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <HitRow key={index} hit={hit} query={queries.length > 1 ? (queries[hit.query] ?? null) : null} />
        ))}
      </TableBody>
    </Table>
  );
}
