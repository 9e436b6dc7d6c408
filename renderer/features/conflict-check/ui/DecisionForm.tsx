import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conflictCheckCommands } from '#renderer/entities/conflict-check/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import type { ConflictResult } from '#renderer/operations/conflicts/conflict-search.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { DECISIONS, type Decision } from '#shared/domain/conflict-check.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { changeDecision, useCurrentCheck } from '../model/current-check.ts';

/** The most hits that a record keeps. */
const MOST_KEPT = 200;

interface DecisionFormProps {
  readonly result: ConflictResult;
  /** Called with the record when it is kept. */
  readonly onKept: (id: RecordId) => void;
}

/** How the check is decided, why and by whom. */
export function DecisionForm({ result, onKept }: DecisionFormProps): ReactElement {
  const { t } = useTranslation();
  const heading = useId();
  const professional = usePractice()?.professional ?? '';
  const [decision, setDecision] = useState<Decision | null>(null);
  const { reason, by: typedBy } = useCurrentCheck();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const by = typedBy ?? professional;
  const reasonMissing = decision === 'waived' && reason.trim() === '';
  const byMissing = by.trim() === '';

  const keep = async (made: Decision): Promise<void> => {
    setBusy(true);
    try {
      const { unread: _unread, hits, queries, ...rest } = result;
      const id = await conflictCheckCommands.keep({
        ...rest,
        queries: [...queries],
        hits: hits.slice(0, MOST_KEPT),
        decision: made,
        reason: reason.trim().normalize('NFC'),
        decidedBy: by.trim().normalize('NFC'),
        decidedAt: systemClock.now(),
      });
      onKept(id);
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (decision !== null && !reasonMissing && !byMissing && !busy) void keep(decision);
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 3, maxWidth: 720 }}>
      <Writes>
        <Typography id={heading} variant="h2">
          {t('conflicts.decide')}
        </Typography>
        <RadioGroup
          row
          aria-labelledby={heading}
          value={decision ?? ''}
          onChange={(event) => setDecision(DECISIONS.find((one) => one === event.target.value) ?? null)}
        >
          {DECISIONS.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio />}
              label={t(`conflicts.decision.${one}`)}
            />
          ))}
        </RadioGroup>
        {asked && decision === null && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
            {t('conflicts.choose')}
          </Typography>
        )}
        <LongTextField
          label={decision === 'waived' ? t('conflicts.why') : t('conflicts.whyOptional')}
          required={decision === 'waived'}
          value={reason}
          error={asked && reasonMissing}
          helperText={asked && reasonMissing ? t('conflicts.whyMissing') : t('conflicts.whyHint')}
          onChange={(event) => changeDecision({ reason: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 600 } }}
        />
        <TextField
          required
          label={t('conflicts.by')}
          value={by}
          error={asked && byMissing}
          helperText={asked && byMissing ? t('conflicts.byMissing') : undefined}
          onChange={(event) => changeDecision({ by: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        {failure !== null && <FailureMessage failure={failure} />}
        <Box>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {t('conflicts.keep')}
          </Button>
        </Box>
      </Writes>
    </Box>
  );
}
