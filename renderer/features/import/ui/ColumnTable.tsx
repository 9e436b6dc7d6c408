import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import {
  type ColumnField,
  customFieldOf,
  fieldsFor,
  type FieldName,
} from '#renderer/operations/import/fields.ts';
import type { ReadFile } from '#renderer/worker/import/protocol.ts';
import { examplesOf } from '../model/examples.ts';
import { changeColumn, type Understanding, useFlow } from '../model/flow.ts';
import { columnTitle } from '../model/titles.ts';

function fieldTitle(field: ColumnField, custom: readonly CustomField[], t: TFunction): string {
  if (field === '') return t('imports.columns.leave');
  const own = customFieldOf(field, custom);
  return own ? own.label : t(`imports.field.${field as FieldName}`);
}

interface ColumnRowProps {
  readonly column: number;
  readonly title: string;
  readonly examples: readonly string[];
  readonly how: Understanding;
}

function ColumnRow({ column, title, examples, how }: ColumnRowProps): ReactElement {
  const { t } = useTranslation();
  const { custom } = useFlow();
  const field = how.columns[column] ?? '';
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </TableCell>
      <TableCell sx={{ color: 'quiet', overflowWrap: 'anywhere', py: 1.5 }}>
        {examples.map((example) => (
          <Box component="span" key={example} sx={{ display: 'block' }}>
            {example}
          </Box>
        ))}
      </TableCell>
      <TableCell sx={{ py: 1.5 }}>
        <TextField
          select
          fullWidth
          value={field}
          onChange={(event) => changeColumn(column, event.target.value as ColumnField)}
          slotProps={{
            select: {
              displayEmpty: true,
              SelectDisplayProps: { 'aria-label': t('imports.columns.becomesOf', { column: title }) },
            },
          }}
        >
          {(['', ...fieldsFor(how.target, custom)] as const).map((one) => (
            <MenuItem key={one} value={one}>
              {fieldTitle(one, custom, t)}
            </MenuItem>
          ))}
        </TextField>
      </TableCell>
    </TableRow>
  );
}

/** Every column of the file that holds anything: its header, what stands in it, what it becomes. */
export function ColumnTable({
  read,
  how,
}: {
  readonly read: ReadFile;
  readonly how: Understanding;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = read.headers.flatMap((_, column) => {
    const examples = examplesOf(read, column, language);
    return examples.length === 0
      ? []
      : [{ column, examples, title: columnTitle(read, column, how.target, t) }];
  });
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2">{t('imports.columns.title')}</Typography>
      <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
        <Table aria-label={t('imports.columns.table')} sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '26%' }}>{t('imports.columns.column')}</TableCell>
              <TableCell>{t('imports.columns.examples')}</TableCell>
              <TableCell sx={{ width: '34%' }}>{t('imports.columns.becomes')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {columns.map(({ column, examples, title }) => (
              <ColumnRow key={column} column={column} title={title} examples={examples} how={how} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}
