import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { engagementCommands } from '#renderer/entities/engagement/index.ts';
import { doUndoably, FormDialog } from '#renderer/entities/history/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useServices } from '#renderer/entities/service/index.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import {
  emptyEngagement,
  type Engagement,
  ENGAGEMENT_STATUSES,
  type EngagementBody,
  engagementSchema,
  type EngagementStatus,
} from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Currency } from '#shared/domain/money.ts';
import { ownFields } from '#shared/domain/own-fields.ts';
import { dayOf, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { withService } from '../model/take-service.ts';
import { FeeFields } from './FeeFields.tsx';
import { OwnFieldInputs } from './OwnFieldInputs.tsx';

const STEPS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
const NONE = '';

/** What a status says of the day it ended and of how far it is. */
function withStatus(draft: EngagementBody, status: EngagementStatus): Partial<EngagementBody> {
  const over = status === 'done' || status === 'cancelled';
  return {
    status,
    endOn: over ? (draft.endOn ?? dayOf(systemClock.now())) : draft.endOn,
    progress: status === 'done' ? 100 : draft.progress,
  };
}

interface PartProps {
  readonly draft: EngagementBody;
  readonly change: (patch: Partial<EngagementBody>) => void;
}

/** Which item of the catalogue it is. */
function ServiceField({ draft, change }: PartProps): ReactElement {
  const { t } = useTranslation();
  const services = useServices() ?? [];
  const chosen = services.find(({ id }) => id === draft.serviceId);
  return (
    <TextField
      select
      label={t('engagements.field.service')}
      value={chosen?.id ?? NONE}
      helperText={services.length === 0 ? t('engagements.noServices') : undefined}
      onChange={(event) => {
        const service = services.find(({ id }) => id === event.target.value);
        change(withService(draft, service, chosen));
      }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ gridColumn: 'span 3' }}
    >
      <MenuItem value={NONE}>{t('engagements.otherService')}</MenuItem>
      {services.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** How it stands: contract, time, status. */
function CourseFields({ draft, change }: PartProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const progress = [...new Set([...STEPS, draft.progress])].toSorted((a, b) => a - b);
  return (
    <>
      <TextField
        label={t('engagements.field.contract')}
        value={draft.contract}
        onChange={(event) => change({ contract: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 4' }}
      />
      <DateField
        label={t('engagements.field.contractOn')}
        value={draft.contractOn}
        onChange={(contractOn) => change({ contractOn })}
        sx={{ gridColumn: 'span 2' }}
      />
      <DateField
        label={t('engagements.field.startOn')}
        value={draft.startOn}
        onChange={(startOn) => change({ startOn })}
        sx={{ gridColumn: 'span 2' }}
      />
      <DateField
        label={t('engagements.field.endOn')}
        value={draft.endOn}
        onChange={(endOn) => change({ endOn })}
        sx={{ gridColumn: 'span 2' }}
      />
      <TextField
        select
        label={t('engagements.field.progress')}
        value={draft.progress}
        onChange={(event) => change({ progress: Number(event.target.value) })}
        sx={{ gridColumn: 'span 2' }}
      >
        {progress.map((step) => (
          <MenuItem key={step} value={step}>
            {formatPercent(step, language)}
          </MenuItem>
        ))}
      </TextField>
      <NotForClient>
        <LongTextField
          minRows={2}
          label={t('engagements.field.remark')}
          helperText={t('engagements.remarkHint')}
          value={draft.remark}
          onChange={(event) => change({ remark: event.target.value })}
          sx={{ gridColumn: 'span 6' }}
        />
      </NotForClient>
    </>
  );
}

interface EngagementDialogProps {
  readonly fileId: FileId;
  /** Null for a new one. */
  readonly engagement: Engagement | null;
  /** What a new one is agreed in. */
  readonly currency: Currency;
  readonly onClose: () => void;
}

/** Adds, changes or removes an engagement. */
export function EngagementDialog({
  fileId,
  engagement,
  currency,
  onClose,
}: EngagementDialogProps): ReactElement {
  const { t } = useTranslation();
  const looking = useLooking();
  const practice = usePractice();
  const [asked, setAsked] = useState(false);
  const form = useForm<EngagementBody>({
    fileId,
    form: engagement ? `engagement:${engagement.id}` : 'engagement',
    schema: engagementSchema,
    start: engagement
      ? engagementSchema.parse(engagement)
      : emptyEngagement(currency, dayOf(systemClock.now())),
    store: (typed) => {
      const body = { ...typed, title: typed.title.trim().normalize('NFC') };
      return engagement
        ? engagementCommands.change(engagement.id, body)
        : engagementCommands.add(fileId, body);
    },
  });
  const { draft, change } = form;
  const missing = draft.title.trim() === '';
  const remove = (gone: Engagement): void => {
    doUndoably(() => engagementCommands.remove(gone.id), t('engagements.removed', { title: gone.title }), t);
    onClose();
  };
  return (
    <FormDialog
      title={t(engagement ? 'engagements.edit' : 'engagements.add')}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
      onRemove={engagement ? () => remove(engagement) : undefined}
      // Earlier remarks stand in it too.
      history={
        engagement && looking === null
          ? { table: 'engagements', id: engagement.id, name: engagement.title }
          : undefined
      }
    >
      <TextField
        autoFocus
        required
        label={t('engagements.field.title')}
        value={draft.title}
        error={asked && missing}
        helperText={asked && missing ? t('engagements.titleMissing') : undefined}
        onChange={(event) => change({ title: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 6' }}
      />
      <ServiceField draft={draft} change={change} />
      <TextField
        select
        label={t('engagements.field.status')}
        value={draft.status}
        onChange={(event) => change(withStatus(draft, event.target.value as EngagementStatus))}
        sx={{ gridColumn: 'span 3' }}
      >
        {ENGAGEMENT_STATUSES.map((status) => (
          <MenuItem key={status} value={status}>
            {t(`domain.engagementStatus.${status}`)}
          </MenuItem>
        ))}
      </TextField>
      <FeeFields draft={draft} change={change} />
      <CourseFields draft={draft} change={change} />
      <NotForClient>
        <OwnFieldInputs
          fileId={fileId}
          fields={practice ? ownFields('engagements', practice) : []}
          values={draft.custom}
          onChange={(custom) => change({ custom })}
        />
      </NotForClient>
    </FormDialog>
  );
}
