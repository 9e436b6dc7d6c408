import type { TextFieldProps } from '@mui/material/TextField';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { ParsedField } from '#renderer/ui/ParsedField.tsx';
import { hundredthsFrom, hundredthsText, MOST_MONEY } from '#shared/domain/money.ts';

interface AmountFieldProps {
  readonly label: string;
  /** Hundredths: minor units of money, or of what is counted. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value that was read. */
  readonly problem?: string | undefined;
  readonly unit?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly sx?: TextFieldProps['sx'];
}

/** Not more than sums can hold. */
const read = (text: string): number | null => {
  const value = hundredthsFrom(text);
  return value === null || value > MOST_MONEY ? null : value;
};

/** An amount or a quantity with at most two decimals. */
export function AmountField(props: AmountFieldProps): ReactElement {
  const { t } = useTranslation();
  const separator = useLanguage() === 'en' ? '.' : ',';
  const write = (value: number): string => hundredthsText(value, separator);
  return (
    <ParsedField
      {...props}
      read={read}
      write={write}
      unreadable={t('money.unreadable', { example: write(1_234_550) })}
    />
  );
}
