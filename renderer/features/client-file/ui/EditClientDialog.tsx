import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { HistoryButton } from '#renderer/entities/history/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { useSaveState } from '#renderer/lib/save-state.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { StageId } from '#shared/domain/stages.ts';
import { stageName } from '#shared/i18n/translate.ts';
import { useStages } from '#renderer/entities/practice/index.ts';
import type { Client } from '#shared/domain/client.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

type TextKey =
  | 'name'
  | 'formerNames'
  | 'aliases'
  | 'contactPerson'
  | 'email'
  | 'phone'
  | 'address'
  | 'source'
  | 'keyFacts';

interface TextProps {
  readonly client: Client;
  readonly field: TextKey;
  readonly span: number;
  readonly rows?: number;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}

/** A field that stores itself. An empty name is not stored: the file would vanish from every list. */
function Text({ client, field, span, rows, hint, autoFocus = false }: TextProps): ReactElement {
  const { t } = useTranslation();
  const [text, change] = useAutosavedText(
    `client-${client.fileId}-${field}`,
    client[field],
    async (typed) => {
      if (field === 'name' && typed.trim() === '') return;
      await clientCommands.change(client.fileId, { [field]: field === 'name' ? typed.trim() : typed });
    },
  );
  const missing = field === 'name' && text.trim() === '';
  const Field = rows === undefined ? TextField : LongTextField;
  return (
    <Field
      label={t(`clients.field.${field}`)}
      value={text}
      autoFocus={autoFocus}
      {...(rows !== undefined && { minRows: rows })}
      error={missing}
      helperText={missing ? t('clients.nameKept', { name: client.name }) : hint}
      onChange={(event) => change(event.target.value)}
      slotProps={{ htmlInput: { maxLength: rows === undefined ? 500 : 100_000 } }}
      sx={{ gridColumn: `span ${String(span)}` }}
    />
  );
}

interface ChoiceProps {
  readonly client: Client;
  readonly field: 'type' | 'kind' | 'stage' | 'language';
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value?: string;
  /** What is stored of a choice, where it is more than the field. */
  readonly patch?: (value: string) => Partial<Client>;
}

function Choice({ client, field, options, value = client[field], patch }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t(`clients.field.${field}`)}
      value={value}
      onChange={({ target }) =>
        watched(clientCommands.change(client.fileId, patch?.(target.value) ?? { [field]: target.value }), t)
      }
      sx={{ gridColumn: 'span 3' }}
    >
      {options.map(([one, label]) => (
        <MenuItem key={one} value={one}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Day({
  client,
  field,
}: {
  readonly client: Client;
  readonly field: 'birthDate' | 'acquiredOn';
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Box sx={{ gridColumn: 'span 3', display: 'grid' }}>
      <DateField
        label={t(`clients.field.${field}`)}
        value={client[field]}
        onChange={(day) => watched(clientCommands.change(client.fileId, { [field]: day }), t)}
      />
    </Box>
  );
}

interface EditClientDialogProps {
  readonly client: Client;
  readonly onClose: () => void;
}

/** All that is known of a client. There is nothing to save: every field stores itself. */
export function EditClientDialog({ client, onClose }: EditClientDialogProps): ReactElement {
  const { t } = useTranslation();
  const stages = useStages();
  const stands = stages.of(client);
  const title = useId();
  const state = useSaveState();
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{t('clients.file.editTitle')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)', gap: 3, pt: 1 }}>
          <Writes>
            <Text client={client} field="name" span={6} autoFocus />
            <Choice
              client={client}
              field="type"
              options={[
                ['person', t('domain.clientType.person')],
                ['organisation', t('domain.clientType.organisation')],
              ]}
            />
            <NotForClient>
              <Choice
                client={client}
                field="kind"
                options={[
                  ['client', t('domain.clientKind.client')],
                  ['customer', t('domain.clientKind.customer')],
                ]}
              />
              <Choice
                client={client}
                field="stage"
                value={stands}
                options={stages.offered([stands]).map((stage) => [stage, stageName(t, stage)])}
                patch={(stage) => stages.standingIn(stage as StageId)}
              />
            </NotForClient>
            <Choice
              client={client}
              field="language"
              options={LANGUAGES.map((language) => [language, t(`domain.language.${language}`)])}
            />
            <Text client={client} field="formerNames" span={3} rows={1} hint={t('clients.otherNamesHint')} />
            <Text client={client} field="aliases" span={3} rows={1} />
            <NotForClient>
              <Text client={client} field="keyFacts" span={6} rows={2} />
            </NotForClient>
            <Text client={client} field="contactPerson" span={6} />
            <Text client={client} field="phone" span={3} />
            <Text client={client} field="email" span={3} />
            <Text client={client} field="address" span={6} rows={2} />
            {client.type === 'person' && <Day client={client} field="birthDate" />}
            <Day client={client} field="acquiredOn" />
            <NotForClient>
              <Text client={client} field="source" span={6} />
            </NotForClient>
          </Writes>
        </Box>
      </DialogContent>
      <DialogActions>
        <Typography variant="body2" sx={{ color: 'quiet', mr: 'auto' }}>
          {t(`shell.save.${state}`)}
        </Typography>
        <NotForClient>
          <HistoryButton table="clients" id={client.id} name={client.name} />
        </NotForClient>
        <Button variant="contained" color="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
