import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import type { CustomField, CustomValue } from '#shared/domain/custom-field.ts';
import { customText, numberFrom } from '#shared/domain/custom-values.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { Choice, Day, Text } from './fields.tsx';
import { Part } from './Part.tsx';

interface ValueProps {
  readonly client: Client;
  readonly field: CustomField;
  readonly value: CustomValue | undefined;
}

/** Stores the value of a field; undefined takes it away. */
const store = (fileId: FileId, field: CustomField, value: CustomValue | undefined): Promise<void> =>
  clientCommands.change(fileId, ({ custom }) => {
    const { [field.id]: _before, ...rest } = custom;
    return { custom: value === undefined ? rest : { ...rest, [field.id]: value } };
  });

const textOf = (value: CustomValue | undefined): string => (typeof value === 'string' ? value : '');

function NumberValue({ client, field, value }: ValueProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = { language, yes: '', no: '', partyName: () => undefined };
  return (
    <Text
      name={`client-${client.fileId}-custom-${field.id}`}
      label={field.kind === 'money' ? `${field.label} (${field.currency})` : field.label}
      value={customText({ ...field, kind: 'number' }, value, words)}
      // What is no number stays as it was typed: it is told of, and nothing is lost.
      save={(text) => {
        const typed = text.trim() === '' ? undefined : (numberFrom(text) ?? text);
        return store(client.fileId, field, typed);
      }}
      doubt={(text) =>
        text.trim() === '' || numberFrom(text) !== null ? null : t('clientProfile.custom.noNumber')
      }
    />
  );
}

function ManyChoices({ client, field, value }: ValueProps): ReactElement {
  const { t } = useTranslation();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <TextField
      select
      label={field.label}
      value={chosen}
      onChange={(event) => {
        // Material gives the list, though its type says text.
        const now = [event.target.value].flat();
        watched(store(client.fileId, field, now.length === 0 ? undefined : now), t);
      }}
      slotProps={{ select: { multiple: true } }}
      sx={{ gridColumn: 'span 3' }}
    >
      {field.options.map(({ id, label }) => (
        <MenuItem key={id} value={id}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function PartyValue({ client, field, value }: ValueProps): ReactElement {
  const parties = usePartiesOf(client.fileId) ?? [];
  const chosen = parties.some(({ id }) => id === value) ? textOf(value) : '';
  return (
    <Choice
      label={field.label}
      value={chosen}
      none
      options={parties.map(({ id, name }) => [id, name])}
      save={(id) => store(client.fileId, field, id === '' ? undefined : id)}
    />
  );
}

function Value(props: ValueProps): ReactElement {
  const { t } = useTranslation();
  const { client, field, value } = props;
  switch (field.kind) {
    case 'text':
      return (
        <Text
          name={`client-${client.fileId}-custom-${field.id}`}
          label={field.label}
          value={textOf(value)}
          rows={1}
          save={(text) => store(client.fileId, field, text === '' ? undefined : text)}
        />
      );
    case 'number':
    case 'money':
      return <NumberValue {...props} />;
    case 'date':
      return (
        <Day
          label={field.label}
          value={typeof value === 'string' ? value : null}
          save={(day) => store(client.fileId, field, day ?? undefined)}
        />
      );
    case 'choice':
      return (
        <Choice
          label={field.label}
          value={field.options.some(({ id }) => id === value) ? textOf(value) : ''}
          none
          options={field.options.map(({ id, label }) => [id, label])}
          save={(id) => store(client.fileId, field, id === '' ? undefined : id)}
        />
      );
    case 'choices':
      return <ManyChoices {...props} />;
    case 'yesNo':
      return (
        <Choice
          label={field.label}
          value={typeof value === 'boolean' ? String(value) : ''}
          none
          options={[
            ['true', t('clientProfile.custom.yes')],
            ['false', t('clientProfile.custom.no')],
          ]}
          save={(chosen) => store(client.fileId, field, chosen === '' ? undefined : chosen === 'true')}
        />
      );
    case 'party':
      return <PartyValue {...props} />;
    default:
      return field.kind satisfies never;
  }
}

/** The fields that the practice added to its files; nothing when it added none. */
export function CustomFieldsPart({ client }: { readonly client: Client }): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  const fields = practice?.customFields[practice.kind] ?? [];
  if (fields.length === 0) return null;
  return (
    <Part title={t('clientProfile.part.custom')}>
      {fields.map((field) => (
        <Value key={field.id} client={client} field={field} value={client.custom[field.id]} />
      ))}
    </Part>
  );
}
