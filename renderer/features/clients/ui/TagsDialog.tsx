import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveDialog } from '#renderer/ui/SaveDialog.tsx';
import type { Client } from '#shared/domain/client.ts';
import { fold } from '#shared/lib/fold.ts';
import { useKnownValues } from '#renderer/entities/client/index.ts';

interface TagFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly string[];
  readonly tags: readonly string[];
  /** Whether tags can be typed that no client has yet. */
  readonly free: boolean;
  readonly onChange: (tags: readonly string[]) => void;
}

const plain = (tag: string): string => tag.trim().normalize('NFC');

const TagField = ({ label, hint, options, tags, free, onChange }: TagFieldProps): ReactElement => (
  <Autocomplete
    multiple
    freeSolo={free}
    // What was typed and not confirmed is meant, too.
    autoSelect={free}
    size="small"
    options={options}
    value={[...tags]}
    onChange={(_, values) => onChange([...new Set(values.map(plain).filter((tag) => tag !== ''))])}
    filterOptions={(all, { inputValue }) => all.filter((tag) => fold(tag).includes(fold(inputValue)))}
    renderInput={(params) => <TextField {...params} label={label} helperText={hint} autoFocus={free} />}
  />
);

interface TagsDialogProps {
  readonly clients: readonly Client[];
  readonly onChoose: (added: readonly string[], removed: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Gives tags to clients and takes tags from them. */
export function TagsDialog({ clients, onChoose, onClose }: TagsDialogProps): ReactElement {
  const { t } = useTranslation();
  const { tags } = useKnownValues();
  const had = [...new Set(clients.flatMap((client) => client.tags))];
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const save = (): void => {
    onChoose(added, removed);
  };
  return (
    <SaveDialog title={t('register.bulk.tagsOf', { count: clients.length })} onSave={save} onClose={onClose}>
      <Stack spacing={4} sx={{ pt: 1 }}>
        <TagField
          free
          label={t('register.bulk.addTags')}
          hint={t('register.bulk.tagHint')}
          options={tags}
          tags={added}
          onChange={setAdded}
        />
        {had.length > 0 && (
          <TagField
            free={false}
            label={t('register.bulk.removeTags')}
            hint=""
            options={had}
            tags={removed}
            onChange={setRemoved}
          />
        )}
      </Stack>
    </SaveDialog>
  );
}
