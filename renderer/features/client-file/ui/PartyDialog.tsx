import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { partyCommands } from '#renderer/entities/party/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import {
  emptyParty,
  type Party,
  PARTY_ROLES,
  type PartyBody,
  type PartyRole,
  partySchema,
} from '#shared/domain/party.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';
import { PartyNumbers } from './PartyNumbers.tsx';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';

interface PartyDialogProps {
  readonly fileId: FileId;
  /** Null for a new one. */
  readonly party: Party | null;
  readonly onClose: () => void;
}

/** Adds, changes or removes a person or organisation of the file. */
export function PartyDialog({ fileId, party, onClose }: PartyDialogProps): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const form = useForm<PartyBody>({
    fileId,
    form: party ? `party:${party.id}` : 'party',
    schema: partySchema,
    start: party ? partySchema.parse(party) : emptyParty('', 'contact'),
    store: (typed) => {
      const { numbers, ...rest } = typed;
      const body = {
        ...rest,
        name: typed.name.trim().normalize('NFC'),
        ...(numbers && { numbers: numbers.filter(({ value }) => value.trim() !== '') }),
      };
      return party ? partyCommands.change(party.id, body) : partyCommands.add(fileId, body);
    },
  });
  const { draft, change } = form;
  const missing = draft.name.trim() === '';
  const remove = (gone: Party): void => {
    doUndoably(() => partyCommands.remove(gone.id), t('clients.people.removed', { name: gone.name }), t);
    onClose();
  };
  const names = (key: 'formerNames' | 'aliases'): ReactElement => (
    <LongTextField
      label={t(`clients.field.${key}`)}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.target.value.normalize('NFC') })}
      slotProps={{ htmlInput: { maxLength: 2000 } }}
      sx={{ gridColumn: 'span 3' }}
    />
  );
  const text = (key: 'email' | 'phone', span: number): ReactElement => (
    <TextField
      label={t(`clients.field.${key}`)}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 500 } }}
      sx={{ gridColumn: `span ${String(span)}` }}
    />
  );
  return (
    <FormDialog
      title={t(party ? 'clients.people.edit' : 'clients.people.add')}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
      onRemove={party ? () => remove(party) : undefined}
      history={party ? { table: 'parties', id: party.id, name: party.name } : undefined}
    >
      <TextField
        autoFocus
        required
        label={t('common.name')}
        value={draft.name}
        error={asked && missing}
        helperText={asked && missing ? t('clients.people.nameMissing') : undefined}
        onChange={(event) => change({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 4' }}
      />
      <TextField
        select
        label={t('clients.people.role')}
        value={draft.role}
        onChange={(event) => change({ role: event.target.value as PartyRole })}
        sx={{ gridColumn: 'span 2' }}
      >
        {PARTY_ROLES.map((role) => (
          <MenuItem key={role} value={role}>
            {t(`domain.partyRole.${role}`)}
          </MenuItem>
        ))}
      </TextField>
      {names('formerNames')}
      {names('aliases')}
      {text('phone', 3)}
      {text('email', 3)}
      <PartyNumbers numbers={draft.numbers ?? []} onChange={(numbers) => change({ numbers })} />
      <LongTextField
        minRows={2}
        label={t('clients.people.remark')}
        value={draft.remark}
        onChange={(event) => change({ remark: event.target.value })}
        sx={{ gridColumn: 'span 6' }}
      />
    </FormDialog>
  );
}
