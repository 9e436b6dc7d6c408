import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { fold } from '#shared/lib/fold.ts';
import { useClients } from '#renderer/entities/client/index.ts';
import { changeHow } from '../model/flow.ts';

const MOST_OFFERED = 50;

const offered = (clients: readonly Client[], typed: string): Client[] => {
  const wanted = fold(typed.trim());
  return clients.filter(({ name }) => fold(name).includes(wanted)).slice(0, MOST_OFFERED);
};

/** The client whose file takes the rows that name no client that is there. */
export function FallbackFile({ fileId }: { readonly fileId: FileId | null }): ReactElement {
  const { t } = useTranslation();
  const clients = useClients() ?? [];
  return (
    <Autocomplete
      size="small"
      sx={{ '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall': { py: '2.5px', pl: '2px' } }}
      options={[...clients]}
      value={clients.find((client) => client.fileId === fileId) ?? null}
      onChange={(_event, client) => changeHow({ fallback: client?.fileId ?? null })}
      filterOptions={(options, { inputValue }) => offered(options, inputValue)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={t('imports.how.noClient')}
      clearText={t('imports.how.noFile')}
      renderInput={(props) => (
        <TextField {...props} label={t('imports.how.fallback')} placeholder={t('imports.how.noFile')} />
      )}
    />
  );
}
