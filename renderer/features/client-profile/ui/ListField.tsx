import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import { inPlace } from '../model/in-place.ts';
import { type ItemOf, listCommands, type ListKey } from '../model/patch.ts';

interface ListFieldProps<Key extends ListKey> {
  readonly client: Client;
  readonly list: Key;
  /** Name of the group, when no heading says it. */
  readonly label: string;
  readonly addLabel: string;
  /** What a new item is like. */
  readonly fresh: () => ItemOf<Key>;
  /** How an item is called where it is removed. */
  readonly nameOf: (item: ItemOf<Key>) => string;
  /** The fields of an item, six columns wide. */
  readonly children: (item: ItemOf<Key>, at: number) => ReactNode;
}

/** A list whose items are edited in their places. The focus goes to what was added. */
export function ListField<Key extends ListKey>({
  client,
  list,
  label,
  addLabel,
  fresh,
  nameOf,
  children,
}: ListFieldProps<Key>): ReactElement {
  const { t } = useTranslation();
  const commands = listCommands(client, list);
  const items = client[list] as readonly ItemOf<Key>[];
  return (
    <Box role="group" aria-label={label} sx={{ gridColumn: '1 / -1', display: 'grid', gap: 3 }}>
      {inPlace(items).map(({ key, at, item }) => (
        <Box
          key={key}
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 3, alignItems: 'start' }}
        >
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
              gap: 3,
              alignItems: 'start',
            }}
          >
            {children(item, at)}
          </Box>
          <Button
            variant="text"
            aria-label={t('clientProfile.removeItem', { item: nameOf(item) })}
            onClick={() => watched(commands.remove(at), t)}
          >
            {t('common.remove')}
          </Button>
        </Box>
      ))}
      <Box>
        <Button onClick={() => watched(commands.add(fresh()), t)}>{addLabel}</Button>
      </Box>
    </Box>
  );
}
