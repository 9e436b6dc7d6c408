import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands, useKnownValues } from '#renderer/entities/client/index.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';

/** The tags of a client; those of other clients are offered, a new one is made by typing it. */
export function TagsField({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  const { tags: known } = useKnownValues();
  const readOnly = useReadOnly();
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
