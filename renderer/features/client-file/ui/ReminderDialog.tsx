import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { TFunction } from 'i18next';
import { DateTime } from 'luxon';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { reminderCommands } from '#renderer/entities/reminder/index.ts';
import { DateField, TimeField } from '#renderer/ui/dates/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { type Reminder, REMINDER_KINDS, type ReminderBody, reminderSchema } from '#shared/domain/reminder.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { type Repeat, repeatOf, REPEATS, ruleOf } from '../model/repeat.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';

/** Choices of how long before the moment the app speaks up, minutes. */
const LEADS = [0, 10, 60, 1440];

function leadLabel(minutes: number, t: TFunction): string {
  if (minutes === 0) return t('clients.reminders.onTime');
  if (minutes === 1440) return t('clients.reminders.dayBefore');
  return minutes === 60
    ? t('clients.reminders.hourBefore')
    : t('clients.reminders.minutesBefore', { count: minutes });
}

/** The next nine o'clock: a reminder whose moment has passed would never speak. */
function nextNine(now: number): string {
  const day = DateTime.fromMillis(now);
  const nine = day.hour < 9 ? day : day.plus({ days: 1 });
  return nine.toFormat("yyyy-MM-dd'T'09:00");
}

const fresh = (): ReminderBody => ({
  title: '',
  kind: 'followUp',
  at: nextNine(systemClock.now()),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  leadMinutes: 0,
  rule: null,
  doneAt: null,
  source: null,
});

interface ReminderFieldsProps {
  readonly draft: ReminderBody;
  readonly change: (patch: Partial<ReminderBody>) => void;
  readonly titleMissing: boolean;
}

function Moment({ draft, change }: Omit<ReminderFieldsProps, 'titleMissing'>): ReactElement {
  const { t } = useTranslation();
  const day = draft.at.slice(0, 10);
  const time = draft.at.slice(11);
  return (
    <Box sx={{ gridColumn: 'span 6', display: 'grid', gridTemplateColumns: '180px auto 1fr', gap: 3 }}>
      <DateField
        required
        label={t('clients.reminders.day')}
        value={day}
        onChange={(value) => {
          if (value !== null) change({ at: `${value}T${time}` });
        }}
      />
      <TimeField
        label={t('clients.reminders.time')}
        value={time}
        onChange={(value) => change({ at: `${day}T${value}` })}
      />
      <TextField
        select
        label={t('clients.reminders.lead')}
        value={String(draft.leadMinutes)}
        onChange={(event) => change({ leadMinutes: Number(event.target.value) })}
      >
        {[...new Set([...LEADS, draft.leadMinutes])].map((minutes) => (
          <MenuItem key={minutes} value={String(minutes)}>
            {leadLabel(minutes, t)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}

function ReminderFields({ draft, change, titleMissing }: ReminderFieldsProps): ReactElement {
  const { t } = useTranslation();
  const repeat = repeatOf(draft.rule);
  return (
    <>
      <TextField
        autoFocus
        required
        label={t('clients.reminders.what')}
        value={draft.title}
        error={titleMissing}
        helperText={titleMissing ? t('clients.reminders.titleMissing') : undefined}
        onChange={(event) => change({ title: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 6' }}
      />
      <Moment draft={draft} change={change} />
      <TextField
        select
        label={t('clients.reminders.kind')}
        value={draft.kind}
        onChange={(event) => change({ kind: event.target.value as ReminderBody['kind'] })}
        sx={{ gridColumn: 'span 3' }}
      >
        {REMINDER_KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`domain.reminderKind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('clients.reminders.repeats')}
        value={repeat}
        onChange={(event) => change({ rule: ruleOf(event.target.value as Repeat, draft.rule) })}
        sx={{ gridColumn: 'span 3' }}
      >
        {REPEATS.filter((one) => one !== 'other' || repeat === 'other').map((one) => (
          <MenuItem key={one} value={one}>
            {t(`clients.reminders.repeat.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

interface ReminderDialogProps {
  readonly fileId: FileId;
  /** Null for a new one. */
  readonly reminder: Reminder | null;
  readonly onClose: () => void;
}

/** Adds, changes or removes a reminder of the file. */
export function ReminderDialog({ fileId, reminder, onClose }: ReminderDialogProps): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [start] = useState(() => (reminder ? reminderSchema.parse(reminder) : fresh()));
  const form = useForm<ReminderBody>({
    fileId,
    form: reminder ? `reminder:${reminder.id}` : 'reminder',
    schema: reminderSchema,
    start,
    store: (draft) => {
      const body = { ...draft, title: draft.title.trim().normalize('NFC') };
      return reminder ? reminderCommands.change(reminder.id, body) : reminderCommands.add(fileId, body);
    },
  });
  const missing = form.draft.title.trim() === '';
  const remove = (gone: Reminder): void => {
    doUndoably(
      () => reminderCommands.remove(gone.id),
      t('clients.reminders.removed', { title: gone.title }),
      t,
    );
    onClose();
  };
  return (
    <FormDialog
      title={t(reminder ? 'clients.reminders.edit' : 'clients.reminders.add')}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
      onRemove={reminder ? () => remove(reminder) : undefined}
      history={reminder ? { table: 'reminders', id: reminder.id, name: reminder.title } : undefined}
    >
      <ReminderFields draft={form.draft} change={form.change} titleMissing={asked && missing} />
    </FormDialog>
  );
}
