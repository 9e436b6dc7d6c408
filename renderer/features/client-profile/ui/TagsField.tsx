import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands, useClients } from '#renderer/entities/client/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import { collator } from '#shared/i18n/format.ts';

/** The tags of a client; those of other clients are offered, a new one is made by typing it. */
export function TagsField({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const clients = useClients();
  const readOnly = useReadOnly();
  const known = useMemo(
    () => [...new Set(clients?.flatMap(({ tags }) => tags))].toSorted(collator(language).compare),
    [clients, language],
  );
  const store = (tags: readonly string[]): void => {
    const typed = tags.flatMap((tag) => tag.split(',')).map((tag) => tag.trim().normalize('NFC'));
    const kept = [...new Set(typed.filter((tag) => tag !== ''))];
    watched(clientCommands.change(client.fileId, { tags: kept }), t);
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      size="small"
      disabled={readOnly}
      options={known}
      value={[...client.tags]}
      onChange={(_, tags) => store(tags)}
      filterSelectedOptions
      renderInput={(params) => (
        <TextField {...params} label={t('clients.field.tags')} helperText={t('clientProfile.tagsHint')} />
      )}
      sx={{ gridColumn: '1 / -1' }}
    />
  );
}
