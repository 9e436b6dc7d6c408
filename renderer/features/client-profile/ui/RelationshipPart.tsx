import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import { useStages } from '#renderer/entities/practice/index.ts';
import { type Client, isGone } from '#shared/domain/client.ts';
import type { StageId } from '#shared/domain/stages.ts';
import { stageName } from '#shared/i18n/translate.ts';
import {
  CLIENT_TYPES,
  EXCLUSIVITIES,
  ORIENTATIONS,
  RELATIONSHIP_MODES,
  RELATIONSHIP_PHASES,
  type Relationship,
  relationshipSchema,
  STRATEGIES,
} from '#shared/domain/relationship.ts';
import { Choice, ClientText, Tick } from './fields.tsx';
import { Part } from './Part.tsx';

interface RelationshipProps {
  readonly client: Client;
}

const change = (client: Client, patch: Partial<Relationship>): Promise<void> =>
  clientCommands.change(client.fileId, ({ relationship }) => ({
    relationship: { ...relationship, ...patch },
  }));

/** Where the client stands in its life with the practice; lost and ended say why. */
export function StagePart({ client }: RelationshipProps): ReactElement {
  const { t } = useTranslation();
  const stages = useStages();
  const stands = stages.of(client);
  const gone = isGone(client.stage);
  return (
    <Part title={t('clients.field.stage')}>
      <Choice
        label={t('clients.field.stage')}
        value={stands}
        options={stages.offered([stands]).map((stage) => [stage, stageName(t, stage)])}
        save={(stage) => clientCommands.change(client.fileId, stages.standingIn(stage as StageId))}
      />
      {gone && (
        <ClientText
          client={client}
          field="stageReason"
          label={t('clientProfile.stageReason')}
          value={client.stageReason}
          rows={2}
          span={6}
          patch={(stageReason) => ({ stageReason })}
          doubt={(text) => (text.trim() === '' ? t('clientProfile.stageReasonMissing') : null)}
        />
      )}
    </Part>
  );
}

function Types({ client }: RelationshipProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('clientProfile.field.types')}
      value={client.relationship.types}
      onChange={(event) => {
        const types = relationshipSchema.shape.types.safeParse(event.target.value);
        if (types.success) watched(change(client, { types: types.data }), t);
      }}
      slotProps={{ select: { multiple: true } }}
      sx={{ gridColumn: 'span 3' }}
    >
      {CLIENT_TYPES.map((type) => (
        <MenuItem key={type} value={type}>
          {t(`domain.buyerType.${type}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** What the professional thinks of the relationship. */
export function RelationshipPart({ client }: RelationshipProps): ReactElement {
  const { t } = useTranslation();
  const { relationship } = client;
  const choice = <Key extends 'mode' | 'phase' | 'orientation' | 'strategy' | 'exclusivity'>(
    key: Key,
    options: readonly (readonly [string, string])[],
  ) => ({
    label: t(`clientProfile.field.${key}`),
    value: relationship[key] ?? '',
    none: true,
    options,
    save: (value: string) =>
      clientCommands.change(client.fileId, ({ relationship: now }) => ({
        relationship: relationshipSchema.parse({ ...now, [key]: value === '' ? null : value }),
      })),
  });
  return (
    <Part title={t('clientProfile.part.relationship')}>
      <Choice
        {...choice(
          'mode',
          RELATIONSHIP_MODES.map((one) => [one, t(`domain.relationshipMode.${one}`)]),
        )}
      />
      <Choice
        {...choice(
          'phase',
          RELATIONSHIP_PHASES.map((one) => [one, t(`domain.phase.${one}`)]),
        )}
      />
      {relationship.phase === 'dissolution' && (
        <ClientText
          client={client}
          field="dissolutionReason"
          label={t('clientProfile.field.dissolutionReason')}
          value={relationship.dissolutionReason}
          rows={2}
          span={6}
          patch={(dissolutionReason) => (now) => ({
            relationship: { ...now.relationship, dissolutionReason },
          })}
        />
      )}
      <Types client={client} />
      <Choice
        {...choice(
          'orientation',
          ORIENTATIONS.map((one) => [one, t(`domain.orientation.${one}`)]),
        )}
      />
      <Choice
        {...choice(
          'strategy',
          STRATEGIES.map((one) => [one, t(`domain.strategy.${one}`)]),
        )}
      />
      <Choice
        {...choice(
          'exclusivity',
          EXCLUSIVITIES.map((one) => [one, t(`domain.exclusivity.${one}`)]),
        )}
      />
      <ClientText
        client={client}
        field="serviceLevel"
        label={t('clientProfile.field.serviceLevel')}
        value={relationship.serviceLevel}
        span={6}
        patch={(serviceLevel) => (now) => ({ relationship: { ...now.relationship, serviceLevel } })}
      />
      <Tick
        label={t('clientProfile.field.keyClient')}
        checked={relationship.keyClient}
        save={(keyClient) => change(client, { keyClient })}
      />
      <Tick
        label={t('clientProfile.field.internal')}
        checked={relationship.internal}
        save={(internal) => change(client, { internal })}
      />
    </Part>
  );
}
