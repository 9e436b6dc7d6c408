import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '#shared/domain/custom-field.ts';
import type { RegisterFilter } from '#shared/domain/register-view.ts';
import { isChosen } from '../model/custom.ts';
import { useCustomFields } from '../model/useCustomFields.ts';
import { changeFilter } from '../model/view.ts';
import { Choice } from './Choice.tsx';

type Wanted = RegisterFilter['custom'][string];
const NOTHING: Wanted = { anyOf: [], text: '' };

interface CustomConditionsProps {
  readonly filter: RegisterFilter;
}

/** Conditions on the fields of the practice's own: values that are chosen, or words that are in the text. */
export function CustomConditions({ filter }: CustomConditionsProps): ReactElement {
  const { t } = useTranslation();
  const fields = useCustomFields().filter(({ kind }) => kind !== 'date');
  const want = ({ id }: CustomField, wanted: Wanted): void => {
    const { [id]: _before, ...others } = filter.custom;
    const empty = wanted.anyOf.length === 0 && wanted.text === '';
    changeFilter({ custom: empty ? others : { ...others, [id]: wanted } });
  };
  return (
    <>
      {fields.map((field) => {
        const wanted = filter.custom[field.id] ?? NOTHING;
        if (!isChosen(field))
          return (
            <TextField
              key={field.id}
              label={field.label}
              value={wanted.text}
              onChange={({ target }) => want(field, { ...wanted, text: target.value })}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          );
        const yesNo = field.kind === 'yesNo';
        const named = (id: string): string => field.options.find((one) => one.id === id)?.label ?? '';
        return (
          <Choice
            key={field.id}
            title={field.label}
            choice={yesNo ? ['yes', 'no'] : field.options.map(({ id }) => id)}
            chosen={wanted.anyOf}
            label={(id) => (yesNo ? t(id === 'yes' ? 'register.yes' : 'register.no') : named(id))}
            onChoose={(anyOf) => want(field, { ...wanted, anyOf })}
          />
        );
      })}
    </>
  );
}
