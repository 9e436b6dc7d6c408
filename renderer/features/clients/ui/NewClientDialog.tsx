import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';
import { usePractice, useStages } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type ClientBody, clientSchema, emptyClient } from '#shared/domain/client.ts';
import { type FileId, PRACTICE_FILE } from '#shared/domain/ids.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { LookAlikes } from './LookAlikes.tsx';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';

interface NewClientDialogProps {
  /** What to start with: a name that was searched for and not found, or all that was typed before. */
  readonly draft: Partial<ClientBody>;
  readonly onClose: () => void;
  /** Called with the file that was opened for the client. */
  readonly onCreated: (fileId: FileId) => void;
  /** Opens the file of a client who is there already. */
  readonly onOpen: (fileId: FileId) => void;
  /** Leaves the form for a conflict check, with what was typed. */
  readonly onCheck: (draft: Partial<ClientBody>) => void;
}

interface FieldsProps {
  readonly draft: ClientBody;
  readonly change: (patch: Partial<ClientBody>) => void;
  readonly nameMissing: boolean;
}

function Fields({ draft, change, nameMissing }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const text = (key: 'contactPerson' | 'email' | 'phone' | 'source') => ({
    label: t(`clients.field.${key}`),
    value: draft[key],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      change({ [key]: event.target.value }),
    slotProps: { htmlInput: { maxLength: 500 } },
  });
  const choice = <Key extends 'type' | 'kind' | 'language'>(key: Key) => ({
    select: true,
    label: t(`clients.field.${key}`),
    value: draft[key],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      change({ [key]: event.target.value }),
  });
  return (
    <>
      <TextField
        autoFocus
        required
        label={t('clients.field.name')}
        value={draft.name}
        error={nameMissing}
        helperText={nameMissing ? t('clients.nameMissing') : t('clients.nameHint')}
        onChange={(event) => change({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 6' }}
      />
      <TextField {...choice('type')} sx={{ gridColumn: 'span 2' }}>
        <MenuItem value="person">{t('domain.clientType.person')}</MenuItem>
        <MenuItem value="organisation">{t('domain.clientType.organisation')}</MenuItem>
      </TextField>
      <TextField {...choice('kind')} sx={{ gridColumn: 'span 2' }}>
        <MenuItem value="client">{t('domain.clientKind.client')}</MenuItem>
        <MenuItem value="customer">{t('domain.clientKind.customer')}</MenuItem>
      </TextField>
      <TextField {...choice('language')} sx={{ gridColumn: 'span 2' }}>
        {LANGUAGES.map((language) => (
          <MenuItem key={language} value={language}>
            {t(`domain.language.${language}`)}
          </MenuItem>
        ))}
      </TextField>
      {draft.type === 'organisation' && (
        <TextField {...text('contactPerson')} sx={{ gridColumn: 'span 6' }} />
      )}
      <TextField {...text('phone')} sx={{ gridColumn: 'span 3' }} />
      <TextField {...text('email')} sx={{ gridColumn: 'span 3' }} />
      <TextField {...text('source')} sx={{ gridColumn: 'span 6' }} />
    </>
  );
}

/** Opens a file for a new client. Only the name is needed; Enter creates it. */
export function NewClientDialog(props: NewClientDialogProps): ReactElement {
  const { onClose, onCreated, onOpen, onCheck } = props;
  const { t } = useTranslation();
  const uiLanguage = useLanguage();
  const language = usePractice()?.language ?? uiLanguage;
  const { first, standingIn } = useStages();
  const [asked, setAsked] = useState(false);
  const { name: given = '' } = props.draft;
  const form = useForm<ClientBody, FileId>({
    fileId: PRACTICE_FILE,
    form: 'client',
    schema: clientSchema,
    start: { ...emptyClient('', language), ...standingIn(first), acquiredOn: dayOf(systemClock.now()) },
    given: props.draft,
    // Whoever begins with another name begins another client.
    fits: (kept) => given === '' || kept.name === given,
    store: (typed) => clientCommands.create({ ...typed, name: typed.name.trim().normalize('NFC') }),
  });
  const body = form.draft;
  const missing = body.name.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (!missing) form.send(onCreated);
  };
  /** Who is there already is no new client. */
  const openKnown = (fileId: FileId): void => {
    form.restart();
    onOpen(fileId);
  };
  return (
    <FormDialog
      title={t('clients.new')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
      aside={
        <Button onClick={() => (missing ? setAsked(true) : onCheck(body))}>
          {t('conflicts.checkBefore')}
        </Button>
      }
      sendText={t('clients.create')}
    >
      <Fields
        draft={body}
        nameMissing={asked && missing}
        change={(patch) => {
          setAsked(false);
          form.change(patch);
        }}
      />
      <Box sx={{ gridColumn: 'span 6' }}>
        <LookAlikes known={body} onOpen={openKnown} />
      </Box>
    </FormDialog>
  );
}
