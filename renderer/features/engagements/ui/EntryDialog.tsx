import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably, FormDialog } from '#renderer/entities/history/index.ts';
import { AmountField, CurrencyField, moneyCommands } from '#renderer/entities/money/index.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import type { Account } from '#shared/domain/account.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Currency } from '#shared/domain/money.ts';
import { type MoneyEntry, moneyEntrySchema, type MoneyKind } from '#shared/domain/money-entry.ts';
import { dayOf, formatMoney } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import {
  CHARGE_KINDS,
  type EntryDraft,
  type EntryMode,
  entryOf,
  forEngagement,
  modeOf,
  newEntry,
  REFUND_KINDS,
} from '../model/new-entry.ts';
import { TimeFields } from './TimeFields.tsx';

const NONE = '';

interface FieldsProps {
  readonly mode: EntryMode;
  readonly draft: EntryDraft;
  readonly change: (patch: Partial<EntryDraft>) => void;
  readonly engagements: readonly Engagement[];
  readonly entries: readonly MoneyEntry[];
}

/** What the entry belongs to. */
function EngagementField({ mode, draft, change, engagements, entries }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const chosen = engagements.find(({ id }) => id === draft.engagementId);
  return (
    <TextField
      select
      label={t('money.field.engagement')}
      value={chosen?.id ?? NONE}
      onChange={(event) => {
        const engagement = engagements.find(({ id }) => id === event.target.value);
        change(forEngagement(mode, engagement, entries, draft.time?.minutes));
      }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ gridColumn: 'span 3' }}
    >
      <MenuItem value={NONE}>{t('money.noEngagement')}</MenuItem>
      {engagements.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}

function KindField({ mode, draft, change }: Pick<FieldsProps, 'mode' | 'draft' | 'change'>): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('money.field.kind')}
      value={draft.kind}
      onChange={(event) => change({ kind: event.target.value as MoneyKind })}
      sx={{ gridColumn: 'span 3' }}
    >
      {(mode === 'refund' ? REFUND_KINDS : CHARGE_KINDS).map((kind) => (
        <MenuItem key={kind} value={kind}>
          {t(`domain.moneyKind.${kind}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** When it was, until when it is to be paid, and the paper it stands on. */
function DayFields({ mode, draft, change }: Pick<FieldsProps, 'mode' | 'draft' | 'change'>): ReactElement {
  const { t } = useTranslation();
  const isPaid = mode === 'payment' || mode === 'refund';
  return (
    <>
      <DateField
        required
        label={t(`money.day.${mode}`)}
        value={draft.day}
        onChange={(day) => {
          if (day !== null) change({ day });
        }}
        sx={{ gridColumn: 'span 2' }}
      />
      {!isPaid && (
        <DateField
          label={t('money.field.dueOn')}
          value={draft.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          sx={{ gridColumn: 'span 2' }}
        />
      )}
      <TextField
        label={t(`money.number.${isPaid ? 'payment' : 'charge'}`)}
        value={draft.number}
        onChange={(event) => change({ number: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: isPaid ? 'span 4' : 'span 2' }}
      />
    </>
  );
}

interface EntryDialogProps extends Pick<FieldsProps, 'engagements' | 'entries'> {
  readonly fileId: FileId;
  /** The entry that is changed, or what is entered anew. */
  readonly entry: MoneyEntry | EntryMode;
  /** What a new one is in when its engagement does not say. */
  readonly currency: Currency;
  /** How things stand in a currency; undefined: nothing was entered in it. */
  readonly accountIn: (currency: Currency) => Account | undefined;
  readonly onClose: () => void;
}

/** Enters a charge, time or a payment; changes or removes one. */
export function EntryDialog(props: EntryDialogProps): ReactElement {
  const { fileId, entry, engagements, entries, currency, accountIn, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const known = typeof entry === 'string' ? null : entry;
  const mode = typeof entry === 'string' ? entry : modeOf(entry.kind);
  const form = useForm<EntryDraft>({
    fileId,
    form: `money:${known?.id ?? mode}`,
    schema: moneyEntrySchema,
    start: known
      ? moneyEntrySchema.parse(known)
      : newEntry(mode, engagements, entries, { currency, today: dayOf(systemClock.now()) }),
    store: async (typed) => {
      const body = entryOf(typed);
      if (body) await (known ? moneyCommands.change(known.id, body) : moneyCommands.add(fileId, body));
    },
  });
  const { draft, change } = form;
  const missing = entryOf(draft) === null;
  const name = known === null || known.text === '' ? t(`domain.moneyKind.${draft.kind}`) : known.text;
  const remove = (gone: MoneyEntry): void => {
    doUndoably(() => moneyCommands.remove(gone.id), t('money.removed', { name }), t);
    onClose();
  };
  const { open = 0, paid = 0 } = accountIn(draft.currency) ?? {};
  const written = (of: number): string => formatMoney(of, draft.currency, language);
  const hint = (): string | undefined => {
    if (mode === 'payment' && open > 0) return t('money.openNow', { amount: written(open) });
    return mode === 'refund' ? t('money.paidNow', { amount: written(paid) }) : undefined;
  };
  const fields = { mode, draft, change, engagements, entries };
  return (
    <FormDialog
      title={t(known ? `money.edit.${mode}` : `money.add.${mode}`)}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
      onRemove={known ? () => remove(known) : undefined}
      history={known ? { table: 'moneyEntries', id: known.id, name } : undefined}
    >
      {mode === 'time' && draft.time ? (
        <TimeFields time={draft.time} draft={draft} change={change} />
      ) : (
        <>
          <AmountField
            autoFocus
            required
            label={t('money.field.amount')}
            value={draft.amount}
            problem={asked && missing ? t('money.amountMissing') : undefined}
            hint={hint()}
            onChange={(amount) => change({ amount })}
            sx={{ gridColumn: 'span 4' }}
          />
          <CurrencyField
            value={draft.currency}
            onChange={(to) => change({ currency: to })}
            sx={{ gridColumn: 'span 2' }}
          />
        </>
      )}
      {(mode === 'charge' || mode === 'refund') && <KindField mode={mode} draft={draft} change={change} />}
      <EngagementField {...fields} />
      <TextField
        label={t('money.field.text')}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: mode === 'charge' || mode === 'refund' ? 'span 6' : 'span 3' }}
      />
      <DayFields mode={mode} draft={draft} change={change} />
    </FormDialog>
  );
}
