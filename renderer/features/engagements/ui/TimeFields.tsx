import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountField, CurrencyField } from '#renderer/entities/money/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { ParsedField } from '#renderer/ui/ParsedField.tsx';
import { TIME_STEPS } from '#shared/domain/engagement.ts';
import {
  countedMinutes,
  type EntryTime,
  minutesFrom,
  minutesText,
  timeAmount,
} from '#shared/domain/money-entry.ts';
import { formatMinutes, formatMoney } from '#shared/i18n/format.ts';
import type { EntryDraft } from '../model/new-entry.ts';

interface TimeFieldsProps {
  readonly time: EntryTime;
  readonly draft: EntryDraft;
  readonly change: (patch: Partial<EntryDraft>) => void;
}

const readMinutes = (text: string): number | null => {
  const minutes = minutesFrom(text);
  return minutes === null || minutes === 0 ? null : minutes;
};

/** How long, at what rate, in which steps; and what it comes to. */
export function TimeFields({ time, draft, change }: TimeFieldsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = (patch: Partial<EntryTime>): void => change({ time: { ...time, ...patch } });
  return (
    <>
      <ParsedField
        autoFocus
        required
        label={t('money.field.minutes')}
        value={time.minutes}
        read={readMinutes}
        write={minutesText}
        unreadable={t('money.timeUnreadable')}
        onChange={(minutes) => {
          if (minutes !== null) set({ minutes });
        }}
        sx={{ gridColumn: 'span 2' }}
      />
      <AmountField
        label={t('money.field.rate')}
        value={time.rate === 0 ? null : time.rate}
        onChange={(rate) => set({ rate: rate ?? 0 })}
        sx={{ gridColumn: 'span 2' }}
      />
      <CurrencyField
        value={draft.currency}
        onChange={(currency) => change({ currency })}
        sx={{ gridColumn: 'span 2' }}
      />
      <TextField
        select
        label={t('engagements.field.timeStep')}
        value={time.step}
        onChange={(event) => {
          const step = TIME_STEPS.find((one) => one === Number(event.target.value));
          if (step !== undefined) set({ step });
        }}
        sx={{ gridColumn: 'span 3' }}
      >
        {TIME_STEPS.map((step) => (
          <MenuItem key={step} value={step}>
            {t('engagements.timeStep', { count: step })}
          </MenuItem>
        ))}
      </TextField>
      <Typography
        component="output"
        variant="body2"
        sx={{ gridColumn: 'span 3', alignSelf: 'center', color: 'quiet' }}
      >
        {time.rate === 0
          ? t('money.notCharged', { time: formatMinutes(countedMinutes(time), language) })
          : t('money.timeComesTo', {
              time: formatMinutes(countedMinutes(time), language),
              amount: formatMoney(timeAmount(time), draft.currency, language),
            })}
      </Typography>
    </>
  );
}
