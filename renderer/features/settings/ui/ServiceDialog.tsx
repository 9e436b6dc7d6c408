import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably, FormDialog } from '#renderer/entities/history/index.ts';
import { AmountField, CurrencyField } from '#renderer/entities/money/index.ts';
import { serviceCommands } from '#renderer/entities/service/index.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FEE_MODELS, type FeeModel } from '#shared/domain/engagement.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import type { Currency } from '#shared/domain/money.ts';
import { type Service, type ServiceBody, serviceSchema } from '#shared/domain/service.ts';

interface ServiceDialogProps {
  /** Null for a new one. */
  readonly service: Service | null;
  /** What the price of a new one is in. */
  readonly currency: Currency;
  readonly onClose: () => void;
}

/** Adds, changes or removes an item of the catalogue. */
export function ServiceDialog({ service, currency, onClose }: ServiceDialogProps): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const form = useForm<ServiceBody>({
    fileId: PRACTICE_FILE,
    form: service ? `service:${service.id}` : 'service',
    schema: serviceSchema,
    start: service
      ? serviceSchema.parse(service)
      : { name: '', unit: '', price: null, currency, feeModel: 'oneOff' },
    store: (typed) => {
      const body = { ...typed, name: typed.name.trim().normalize('NFC') };
      return service ? serviceCommands.change(service.id, body) : serviceCommands.add(body);
    },
  });
  const { draft, change } = form;
  const missing = draft.name.trim() === '';
  const remove = (gone: Service): void => {
    doUndoably(() => serviceCommands.remove(gone.id), t('services.removed', { name: gone.name }), t);
    onClose();
  };
  return (
    <FormDialog
      title={t(service ? 'services.edit' : 'services.add')}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
      onRemove={service ? () => remove(service) : undefined}
      history={service ? { table: 'services', id: service.id, name: service.name } : undefined}
    >
      <TextField
        autoFocus
        required
        label={t('services.name')}
        value={draft.name}
        error={asked && missing}
        helperText={asked && missing ? t('services.nameMissing') : undefined}
        onChange={(event) => change({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 6' }}
      />
      <TextField
        select
        label={t('engagements.field.feeModel')}
        value={draft.feeModel}
        onChange={(event) => change({ feeModel: event.target.value as FeeModel })}
        sx={{ gridColumn: 'span 3' }}
      >
        {FEE_MODELS.map((model) => (
          <MenuItem key={model} value={model}>
            {t(`domain.feeModel.${model}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('engagements.field.unit')}
        value={draft.unit}
        onChange={(event) => change({ unit: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 3' }}
      />
      <AmountField
        label={t('services.price')}
        hint={t('services.priceHint')}
        value={draft.price}
        onChange={(price) => change({ price })}
        sx={{ gridColumn: 'span 3' }}
      />
      <CurrencyField
        value={draft.currency}
        onChange={(to) => change({ currency: to })}
        sx={{ gridColumn: 'span 3' }}
      />
    </FormDialog>
  );
}
