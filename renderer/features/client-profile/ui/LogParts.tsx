import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import type { Client } from '#shared/domain/client.ts';
import { type Consent, CONSENT_KINDS, type ConsentKind, consentState } from '#shared/domain/consent.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { listCommands } from '../model/patch.ts';
import { Choice, Day, Text } from './fields.tsx';
import { ListField } from './ListField.tsx';
import { Part } from './Part.tsx';

const today = (): string => dayOf(systemClock.now());

interface ConsentProps {
  readonly client: Client;
  readonly consent: Consent;
  readonly at: number;
}

function ConsentFields({ client, consent, at }: ConsentProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = listCommands(client, 'consents');
  const state = consentState(consent, today());
  return (
    <>
      <Choice
        label={t('clientProfile.consent.kind')}
        value={consent.kind}
        options={CONSENT_KINDS.map((kind) => [kind, t(`domain.consent.${kind}`)])}
        save={(kind) => change(at, { kind: kind as ConsentKind })}
      />
      <Text
        name={`client-${client.fileId}-consent-${String(at)}`}
        label={t('clientProfile.consent.paper')}
        value={consent.paper}
        save={(paper) => change(at, { paper })}
      />
      <Day
        label={t('clientProfile.consent.givenOn')}
        value={consent.givenOn}
        span={2}
        save={async (day) => {
          if (day !== null) await change(at, { givenOn: day });
        }}
      />
      <Day
        label={t('clientProfile.consent.validUntil')}
        value={consent.validUntil}
        span={2}
        save={(validUntil) => change(at, { validUntil })}
      />
      <Day
        label={t('clientProfile.consent.withdrawnOn')}
        value={consent.withdrawnOn}
        span={2}
        save={(withdrawnOn) => change(at, { withdrawnOn })}
      />
      {state !== 'valid' && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Typography variant="body2" sx={{ color: 'warning.main' }}>
            {t(`clientProfile.consent.state.${state}`, {
              day: formatDay(
                (state === 'withdrawn' ? consent.withdrawnOn : consent.validUntil) ?? consent.givenOn,
                language,
              ),
            })}
          </Typography>
        </Box>
      )}
    </>
  );
}

/** What the client agreed to, since when, until when, and on which paper it stands. */
export function ConsentsPart({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  return (
    <Part title={t('clientProfile.part.consents')} text={t('clientProfile.consent.text')}>
      <ListField
        client={client}
        list="consents"
        label={t('clientProfile.part.consents')}
        addLabel={t('clientProfile.consent.add')}
        fresh={(): Consent => ({
          kind: CONSENT_KINDS.find((kind) => client.consents.every((one) => one.kind !== kind)) ?? 'terms',
          givenOn: today(),
          validUntil: null,
          withdrawnOn: null,
          paper: '',
        })}
        nameOf={({ kind }) => t(`domain.consent.${kind}`)}
      >
        {(consent, at) => <ConsentFields client={client} consent={consent} at={at} />}
      </ListField>
    </Part>
  );
}

/** What the client was given. */
export function PerksPart({ client }: { readonly client: Client }): ReactElement {
  const { t } = useTranslation();
  const { change } = listCommands(client, 'perks');
  const text = (field: 'text' | 'worth', at: number, value: string, span: number) => ({
    name: `client-${client.fileId}-perk-${field}-${String(at)}`,
    label: t(`clientProfile.perk.${field}`),
    value,
    span,
    save: (typed: string) => change(at, { [field]: typed }),
  });
  return (
    <Part title={t('clientProfile.part.perks')}>
      <ListField
        client={client}
        list="perks"
        label={t('clientProfile.part.perks')}
        addLabel={t('clientProfile.perk.add')}
        fresh={() => ({ day: today(), kind: 'gift', text: '', worth: '' })}
        nameOf={(perk) => perk.text || t(`domain.perkKind.${perk.kind}`)}
      >
        {(perk, at) => (
          <>
            <Choice
              label={t('clientProfile.perk.kind')}
              value={perk.kind}
              options={[
                ['gift', t('domain.perkKind.gift')],
                ['perk', t('domain.perkKind.perk')],
              ]}
              span={2}
              save={(kind) => change(at, { kind: kind === 'perk' ? 'perk' : 'gift' })}
            />
            <Day
              label={t('clientProfile.perk.day')}
              value={perk.day}
              span={2}
              save={async (day) => {
                if (day !== null) await change(at, { day });
              }}
            />
            <Text {...text('worth', at, perk.worth, 2)} />
            <Text {...text('text', at, perk.text, 6)} />
          </>
        )}
      </ListField>
    </Part>
  );
}
