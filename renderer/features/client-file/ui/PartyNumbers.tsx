import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NUMBER_KINDS, type NumberKind, type RegisteredNumber } from '#shared/domain/numbers/kinds.ts';
import { formatNumber, numberProblem, recognisedNumber } from '#shared/domain/numbers/numbers.ts';

interface NumberLineProps {
  readonly number: RegisteredNumber;
  readonly onChange: (number: RegisteredNumber) => void;
  readonly onRemove: () => void;
}

function NumberLine({ number, onChange, onRemove }: NumberLineProps): ReactElement {
  const { t } = useTranslation();
  const { kind, value } = number;
  const recognised = kind === 'other' ? recognisedNumber(value) : null;
  const problem = numberProblem(kind, value);
  const shown = formatNumber(kind, value);
  const name = `${t(`domain.numberKind.${kind}`)} ${value}`.trim();
  return (
    <>
      <TextField
        select
        label={t('clientProfile.number.kind')}
        value={kind}
        onChange={(event) => onChange({ kind: event.target.value as NumberKind, value })}
        sx={{ gridColumn: 'span 2' }}
      >
        {NUMBER_KINDS.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`domain.numberKind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ gridColumn: 'span 4', display: 'flex', gap: 2, alignItems: 'start' }}>
        <TextField
          label={t('clientProfile.number.value')}
          value={value}
          helperText={
            problem ? t(`clientProfile.number.problem.${problem}`) : shown === value ? undefined : shown
          }
          onChange={(event) => onChange({ kind, value: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ flex: 1 }}
        />
        <Button
          aria-label={t('settings.ownFields.removeName', { field: name })}
          onClick={onRemove}
          sx={{ mt: 6 }}
        >
          {t('common.remove')}
        </Button>
      </Box>
      {recognised && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Button variant="text" onClick={() => onChange(recognised)}>
            {t('clientProfile.number.recognised', { kind: t(`domain.numberKind.${recognised.kind}`) })}
          </Button>
        </Box>
      )}
    </>
  );
}

interface PartyNumbersProps {
  readonly numbers: readonly RegisteredNumber[];
  readonly onChange: (numbers: RegisteredNumber[]) => void;
}

/** Registration and tax numbers and accounts of somebody in a file. A wrong one is told of and stored. */
export function PartyNumbers({ numbers, onChange }: PartyNumbersProps): ReactElement {
  const { t } = useTranslation();
  // Lines have nothing that stays but their place.
  const lines = numbers.map((number, at) => ({ key: String(at), at, number }));
  return (
    <>
      {lines.map(({ key, at, number }) => (
        <NumberLine
          key={key}
          number={number}
          onChange={(changed) => onChange(numbers.with(at, changed))}
          onRemove={() => onChange(numbers.toSpliced(at, 1))}
        />
      ))}
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Button onClick={() => onChange([...numbers, { kind: numbers.at(-1)?.kind ?? 'other', value: '' }])}>
          {t('clientProfile.number.add')}
        </Button>
      </Box>
    </>
  );
}
