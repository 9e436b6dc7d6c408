import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client, ClientAddress } from '#shared/domain/client.ts';
import { emailProblem, phoneProblem, type ReachProblem } from '#shared/domain/numbers/reach.ts';
import { namesIn } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { moved } from '../model/moved.ts';
import { listCommands } from '../model/patch.ts';
import { ClientText, Day, Text } from './fields.tsx';
import { ListField } from './ListField.tsx';
import { Part } from './Part.tsx';

interface AddressProps {
  readonly client: Client;
  readonly at: number;
  readonly address: ClientAddress;
}

function AddressFields({ client, at, address }: AddressProps): ReactElement {
  const { t } = useTranslation();
  const { change } = listCommands(client, 'moreAddresses');
  const key = `client-${client.fileId}-address-${String(at)}`;
  return (
    <>
      <Text
        name={`${key}-text`}
        label={t('clients.field.address')}
        value={address.text}
        rows={2}
        span={6}
        save={(text) => change(at, { text })}
      />
      <Text
        name={`${key}-label`}
        label={t('clientProfile.address.label')}
        value={address.label}
        span={2}
        save={(label) => change(at, { label })}
      />
      <Day
        label={t('clientProfile.address.from')}
        value={address.from}
        span={2}
        save={(from) => change(at, { from })}
      />
      <Day
        label={t('clientProfile.address.to')}
        value={address.to}
        span={2}
        save={(to) => change(at, { to })}
      />
    </>
  );
}

/** Where and how the client is reached, now and before. */
export function ContactPart({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  const doubt = (check: (one: string) => ReachProblem | null) => (text: string) => {
    const doubtful = namesIn(text).flatMap((one) => {
      const problem = check(one);
      return problem ? [t(`clientProfile.reach.${problem}`, { text: one })] : [];
    });
    return doubtful.length === 0 ? null : doubtful.join('\n');
  };
  const line = (field: 'email' | 'phone' | 'moreEmails' | 'morePhones', rows?: number) => ({
    client,
    field,
    label: t(`clients.field.${field}`),
    value: client[field],
    patch: (text: string) => ({ [field]: text }),
    doubt: doubt(field === 'email' || field === 'moreEmails' ? emailProblem : phoneProblem),
    ...(rows !== undefined && { rows, hint: t('clientProfile.oneALine') }),
  });
  return (
    <Part title={t('clientProfile.part.contact')}>
      <ClientText {...line('phone')} />
      <ClientText {...line('email')} />
      <ClientText {...line('morePhones', 1)} />
      <ClientText {...line('moreEmails', 1)} />
      <ClientText
        client={client}
        field="address"
        label={t('clients.field.address')}
        value={client.address}
        rows={2}
        span={6}
        patch={(address) => ({ address })}
      />
      {client.address.trim() !== '' && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Button
            onClick={() =>
              watched(
                clientCommands.change(client.fileId, (now) => moved(now, dayOf(systemClock.now()))),
                t,
              )
            }
          >
            {t('clientProfile.address.moved')}
          </Button>
        </Box>
      )}
      <Typography variant="h3" sx={{ gridColumn: '1 / -1' }}>
        {t('clientProfile.address.more')}
      </Typography>
      <ListField
        client={client}
        list="moreAddresses"
        label={t('clientProfile.address.more')}
        addLabel={t('clientProfile.address.add')}
        fresh={() => ({ label: '', text: '', from: null, to: null })}
        nameOf={({ label, text }) => label || text}
      >
        {(address, at) => <AddressFields client={client} at={at} address={address} />}
      </ListField>
    </Part>
  );
}
