import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DATE_ORDERS, IMPORT_TARGETS } from '#shared/domain/import.ts';
import { DELIMITERS } from '#renderer/worker/import/delimited.ts';
import { ENCODINGS } from '#renderer/worker/import/encoding.ts';
import type { ReadFile } from '#renderer/worker/import/protocol.ts';
import { customFieldOf } from '#renderer/operations/import/fields.ts';
import { FallbackFile } from './FallbackFile.tsx';
import { changeHow, changeOptions, type Understanding, useFlow } from '../model/flow.ts';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
}

function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
}: ChoiceProps<Value>): ReactElement {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
      {...(hint !== undefined && { helperText: hint })}
    >
      {options.map(([one, text]) => (
        <MenuItem key={one} value={one}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;
const DECIMAL_NAMES = { ',': 'comma', '.': 'point' } as const;
const DATES: ReadonlySet<string> = new Set(['birthDate', 'acquiredOn', 'anniversary', 'day']);

function FileChoices({ read }: { readonly read: ReadFile }): ReactElement {
  const { t } = useTranslation();
  const { encoding, delimiter, sheets, sheet, sure } = read;
  return (
    <>
      {encoding !== null && (
        <Choice
          label={t('imports.how.encoding')}
          value={encoding}
          options={ENCODINGS.map((one) => [one, t(`imports.encoding.${one}`)])}
          onChange={(next) => changeOptions({ encoding: next })}
          {...(!sure && { hint: t('imports.how.unsure') })}
        />
      )}
      {delimiter !== null && (
        <Choice
          label={t('imports.how.delimiter')}
          value={delimiter}
          options={DELIMITERS.map((one) => [one, t(`imports.delimiter.${DELIMITER_NAMES[one]}`)])}
          onChange={(next) => changeOptions({ delimiter: next })}
        />
      )}
      {sheets.length > 1 && (
        <Choice
          label={t('imports.how.sheet')}
          value={String(sheet)}
          options={sheets.map((name, index) => [String(index), name])}
          onChange={(next) => changeOptions({ sheet: Number(next) })}
        />
      )}
    </>
  );
}

/** How the file is read: what was detected, each of it to be chosen otherwise. */
export function HowRead({
  read,
  how,
}: {
  readonly read: ReadFile;
  readonly how: Understanding;
}): ReactElement {
  const { t } = useTranslation();
  const { custom } = useFlow();
  const { columns, target, dateOrder, decimal, contacts } = how;
  const kinds = new Set(columns.map((field) => customFieldOf(field, custom)?.kind));
  const dated = kinds.has('date') || columns.some((field) => DATES.has(field));
  const counted = kinds.has('number') || kinds.has('money');
  const both =
    columns.includes('organisation') && columns.some((field) => field === 'name' || field === 'lastName');
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3 }}>
      <Typography variant="h2">{t('imports.how.title')}</Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
          alignItems: 'start',
        }}
      >
        <Choice
          label={t('imports.how.target')}
          value={target}
          options={IMPORT_TARGETS.map((one) => [one, t(`imports.target.${one}`)])}
          onChange={(next) => changeHow({ target: next })}
        />
        {target !== 'clients' && <FallbackFile fileId={how.fallback} />}
        <FileChoices read={read} />
        {dated && (
          <Choice
            label={t('imports.how.dates')}
            value={dateOrder}
            options={DATE_ORDERS.map((one) => [one, t(`imports.order.${one}`)])}
            onChange={(next) => changeHow({ dateOrder: next })}
          />
        )}
        {counted && (
          <Choice
            label={t('imports.how.decimal')}
            value={decimal}
            options={([',', '.'] as const).map((one) => [
              one,
              t(`imports.decimalSign.${DECIMAL_NAMES[one]}`),
            ])}
            onChange={(next) => changeHow({ decimal: next })}
          />
        )}
        {target === 'clients' && both && (
          <Choice
            label={t('imports.how.contacts')}
            value={contacts ? 'yes' : 'no'}
            options={[
              ['yes', t('imports.how.contactsYes')],
              ['no', t('imports.how.contactsNo')],
            ]}
            onChange={(next) => changeHow({ contacts: next === 'yes' })}
          />
        )}
      </Box>
    </Box>
  );
}
