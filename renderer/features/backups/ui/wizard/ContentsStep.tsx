import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSet } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type BackupContents, lookInto } from '#renderer/operations/restore.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { collator } from '#shared/i18n/format.ts';
import type { Choice } from '../../model/choice.ts';
import { Holding } from './Holding.tsx';
import { StepFrame, type StepProps } from './StepFrame.tsx';

type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'read'; readonly contents: BackupContents };

function useContents(backupId: string): Reading {
  const [reading, setReading] = useState<Reading>({ state: 'reading' });
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      try {
        const contents = await lookInto(backupId);
        if (current) setReading({ state: 'read', contents });
      } catch (failure) {
        if (current) setReading({ state: 'failed', failure });
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [backupId]);
  return reading;
}

interface ContentsStepProps extends StepProps {
  readonly backup: BackupSet;
  readonly onBack: () => void;
  readonly onNext: (contents: BackupContents, choice: Choice) => void;
}

/** What the backup holds, after every record in it was checked; and how much of it is wanted. */
export function ContentsStep({ backup, onBack, onNext, ...common }: ContentsStepProps): ReactElement {
  const { t } = useTranslation();
  const reading = useContents(backup.backupId);
  const title = t('backups.wizard.contents');
  if (reading.state === 'read') {
    const { contents } = reading;
    return (
      <WhatStep
        {...common}
        backup={backup}
        contents={contents}
        onBack={onBack}
        onNext={(choice) => onNext(contents, choice)}
      />
    );
  }
  return (
    <StepFrame {...common} title={title} onBack={onBack}>
      {backup.verified ? null : <Alert severity="warning">{t('backups.wizard.unverified')}</Alert>}
      {reading.state === 'failed' ? (
        <FailureMessage failure={reading.failure} />
      ) : (
        <WorkProgress text={t('backups.wizard.reading')} done={0} total={0} />
      )}
    </StepFrame>
  );
}

type Client = BackupContents['clients'][number];

interface WhatStepProps extends StepProps {
  readonly backup: BackupSet;
  readonly contents: BackupContents;
  readonly onBack: () => void;
  readonly onNext: (choice: Choice) => void;
}

function WhatStep({ backup, contents, onBack, onNext, ...common }: WhatStepProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [what, setWhat] = useState<Choice['what']>('whole');
  const [client, setClient] = useState<Client | null>(null);
  const [missing, setMissing] = useState(false);
  const clients = useMemo(() => {
    const { compare } = collator(language);
    return contents.clients.toSorted((one, other) => compare(one.name, other.name));
  }, [contents, language]);
  const goOn = (): void => {
    if (what === 'whole') return onNext({ what });
    if (client !== null) return onNext({ what, ...client });
    return setMissing(true);
  };
  const option = (value: Choice['what'], label: string, hint: string): ReactElement => (
    <FormControlLabel
      value={value}
      disabled={value === 'client' && clients.length === 0}
      control={<Radio />}
      label={
        <>
          <span>{label}</span>
          <Typography component="span" variant="body2" sx={{ color: 'quiet', display: 'block' }}>
            {hint}
          </Typography>
        </>
      }
      sx={{ alignItems: 'flex-start', gap: 1, py: 1 }}
    />
  );
  return (
    <StepFrame {...common} title={t('backups.wizard.contents')} onBack={onBack} onNext={goOn}>
      <Holding backup={backup} contents={contents} />
      <RadioGroup
        aria-label={t('backups.wizard.scope')}
        name="scope"
        value={what}
        onChange={(_, value) => setWhat(value === 'client' ? 'client' : 'whole')}
      >
        <Typography variant="h3" component="p">
          {t('backups.wizard.scope')}
        </Typography>
        {option('whole', t('backups.wizard.whole'), t('backups.wizard.wholeHint'))}
        {option(
          'client',
          t('backups.wizard.client'),
          t(clients.length === 0 ? 'backups.wizard.noClients' : 'backups.wizard.clientHint'),
        )}
      </RadioGroup>
      {what === 'client' && (
        <Autocomplete
          options={clients}
          value={client}
          autoHighlight
          getOptionLabel={({ name }) => name}
          getOptionKey={({ fileId }) => fileId}
          isOptionEqualToValue={(one, other) => one.fileId === other.fileId}
          onChange={(_, chosen) => {
            setClient(chosen);
            setMissing(false);
          }}
          renderInput={(params) => (
            <TextField
              {...params}
              label={t('backups.wizard.clientField')}
              error={missing}
              helperText={missing ? <span role="alert">{t('backups.wizard.clientMissing')}</span> : null}
            />
          )}
        />
      )}
    </StepFrame>
  );
}
