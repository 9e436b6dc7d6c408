import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/ui/dates/index.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import type { RegisterFilter } from '#shared/domain/register-view.ts';
import { isChosen } from '../model/custom.ts';
import { useCustomFields } from '../model/useCustomFields.ts';
import { changeFilter } from '../model/view.ts';
import { Choice } from './Choice.tsx';

type Wanted = RegisterFilter['custom'][string];
const NOTHING: Wanted = { anyOf: [], text: '' };

interface ConditionProps {
  readonly field: CustomField;
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

/** Days from and to, both included. */
function Days({ field, wanted, onWant }: ConditionProps): ReactElement {
  const { t } = useTranslation();
  const { from, to, ...rest } = wanted;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
      <DateField
        label={t('register.filter.from', { field: field.label })}
        value={from ?? null}
        onChange={(day) =>
          onWant({ ...rest, ...(day !== null && { from: day }), ...(to !== undefined && { to }) })
        }
      />
      <DateField
        label={t('register.filter.to', { field: field.label })}
        value={to ?? null}
        onChange={(day) =>
          onWant({ ...rest, ...(from !== undefined && { from }), ...(day !== null && { to: day }) })
        }
      />
    </Box>
  );
}

/** Whether somebody is linked. */
function Linked({ field, wanted, onWant }: ConditionProps): ReactElement {
  const { t } = useTranslation();
  const { filled, ...rest } = wanted;
  return (
    <Choice
      title={field.label}
      choice={['filled', 'empty']}
      chosen={filled === undefined ? [] : [filled ? 'filled' : 'empty']}
      label={(id) => t(id === 'filled' ? 'register.filter.filled' : 'register.filter.empty')}
      onChoose={(chosen) => {
        // One at a time: both would be as good as none.
        const last = chosen.at(-1);
        onWant(last === undefined ? rest : { ...rest, filled: last === 'filled' });
      }}
    />
  );
}

/** Values that are chosen from a list. */
function Chosen({ field, wanted, onWant }: ConditionProps): ReactElement {
  const { t } = useTranslation();
  const yesNo = field.kind === 'yesNo';
  const named = (id: string): string => field.options.find((one) => one.id === id)?.label ?? '';
  return (
    <Choice
      title={field.label}
      choice={yesNo ? ['yes', 'no'] : field.options.map(({ id }) => id)}
      chosen={wanted.anyOf}
      label={(id) => (yesNo ? t(id === 'yes' ? 'register.yes' : 'register.no') : named(id))}
      onChoose={(anyOf) => onWant({ ...wanted, anyOf })}
    />
  );
}

function Condition(props: ConditionProps): ReactElement {
  const { field, wanted, onWant } = props;
  if (field.kind === 'date') return <Days {...props} />;
  if (field.kind === 'party') return <Linked {...props} />;
  if (isChosen(field)) return <Chosen {...props} />;
  return (
    <TextField
      label={field.label}
      value={wanted.text}
      onChange={({ target }) => onWant({ ...wanted, text: target.value })}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}

interface CustomConditionsProps {
  readonly filter: RegisterFilter;
}

/** Conditions on the fields of the practice's own, each by its kind. */
export function CustomConditions({ filter }: CustomConditionsProps): ReactElement {
  const fields = useCustomFields();
  const want = ({ id }: CustomField, wanted: Wanted): void => {
    const { [id]: _before, ...others } = filter.custom;
    const empty = JSON.stringify(wanted) === JSON.stringify(NOTHING);
    changeFilter({ custom: empty ? others : { ...others, [id]: wanted } });
  };
  return (
    <>
      {fields.map((field) => (
        <Condition
          key={field.id}
          field={field}
          wanted={filter.custom[field.id] ?? NOTHING}
          onWant={(wanted) => want(field, wanted)}
        />
      ))}
    </>
  );
}
