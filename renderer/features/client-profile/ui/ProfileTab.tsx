import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands, useClient, useKnownValues } from '#renderer/entities/client/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Client, ClientAbout } from '#shared/domain/client.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { listCommands } from '../model/patch.ts';
import { ContactPart } from './ContactPart.tsx';
import { CustomFieldsPart } from './CustomFieldsPart.tsx';
import { ClientText, Day, KnownText, Text, Tick } from './fields.tsx';
import { ListField } from './ListField.tsx';
import { NumbersField } from './NumbersField.tsx';
import { Part } from './Part.tsx';
import { TagsField } from './TagsField.tsx';

interface ProfileProps {
  readonly client: Client;
}

function PlacePart({ client }: ProfileProps): ReactElement {
  const { t } = useTranslation();
  const known = useKnownValues();
  const line = (
    field: 'responsible' | 'group' | 'contactPerson' | 'decisionMaker' | 'source' | 'referredBy',
  ) => ({
    client,
    field,
    label: t(`clients.field.${field}`),
    value: client[field],
    patch: (text: string) => ({ [field]: text }),
  });
  return (
    <Part title={t('clientProfile.part.place')}>
      <TagsField client={client} />
      <KnownText {...line('responsible')} known={known.responsible} />
      <KnownText {...line('group')} known={known.groups} hint={t('clientProfile.groupHint')} />
      <ClientText {...line('contactPerson')} />
      <ClientText {...line('decisionMaker')} />
      <ClientText {...line('source')} />
      <ClientText {...line('referredBy')} />
    </Part>
  );
}

function AboutPart({ client }: ProfileProps): ReactElement {
  const { t } = useTranslation();
  const about = (field: keyof ClientAbout, rows?: number) => ({
    client,
    field,
    label: t(`clients.field.${field}`),
    value: client.about[field],
    span: 6,
    patch: (text: string) => (now: Pick<Client, 'about'>) => ({ about: { ...now.about, [field]: text } }),
    ...(rows !== undefined && { rows }),
  });
  return (
    <Part title={t('clientProfile.part.about')} text={t('clientProfile.aboutText')}>
      <ClientText {...about('lineOfBusiness')} />
      <ClientText {...about('whyTheyCame', 2)} />
      <ClientText {...about('goals', 2)} />
      <ClientText {...about('expectations', 2)} />
      <ClientText {...about('interests', 1)} />
    </Part>
  );
}

function AnniversariesPart({ client }: ProfileProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = listCommands(client, 'anniversaries');
  return (
    <Part title={t('clients.field.anniversaries')}>
      {client.birthDate !== null && (
        <Tick
          label={t('clientProfile.anniversary.remindBirthday', {
            day: formatDay(client.birthDate, language),
          })}
          checked={client.remindBirthday !== false}
          span={6}
          save={(remindBirthday) => clientCommands.change(client.fileId, { remindBirthday })}
        />
      )}
      <ListField
        client={client}
        list="anniversaries"
        label={t('clients.field.anniversaries')}
        addLabel={t('clientProfile.anniversary.add')}
        fresh={() => ({ label: '', day: dayOf(systemClock.now()) })}
        nameOf={({ label }) => label}
      >
        {({ label, day, remind }, at) => (
          <>
            <Text
              name={`client-${client.fileId}-anniversary-${String(at)}`}
              label={t('clientProfile.anniversary.what')}
              value={label}
              save={(text) => change(at, { label: text })}
            />
            <Day
              label={t('clientProfile.anniversary.day')}
              value={day}
              save={async (on) => {
                if (on !== null) await change(at, { day: on });
              }}
            />
            <Tick
              label={t('clientProfile.anniversary.remind')}
              checked={remind !== false}
              span={6}
              save={(wanted) => change(at, { remind: wanted })}
            />
          </>
        )}
      </ListField>
    </Part>
  );
}

/** All that is known of a client beyond the head of the file. Every field stores itself. */
export function ProfileTab({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient(fileId);
  if (!client) return null;
  return (
    <Box>
      <PlacePart client={client} />
      <ContactPart client={client} />
      <Part title={t('clients.field.numbers')}>
        <NumbersField client={client} />
      </Part>
      <AboutPart client={client} />
      <AnniversariesPart client={client} />
      <CustomFieldsPart client={client} />
    </Box>
  );
}
