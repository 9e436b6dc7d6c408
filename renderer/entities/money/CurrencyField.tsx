import MenuItem from '@mui/material/MenuItem';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCIES, type Currency } from '#shared/domain/money.ts';

interface CurrencyFieldProps {
  readonly value: Currency;
  readonly onChange: (value: Currency) => void;
  readonly sx?: TextFieldProps['sx'];
}

/** What an amount is in. */
export function CurrencyField({ value, onChange, sx }: CurrencyFieldProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('money.field.currency')}
      value={value}
      onChange={(event) => onChange(event.target.value as Currency)}
      {...(sx !== undefined && { sx })}
    >
      {CURRENCIES.map((currency) => (
        <MenuItem key={currency} value={currency}>
          {currency}
        </MenuItem>
      ))}
    </TextField>
  );
}
