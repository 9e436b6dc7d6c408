import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_FILTER, type RegisterFilter } from '#shared/domain/register-view.ts';
import type { StageId } from '#shared/domain/stages.ts';
import { stageName } from '#shared/i18n/translate.ts';
import { activeParts } from '../model/filter.ts';
import { useCustomFields } from '../model/useCustomFields.ts';
import { changeFilter, useRegisterView } from '../model/view.ts';

/** What one part of the filter says, in the user's language. */
function usePartText(): (part: keyof RegisterFilter, filter: RegisterFilter) => string {
  const { t } = useTranslation();
  const fields = useCustomFields();
  const consent = (kind: string): string => t(`register.consent.${kind}` as 'register.consent.terms');
  return (part, filter) => {
    switch (part) {
      case 'stages':
        return filter.stages.map((value) => stageName(t, value as StageId)).join(', ');
      case 'kinds':
        return filter.kinds
          .map((value) => t(`domain.clientKind.${value}` as 'domain.clientKind.client'))
          .join(', ');
      case 'types':
        return filter.types
          .map((value) => t(`domain.clientType.${value}` as 'domain.clientType.person'))
          .join(', ');
      case 'tags':
        return t('register.chip.tags', { tags: filter.tags.join(', ') });
      case 'responsible':
        return t('register.chip.responsible', {
          names: filter.responsible.map((name) => name || t('register.filter.nobody')).join(', '),
        });
      case 'groups':
        return t('register.chip.groups', { names: filter.groups.join(', ') });
      case 'lastContact':
        return filter.lastContact
          ? t(`register.chip.${filter.lastContact.how}`, { count: filter.lastContact.days })
          : '';
      case 'consents':
        return t('register.chip.consents', { kinds: filter.consents.map(consent).join(', ') });
      case 'noConsents':
        return t('register.chip.noConsents', { kinds: filter.noConsents.map(consent).join(', ') });
      case 'custom':
        return fields
          .filter(({ id }) => id in filter.custom)
          .map(({ label }) => label)
          .join(', ');
      case 'forgotten':
        return t('register.filter.forgotten');
      case 'noNextDate':
        return t('register.filter.noNextDate');
      case 'query':
        return filter.query;
      default:
        return part satisfies never;
    }
  };
}

/** What the register is narrowed down by; each part can be taken away. */
export function ActiveFilters(): ReactElement | null {
  const { t } = useTranslation();
  const { filter } = useRegisterView(({ look }) => look);
  const textOf = usePartText();
  const parts = activeParts(filter);
  if (parts.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t('register.filter.active')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 6, pb: 3 }}
    >
      {parts.map((part) => (
        <Chip
          key={part}
          label={textOf(part, filter)}
          onClick={() => changeFilter({ [part]: NO_FILTER[part] })}
          onDelete={() => changeFilter({ [part]: NO_FILTER[part] })}
          title={t('register.filter.takeAway')}
        />
      ))}
    </Box>
  );
}
