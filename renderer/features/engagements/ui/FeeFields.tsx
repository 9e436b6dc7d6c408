import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountField, CurrencyField } from '#renderer/entities/money/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import {
  agreedTotal,
  type EngagementBody,
  FEE_MODELS,
  type FeeModel,
  TIME_STEPS,
  withFeeModel,
} from '#shared/domain/engagement.ts';
import { timesOver } from '#shared/domain/money.ts';
import { formatMoney } from '#shared/i18n/format.ts';

interface FeeFieldsProps {
  readonly draft: EngagementBody;
  readonly change: (patch: Partial<EngagementBody>) => void;
}

/** Hours, of which two decimals can be typed, and the minutes that are stored. */
const hundredthHours = (minutes: number | null): number | null =>
  minutes === null ? null : timesOver(minutes, 100, 60);
const minutesOf = (hours: number | null): number | null =>
  hours === null || hours === 0 ? null : Math.max(1, timesOver(hours, 60, 100));

/** How time is charged. */
function TimeStepField({ draft, change }: FeeFieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('engagements.field.timeStep')}
      value={draft.timeStep}
      onChange={(event) => {
        const step = TIME_STEPS.find((one) => one === Number(event.target.value));
        if (step !== undefined) change({ timeStep: step });
      }}
      sx={{ gridColumn: 'span 3' }}
    >
      {TIME_STEPS.map((step) => (
        <MenuItem key={step} value={step}>
          {t('engagements.timeStep', { count: step })}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** How it is paid for, how much, and of how many. */
export function FeeFields({ draft, change }: FeeFieldsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { feeModel, price, currency, quantity } = draft;
  const total = agreedTotal(draft);
  return (
    <>
      <TextField
        select
        label={t('engagements.field.feeModel')}
        value={feeModel}
        onChange={(event) => change(withFeeModel(draft, event.target.value as FeeModel))}
        sx={{ gridColumn: 'span 3' }}
      >
        {FEE_MODELS.map((model) => (
          <MenuItem key={model} value={model}>
            {t(`domain.feeModel.${model}`)}
          </MenuItem>
        ))}
      </TextField>
      <AmountField
        label={t(`engagements.priceOf.${feeModel}`)}
        value={price}
        onChange={(to) => change({ price: to })}
        sx={{ gridColumn: 'span 2' }}
      />
      <CurrencyField value={currency} onChange={(to) => change({ currency: to })} />
      <AmountField
        label={t(`engagements.quantityOf.${feeModel}`)}
        value={quantity}
        onChange={(to) => change({ quantity: to === 0 ? null : to })}
        hint={
          total !== null && quantity !== 100
            ? t('engagements.total', { total: formatMoney(total, currency, language) })
            : undefined
        }
        sx={{ gridColumn: 'span 3' }}
      />
      {feeModel === 'prepaid' && (
        <AmountField
          label={t('engagements.field.packageHours')}
          value={hundredthHours(draft.packageMinutes)}
          onChange={(hours) => change({ packageMinutes: minutesOf(hours) })}
          sx={{ gridColumn: 'span 3' }}
        />
      )}
      {feeModel === 'deposit' && (
        <AmountField
          label={t('engagements.field.deposit')}
          value={draft.deposit}
          onChange={(deposit) => change({ deposit })}
          sx={{ gridColumn: 'span 3' }}
        />
      )}
      {feeModel === 'hourly' || feeModel === 'prepaid' ? (
        <TimeStepField draft={draft} change={change} />
      ) : (
        <TextField
          label={t('engagements.field.unit')}
          value={draft.unit}
          onChange={(event) => change({ unit: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ gridColumn: 'span 3' }}
        />
      )}
    </>
  );
}
