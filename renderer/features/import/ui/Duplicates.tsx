import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { DUPLICATE_RULES, type DuplicateRule } from '#shared/domain/import.ts';
import type { Recognised } from '../model/recognised.ts';
import { changeRule, decide, useFlow } from '../model/flow.ts';

const PAGE = 50;
const COLUMNS = [
  ['row', '8%'],
  ['inFile', '27%'],
  ['there', '27%'],
  ['why', '12%'],
  ['decision', '26%'],
] as const;

function DuplicateRow({ row, name, match }: Recognised): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const decision = useFlow(({ single, rule }) => single.get(row) ?? rule);
  const number = formatNumber(row, language);
  return (
    <TableRow hover>
      <TableCell>{number}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>{name}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        {match.fileId === undefined ? (
          t('imports.duplicates.earlierRow', { name: match.name })
        ) : (
          <Link component={RouterLink} to={routes.file(match.fileId)}>
            {match.name}
          </Link>
        )}
      </TableCell>
      <TableCell>{t(`imports.why.${match.why}`)}</TableCell>
      <TableCell sx={{ py: 1.5 }}>
        <TextField
          select
          fullWidth
          value={decision}
          onChange={(event) => decide(row, event.target.value as DuplicateRule)}
          slotProps={{
            select: {
              SelectDisplayProps: { 'aria-label': t('imports.duplicates.decisionOf', { number, name }) },
            },
          }}
        >
          {DUPLICATE_RULES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`imports.decision.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </TableCell>
    </TableRow>
  );
}

/** The rows that are there already: one rule for all, and a decision for each that wants another. */
export function Duplicates({ rows }: { readonly rows: readonly Recognised[] }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const rule = useFlow((flow) => flow.rule);
  const [shown, setShown] = useState(PAGE);
  const more = rows.length - shown;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
      <Typography variant="h2">{t('imports.duplicates.title')}</Typography>
      <TextField
        select
        label={t('imports.duplicates.rule')}
        value={rule}
        onChange={(event) => changeRule(event.target.value as DuplicateRule)}
        helperText={`${t(`imports.decisionHint.${rule}`)} ${t('imports.duplicates.ruleHint')}`}
        sx={{ width: 420 }}
      >
        {DUPLICATE_RULES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`imports.decision.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line', width: '100%' }}>
        <Table aria-label={t('imports.duplicates.table')} sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              {COLUMNS.map(([column, width]) => (
                <TableCell key={column} sx={{ width }}>
                  {t(`imports.duplicates.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.slice(0, shown).map((one) => (
              <DuplicateRow key={one.row} {...one} />
            ))}
          </TableBody>
        </Table>
      </Box>
      {more > 0 && (
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('imports.duplicates.more', { count: more, number: formatNumber(more, language) })}
          </Typography>
          <Button onClick={() => setShown(shown + PAGE)}>{t('imports.duplicates.showMore')}</Button>
        </Box>
      )}
    </Box>
  );
}
