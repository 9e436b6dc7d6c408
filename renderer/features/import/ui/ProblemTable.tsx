import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import type { Problem } from '#renderer/operations/import/row-reader.ts';
import { useFlow } from '../model/flow.ts';
import { saveProblems } from '../model/save-problems.ts';
import { headerTitle } from '../model/titles.ts';

const SHOWN = 50;
const COLUMNS = ['row', 'column', 'value', 'reason', 'outcome'] as const;

type Said = { readonly fileName: string; readonly folder: string } | { readonly failure: unknown } | null;

/** What of the file is not understood, and the list of it as a file. */
export function ProblemTable({ problems: found }: { readonly problems: readonly Problem[] }): ReactElement {
  const { t } = useTranslation();
  const { read, how } = useFlow();
  const problems =
    read && how
      ? found.map((one) => ({
          ...one,
          column: headerTitle(one.column, { format: read.format, target: how.target }, t),
        }))
      : found;
  const language = useLanguage();
  const [said, setSaid] = useState<Said>(null);
  const more = problems.length - SHOWN;
  const save = (): void => {
    setSaid(null);
    saveProblems(problems, t).then(setSaid, (failure: unknown) => setSaid({ failure }));
  };
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Typography variant="h2">{t('imports.problems.title')}</Typography>
      <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line', width: '100%' }}>
        <Table aria-label={t('imports.problems.table')} sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              {COLUMNS.map((column) => (
                <TableCell key={column} sx={{ width: column === 'row' ? '8%' : undefined }}>
                  {t(`imports.problems.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {problems.slice(0, SHOWN).map(({ row, column, value, reason, fatal }) => (
              <TableRow key={`${String(row)} ${column} ${reason}`}>
                <TableCell>{formatNumber(row, language)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{column}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{value}</TableCell>
                <TableCell sx={{ py: 1.5 }}>{t(`imports.problem.${reason}`)}</TableCell>
                <TableCell>{t(`imports.problems.${fatal ? 'fatal' : 'part'}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {more > 0 && (
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('imports.problems.more', { count: more, number: formatNumber(more, language) })}
        </Typography>
      )}
      <Button onClick={save}>{t('imports.problems.save')}</Button>
      <Box role="status">
        {said && 'fileName' in said && <Alert severity="success">{t('imports.problems.saved', said)}</Alert>}
        {said && 'failure' in said && <FailureMessage failure={said.failure} onRetry={save} />}
      </Box>
    </Box>
  );
}
