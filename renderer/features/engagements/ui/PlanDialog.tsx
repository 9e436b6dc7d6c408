import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '#renderer/entities/history/index.ts';
import { AmountField, moneyCommands } from '#renderer/entities/money/index.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { ParsedField } from '#renderer/ui/ParsedField.tsx';
import { agreedTotal, type Engagement } from '#shared/domain/engagement.ts';
import { type FileId, recordIdSchema } from '#shared/domain/ids.ts';
import { isCharge, type MoneyEntry } from '#shared/domain/money-entry.ts';
import { isoDateSchema } from '#shared/domain/values.ts';
import { dayOf, formatDay, formatMoney } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { instalments } from '../model/instalments.ts';

/** Most parts that an amount is split into. */
const MOST_PARTS = 120;

const planSchema = z.object({
  engagementId: recordIdSchema.nullable(),
  /** Minor units. */
  total: z.number().int().nullable(),
  count: z.number().int().min(1).max(MOST_PARTS),
  first: isoDateSchema,
});
type Plan = z.infer<typeof planSchema>;

interface PlanDialogProps {
  readonly fileId: FileId;
  readonly engagements: readonly Engagement[];
  readonly entries: readonly MoneyEntry[];
  readonly onClose: () => void;
}

const readCount = (text: string): number | null => {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= MOST_PARTS ? count : null;
};

/** What was agreed on for an engagement and is not charged yet. */
function leftOf(engagement: Engagement | undefined, entries: readonly MoneyEntry[]): number | null {
  const total = engagement ? agreedTotal(engagement) : null;
  if (total === null) return null;
  const charged = entries
    .filter((entry) => entry.engagementId === engagement?.id && isCharge(entry))
    .reduce((sum, { amount }) => sum + amount, 0);
  return charged < total ? total - charged : null;
}

/** Splits what is to be paid for an engagement into instalments, one a month. */
export function PlanDialog({ fileId, engagements, entries, onClose }: PlanDialogProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const first = engagements.find(({ feeModel }) => feeModel === 'instalments') ?? engagements[0];
  const today = dayOf(systemClock.now());
  const form = useForm<Plan>({
    fileId,
    form: 'instalments',
    schema: planSchema,
    start: { engagementId: first?.id ?? null, total: leftOf(first, entries), count: 3, first: today },
    store: async ({ engagementId, total, count, first: begins }) => {
      const currency = engagements.find(({ id }) => id === engagementId)?.currency;
      if (total === null || currency === undefined) return;
      await moneyCommands.addAll(
        fileId,
        instalments(total, count, begins).map(({ amount, dueOn }, index) => ({
          kind: 'instalment',
          engagementId,
          text: t('money.plan.part', { index: index + 1, total: count }),
          day: today,
          dueOn,
          amount,
          currency,
          time: null,
          number: '',
        })),
      );
    },
  });
  const { draft, change } = form;
  const chosen = engagements.find(({ id }) => id === draft.engagementId);
  const missing = draft.total === null || draft.total < draft.count || !chosen;
  const parts = missing ? [] : instalments(draft.total ?? 0, draft.count, draft.first);
  return (
    <FormDialog
      title={t('money.plan.title')}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
    >
      <TextField
        select
        autoFocus
        label={t('money.field.engagement')}
        value={draft.engagementId ?? ''}
        helperText={engagements.length === 0 ? t('money.plan.noEngagement') : undefined}
        onChange={(event) => {
          const engagement = engagements.find(({ id }) => id === event.target.value);
          change({ engagementId: engagement?.id ?? null, total: leftOf(engagement, entries) });
        }}
        sx={{ gridColumn: 'span 6' }}
      >
        {engagements.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      <AmountField
        required
        label={chosen ? t('money.plan.amountIn', { currency: chosen.currency }) : t('money.field.amount')}
        value={draft.total}
        problem={asked && missing ? t('money.amountMissing') : undefined}
        onChange={(total) => change({ total })}
        sx={{ gridColumn: 'span 2' }}
      />
      <ParsedField
        required
        label={t('money.plan.count')}
        value={draft.count}
        read={readCount}
        write={String}
        unreadable={t('money.plan.countUnreadable', { most: MOST_PARTS })}
        onChange={(count) => {
          if (count !== null) change({ count });
        }}
        sx={{ gridColumn: 'span 2' }}
      />
      <DateField
        required
        label={t('money.plan.first')}
        value={draft.first}
        onChange={(day) => {
          if (day !== null) change({ first: day });
        }}
        sx={{ gridColumn: 'span 2' }}
      />
      <Box
        component="ol"
        aria-label={t('money.plan.parts')}
        tabIndex={0}
        sx={{ gridColumn: 'span 6', m: 0, pl: 6, maxHeight: 200, overflow: 'auto', typography: 'body2' }}
      >
        {chosen &&
          parts.map(({ amount, dueOn }) => (
            <li key={dueOn}>
              {formatMoney(amount, chosen.currency, language)} · {formatDay(dueOn, language)}
            </li>
          ))}
      </Box>
    </FormDialog>
  );
}
