import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { type ReactElement, type ReactNode, useState } from 'react';

interface ParsedFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** Null: the text cannot be read. */
  readonly read: (text: string) => number | null;
  readonly write: (value: number) => string;
  /** Called with each text that can be read, and with null when the field is emptied. */
  readonly onChange: (value: number | null) => void;
  /** Said while the text cannot be read. */
  readonly unreadable: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value that was read. */
  readonly problem?: string | undefined;
  readonly unit?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly sx?: TextFieldProps['sx'];
}

/** A number that is typed as people write it. A form that holds one that cannot be read is not sent. */
export function ParsedField({
  label,
  value,
  read,
  write,
  onChange,
  unreadable,
  hint,
  problem,
  unit,
  required = false,
  autoFocus = false,
  sx,
}: ParsedFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && read(typed) === null;
  const type = (text: string): void => {
    setTyped(text);
    const number = read(text);
    if (number !== null || text.trim() === '') onChange(number);
  };
  return (
    <TextField
      label={label}
      value={typed ?? (value === null ? '' : write(value))}
      required={required}
      autoFocus={autoFocus}
      error={wrong || problem !== undefined}
      helperText={wrong ? unreadable : (problem ?? hint)}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
      slotProps={{
        input: { endAdornment: unit },
        htmlInput: { inputMode: 'decimal', maxLength: 30, ...(wrong && { 'data-unreadable': '' }) },
      }}
      {...(sx !== undefined && { sx })}
    />
  );
}
