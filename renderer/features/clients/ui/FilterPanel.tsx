import type { StageId } from '#shared/domain/stages.ts';
import { stageName } from '#shared/i18n/translate.ts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStages } from '#renderer/entities/practice/index.ts';
import { CLIENT_KINDS, CLIENT_TYPES } from '#shared/domain/client.ts';
import type { RegisterFilter } from '#shared/domain/register-view.ts';
import { CONSENT_KINDS } from '#shared/domain/consent.ts';
import { useKnownValues } from '#renderer/entities/client/index.ts';
import { DAYS_WITHOUT_CONTACT } from '../model/views.ts';
import { changeFilter, clearFilter, useRegisterView } from '../model/view.ts';
import { Choice, Suggestions } from './Choice.tsx';
import { CustomConditions } from './CustomConditions.tsx';

const MOST_DAYS = 36_500;

function LastContact({ filter }: { readonly filter: RegisterFilter }): ReactElement {
  const { t } = useTranslation();
  const { lastContact } = filter;
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-end' }}>
      <TextField
        select
        label={t('register.column.lastContact')}
        value={lastContact?.how ?? ''}
        onChange={({ target }) =>
          changeFilter({
            lastContact:
              target.value === ''
                ? null
                : {
                    how: target.value === 'within' ? 'within' : 'olderThan',
                    days: lastContact?.days ?? DAYS_WITHOUT_CONTACT,
                  },
          })
        }
        slotProps={{ select: { displayEmpty: true } }}
        sx={{ flex: 1 }}
      >
        <MenuItem value="">{t('register.filter.any')}</MenuItem>
        <MenuItem value="olderThan">{t('register.filter.olderThan')}</MenuItem>
        <MenuItem value="within">{t('register.filter.within')}</MenuItem>
      </TextField>
      <TextField
        type="number"
        label={t('register.filter.days')}
        disabled={lastContact === null}
        value={lastContact?.days ?? DAYS_WITHOUT_CONTACT}
        onChange={({ target }) => {
          const days = Math.min(MOST_DAYS, Math.max(0, Math.round(Number(target.value))));
          if (lastContact && Number.isFinite(days)) changeFilter({ lastContact: { ...lastContact, days } });
        }}
        slotProps={{ htmlInput: { min: 0, max: MOST_DAYS } }}
        sx={{ width: 110 }}
      />
    </Box>
  );
}

/** Everything the register can be narrowed down by. Changes show at once. */
export function FilterPanel(): ReactElement {
  const { t } = useTranslation();
  const values = useKnownValues();
  const consent = (kind: string): string => t(`register.consent.${kind}` as 'register.consent.terms');
  const { filter } = useRegisterView(({ look }) => look);
  const stages = useStages();
  return (
    <Box sx={{ p: 4, width: 600, display: 'grid', gap: 3 }}>
      <Choice
        title={t('register.column.stage')}
        choice={stages.offered(filter.stages)}
        chosen={filter.stages}
        label={(value) => stageName(t, value as StageId)}
        onChoose={(chosen) => changeFilter({ stages: chosen })}
      />
      <Choice
        title={t('register.column.kind')}
        choice={CLIENT_KINDS}
        chosen={filter.kinds}
        label={(value) => t(`domain.clientKind.${value}` as 'domain.clientKind.client')}
        onChoose={(kinds) => changeFilter({ kinds })}
      />
      <Choice
        title={t('register.column.type')}
        choice={CLIENT_TYPES}
        chosen={filter.types}
        label={(value) => t(`domain.clientType.${value}` as 'domain.clientType.person')}
        onChoose={(types) => changeFilter({ types })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <Suggestions
          title={t('register.column.tags')}
          choice={values.tags}
          chosen={filter.tags}
          onChoose={(tags) => changeFilter({ tags })}
        />
        <Suggestions
          title={t('register.column.responsible')}
          choice={['', ...values.responsible]}
          chosen={filter.responsible}
          label={(name) => name || t('register.filter.nobody')}
          onChoose={(responsible) => changeFilter({ responsible })}
        />
        <Suggestions
          title={t('register.column.group')}
          choice={values.groups}
          chosen={filter.groups}
          onChoose={(groups) => changeFilter({ groups })}
        />
        <Suggestions
          title={t('register.filter.consents')}
          choice={CONSENT_KINDS}
          chosen={filter.consents}
          label={consent}
          onChoose={(consents) => changeFilter({ consents })}
        />
        <Suggestions
          title={t('register.filter.noConsents')}
          choice={CONSENT_KINDS}
          chosen={filter.noConsents}
          label={consent}
          onChoose={(noConsents) => changeFilter({ noConsents })}
        />
      </Box>
      <CustomConditions filter={filter} />
      <LastContact filter={filter} />
      <FormControlLabel
        control={
          <Checkbox checked={filter.noNextDate} onChange={(_, noNextDate) => changeFilter({ noNextDate })} />
        }
        label={t('register.filter.noNextDate')}
      />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <FormControlLabel
          sx={{ flex: 1 }}
          control={
            <Checkbox
              checked={filter.forgotten !== null}
              onChange={(_, checked) =>
                changeFilter({ forgotten: checked ? { days: DAYS_WITHOUT_CONTACT } : null })
              }
            />
          }
          label={t('register.filter.forgotten')}
        />
        {filter.forgotten && (
          <TextField
            type="number"
            label={t('register.filter.silentDays')}
            value={filter.forgotten.days}
            onChange={({ target }) => {
              const days = Math.min(MOST_DAYS, Math.max(1, Math.round(Number(target.value))));
              if (Number.isFinite(days)) changeFilter({ forgotten: { days } });
            }}
            slotProps={{ htmlInput: { min: 1, max: MOST_DAYS } }}
            sx={{ width: 170 }}
          />
        )}
      </Box>
      <Button onClick={clearFilter} sx={{ justifySelf: 'start' }}>
        {t('clients.noneFound.clear')}
      </Button>
    </Box>
  );
}
