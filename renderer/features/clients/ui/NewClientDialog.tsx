import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { type ClientBody, emptyClient } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
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
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)', gap: 3, pt: 1 }}>
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
    </Box>
  );
}

/** Opens a file for a new client. Only the name is needed; Enter creates it. */
export function NewClientDialog(props: NewClientDialogProps): ReactElement {
  const { onClose, onCreated, onOpen, onCheck } = props;
  const { t } = useTranslation();
  const title = useId();
  const uiLanguage = useLanguage();
  const language = usePractice()?.language ?? uiLanguage;
  const [draft, setDraft] = useState(props.draft);
  const [state, setState] = useState<'typing' | 'nameMissing' | 'creating'>('typing');
  const [failure, setFailure] = useState<unknown>(null);
  const body: ClientBody = {
    ...emptyClient('', language),
    acquiredOn: dayOf(systemClock.now()),
    ...draft,
  };

  const create = async (): Promise<void> => {
    if (state === 'creating') return;
    if (body.name.trim() === '') {
      setState('nameMissing');
      return;
    }
    setState('creating');
    try {
      onCreated(await clientCommands.create({ ...body, name: body.name.trim().normalize('NFC') }));
    } catch (thrown) {
      setFailure(thrown);
      setState('typing');
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void create();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t('clients.new')}</DialogTitle>
        <DialogContent>
          {failure !== null && <FailureMessage failure={failure} />}
          <Fields
            draft={body}
            nameMissing={state === 'nameMissing'}
            change={(patch) => {
              setState('typing');
              setDraft((before) => ({ ...before, ...patch }));
            }}
          />
          <LookAlikes known={body} onOpen={onOpen} />
        </DialogContent>
        <DialogActions>
          <Button
            onClick={() => (body.name.trim() === '' ? setState('nameMissing') : onCheck(draft))}
            sx={{ mr: 'auto' }}
          >
            {t('conflicts.checkBefore')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={state === 'creating'}>
            {t('clients.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
