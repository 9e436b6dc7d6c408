import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MEETING_LEAD } from '#renderer/operations/wrap-up.ts';
import { DateField, TimeField } from '#renderer/ui/dates/index.ts';
import type { NextDraft } from '../model/draft.ts';

const KINDS = ['none', 'meeting', 'followUp'] as const;
const LEADS = [0, 15, 60, 1440] as const;

interface NextStepFieldsProps {
  readonly next: NextDraft;
  /** What the reminder says when nothing is written. */
  readonly defaultTitle: string;
  readonly dayMissing: boolean;
  readonly onChange: (next: NextDraft) => void;
}

/** What happens next with this client, and when the app speaks up. */
export function NextStepFields({
  next,
  defaultTitle,
  dayMissing,
  onChange,
}: NextStepFieldsProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const choose = (kind: NextDraft['kind']): void =>
    onChange({ ...next, kind, leadMinutes: kind === 'followUp' ? 0 : MEETING_LEAD });
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 2 }}>
      <Typography id={id} variant="h2">
        {t('wrapup.next.title')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start' }}>
        <TextField
          select
          size="small"
          label={t('wrapup.next.kind')}
          value={next.kind}
          onChange={(event) => choose(event.target.value as NextDraft['kind'])}
          sx={{ minWidth: 168 }}
        >
          {KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`wrapup.next.kinds.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        {next.kind !== 'none' && (
          <>
            <Box sx={{ width: 168 }}>
              <DateField
                label={t('wrapup.next.day')}
                value={next.day}
                onChange={(day) => onChange({ ...next, day })}
                required
              />
            </Box>
            <TimeField
              label={t('wrapup.next.time')}
              value={next.time}
              onChange={(time) => onChange({ ...next, time })}
            />
            <TextField
              size="small"
              label={t('wrapup.next.what')}
              placeholder={defaultTitle}
              value={next.title}
              onChange={(event) => onChange({ ...next, title: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 500 } }}
              sx={{ flex: '1 1 240px' }}
            />
            <TextField
              select
              size="small"
              label={t('wrapup.next.lead')}
              value={next.leadMinutes}
              onChange={(event) => onChange({ ...next, leadMinutes: Number(event.target.value) })}
              sx={{ minWidth: 168 }}
            >
              {LEADS.map((minutes) => (
                <MenuItem key={minutes} value={minutes}>
                  {t(`wrapup.lead.m${minutes}`)}
                </MenuItem>
              ))}
            </TextField>
          </>
        )}
      </Box>
      {dayMissing && (
        <Typography role="alert" sx={{ color: 'error.main' }}>
          {t('wrapup.next.dayMissing')}
        </Typography>
      )}
    </Box>
  );
}
