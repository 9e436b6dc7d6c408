import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTime } from './parse.ts';

interface TimeFieldProps {
  readonly label: string;
  /** `HH:mm`. */
  readonly value: string;
  /** Called with each time that is complete. */
  readonly onChange: (value: string) => void;
}

/** A time of day, typed as people write it. */
export function TimeField({ label, value, onChange }: TimeFieldProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const unreadable = typed !== null && parseTime(typed) === null;
  const type = (text: string): void => {
    setTyped(text);
    setLeft(false);
    const time = parseTime(text);
    if (time !== null) onChange(time);
  };
  const leave = (): void => {
    setLeft(true);
    if (!unreadable) setTyped(null);
  };
  return (
    <TextField
      label={label}
      value={typed ?? value}
      error={left && unreadable}
      helperText={left && unreadable ? t('shell.date.timeUnreadable') : undefined}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      sx={{ width: 88 }}
    />
  );
}
