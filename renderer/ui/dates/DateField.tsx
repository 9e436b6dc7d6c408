import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { parseDay } from './parse.ts';

interface DateFieldProps {
  readonly label: string;
  readonly value: IsoDate | null;
  /** Called with each day that is complete, and with null when the field is emptied. */
  readonly onChange: (value: IsoDate | null) => void;
  readonly required?: boolean;
  readonly sx?: TextFieldProps['sx'];
}

/** A day, typed as people write it, or picked from the calendar. */
export function DateField({ label, value, onChange, required = false, sx }: DateFieldProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = typed ?? (value === null ? '' : formatDay(value, language));
  const today = dayOf(systemClock.now());
  const unreadable = typed !== null && typed.trim() !== '' && parseDay(typed, today) === null;

  const type = (text: string): void => {
    setTyped(text);
    setLeft(false);
    const day = parseDay(text, today);
    if (day !== null || text.trim() === '') onChange(day);
  };
  const leave = (): void => {
    setLeft(true);
    if (!unreadable) setTyped(null);
  };
  const pick = (day: string): void => {
    setTyped(null);
    onChange(day === '' ? null : day);
  };
  return (
    <TextField
      label={label}
      value={shown}
      required={required}
      error={left && unreadable}
      helperText={
        left && unreadable ? t('shell.date.unreadable', { example: formatDay(today, language) }) : undefined
      }
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      {...(sx !== undefined && { sx })}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end" sx={{ position: 'relative', mr: -1 }}>
              <Box
                component="input"
                autoComplete="off"
                ref={calendar}
                type="date"
                tabIndex={-1}
                aria-hidden
                value={value ?? ''}
                onChange={(event) => pick(event.target.value)}
                sx={{ position: 'absolute', inset: 0, opacity: 0, pointerEvents: 'none', border: 0 }}
              />
              <IconButton
                aria-label={t('shell.date.calendar', { field: label })}
                onClick={() => calendar.current?.showPicker()}
              >
                <Box component="span" aria-hidden sx={{ typography: 'caption' }}>
                  ▾
                </Box>
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
