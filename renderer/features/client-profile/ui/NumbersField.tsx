import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import { NUMBER_KINDS, type NumberKind, type RegisteredNumber } from '#shared/domain/numbers/kinds.ts';
import { formatNumber, numberProblem, recognisedNumber } from '#shared/domain/numbers/numbers.ts';
import { listCommands } from '../model/patch.ts';
import { Choice, Text } from './fields.tsx';
import { ListField } from './ListField.tsx';

interface NumberProps {
  readonly client: Client;
  readonly at: number;
  readonly number: RegisteredNumber;
}

function NumberFields({ client, at, number }: NumberProps): ReactElement {
  const { t } = useTranslation();
  const { change } = listCommands(client, 'numbers');
  const recognised = number.kind === 'other' ? recognisedNumber(number.value) : null;
  const shown = formatNumber(number.kind, number.value);
  return (
    <>
      <Choice
        label={t('clientProfile.number.kind')}
        value={number.kind}
        options={NUMBER_KINDS.map((kind) => [kind, t(`domain.numberKind.${kind}`)])}
        save={(kind) => change(at, { kind: kind as NumberKind })}
      />
      <Text
        name={`client-${client.fileId}-number-${String(at)}`}
        label={t('clientProfile.number.value')}
        value={number.value}
        save={(value) => change(at, { value })}
        hint={shown === number.value ? undefined : shown}
        doubt={(text) => {
          const problem = numberProblem(number.kind, text);
          return problem && t(`clientProfile.number.problem.${problem}`);
        }}
      />
      {recognised && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Button variant="text" onClick={() => watched(change(at, recognised), t)}>
            {t('clientProfile.number.recognised', { kind: t(`domain.numberKind.${recognised.kind}`) })}
          </Button>
        </Box>
      )}
    </>
  );
}

/** Registration and tax numbers and accounts, each with its kind. A wrong one is told of and stored. */
export function NumbersField({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  return (
    <ListField
      client={client}
      list="numbers"
      label={t('clients.field.numbers')}
      addLabel={t('clientProfile.number.add')}
      fresh={() => ({ kind: client.numbers.at(-1)?.kind ?? 'other', value: '' })}
      nameOf={({ kind, value }) => `${t(`domain.numberKind.${kind}`)} ${value}`}
    >
      {(number, at) => <NumberFields client={client} at={at} number={number} />}
    </ListField>
  );
}
