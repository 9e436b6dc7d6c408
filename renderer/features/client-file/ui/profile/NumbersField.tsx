import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import { inPlace } from '../../model/in-place.ts';
import { NUMBER_KINDS, type NumberKind, type RegisteredNumber } from '#shared/domain/numbers/kinds.ts';

type Change = (numbers: readonly RegisteredNumber[]) => readonly RegisteredNumber[];

const change = (client: Client, how: Change): Promise<void> =>
  clientCommands.change(client.fileId, ({ numbers }) => ({ numbers: [...how(numbers)] }));

interface RowProps {
  readonly client: Client;
  readonly at: number;
  readonly number: RegisteredNumber;
}

function NumberRow({ client, at, number }: RowProps): ReactElement {
  const { t } = useTranslation();
  const patch = (part: Partial<RegisteredNumber>): Promise<void> =>
    change(client, (numbers) => numbers.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const [text, type] = useAutosavedText(
    `client-${client.fileId}-number-${String(at)}`,
    number.value,
    (value) => patch({ value }),
  );
  const kind = t(`domain.numberKind.${number.kind}`);
  return (
    <>
      <TextField
        select
        label={t('clients.numbers.kind')}
        value={number.kind}
        onChange={(event) => watched(patch({ kind: event.target.value as NumberKind }), t)}
      >
        {NUMBER_KINDS.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`domain.numberKind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('clients.numbers.value')}
        value={text}
        onChange={(event) => type(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <Button
        aria-label={t('clients.numbers.remove', { number: `${kind} ${text}` })}
        onClick={() =>
          watched(
            change(client, (numbers) => numbers.filter((_, index) => index !== at)),
            t,
          )
        }
      >
        {t('common.remove')}
      </Button>
    </>
  );
}

/** Registration and tax numbers and accounts, each with its kind. */
export function NumbersField({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  const add = (): Promise<void> =>
    change(client, (numbers) => [...numbers, { kind: numbers.at(-1)?.kind ?? 'other', value: '' }]);
  return (
    <Box
      role="group"
      aria-label={t('clients.field.numbers')}
      sx={{
        gridColumn: 'span 6',
        display: 'grid',
        gridTemplateColumns: '1fr 1fr auto',
        gap: 3,
        alignItems: 'start',
      }}
    >
      {inPlace(client.numbers).map(({ key, at, item }) => (
        <NumberRow key={key} client={client} at={at} number={item} />
      ))}
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Button onClick={() => watched(add(), t)}>{t('clients.numbers.add')}</Button>
      </Box>
    </Box>
  );
}
