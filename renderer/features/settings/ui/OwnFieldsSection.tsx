import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { watched } from '#renderer/ui/watched.ts';
import { CUSTOM_FIELD_KINDS, type CustomField, type CustomFieldKind } from '#shared/domain/custom-field.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import { CURRENCIES, CURRENCY_OF } from '#shared/domain/money.ts';
import { ownFields, type OwnFieldsOf } from '#shared/domain/own-fields.ts';
import type { Practice } from '#shared/domain/practice.ts';
import { changeFields } from '../model/own-fields.ts';
import { optionsFrom } from '../model/options.ts';
import { AddLine } from './AddLine.tsx';

const change = (of: OwnFieldsOf, id: string, patch: Partial<CustomField>): Promise<void> =>
  changeFields(of, (fields) => fields.map((one) => (one.id === id ? { ...one, ...patch } : one)));

interface FieldProps {
  readonly of: OwnFieldsOf;
  readonly field: CustomField;
  readonly first: boolean;
}

/** The text of a field's options, one a line. */
const linesOf = ({ options }: CustomField): string => options.map(({ label }) => label).join('\n');

function Options({ of, field }: Pick<FieldProps, 'of' | 'field'>): ReactElement {
  const { t } = useTranslation();
  const [text, type] = useAutosavedText(`custom-field-options-${field.id}`, linesOf(field), (lines) =>
    change(of, field.id, { options: [...optionsFrom(lines, field.options, newRecordId)] }),
  );
  return (
    <LongTextField
      label={t('settings.ownFields.options', { field: field.label })}
      value={text}
      minRows={2}
      helperText={t('clientProfile.oneALine')}
      onChange={(event) => type(event.target.value)}
    />
  );
}

function FieldEditor({ of, field, first }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const [label, type] = useAutosavedText(`custom-field-${field.id}`, field.label, async (typed) => {
    if (typed.trim() !== '') await change(of, field.id, { label: typed.trim() });
  });
  const up = (): Promise<void> =>
    changeFields(of, (fields) => {
      const at = fields.findIndex(({ id }) => id === field.id);
      const before = fields[at - 1];
      return before ? [...fields.slice(0, at - 1), field, before, ...fields.slice(at + 1)] : fields;
    });
  return (
    <Box component="li" sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'end' }}>
        <TextField
          label={`${t('settings.ownFields.label')}: ${t(`domain.customFieldKind.${field.kind}`)}`}
          value={label}
          onChange={(event) => type(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ flex: 1 }}
        />
        {field.kind === 'money' && (
          <TextField
            select
            label={t('settings.ownFields.currency')}
            value={field.currency}
            onChange={(event) => watched(change(of, field.id, { currency: event.target.value }), t)}
          >
            {CURRENCIES.map((currency) => (
              <MenuItem key={currency} value={currency}>
                {currency}
              </MenuItem>
            ))}
          </TextField>
        )}
        {!first && (
          <Button
            aria-label={t('settings.ownFields.upName', { field: field.label })}
            onClick={() => watched(up(), t)}
          >
            {t('settings.ownFields.up')}
          </Button>
        )}
        <Button
          aria-label={t('settings.ownFields.removeName', { field: field.label })}
          onClick={() =>
            watched(
              changeFields(of, (fields) => fields.filter(({ id }) => id !== field.id)),
              t,
            )
          }
        >
          {t('common.remove')}
        </Button>
      </Box>
      {(field.kind === 'choice' || field.kind === 'choices') && <Options of={of} field={field} />}
    </Box>
  );
}

function AddField({ of, practice }: Pick<FieldProps, 'of'> & { readonly practice: Practice }): ReactElement {
  const { t } = useTranslation();
  const add = (label: string, kind: CustomFieldKind): Promise<void> => {
    const currency = kind === 'money' ? CURRENCY_OF[practice.language] : '';
    return changeFields(of, (fields) => [
      ...fields,
      { id: newRecordId(), label, kind, options: [], currency },
    ]);
  };
  return (
    <AddLine
      label={t('settings.ownFields.new')}
      maxLength={500}
      kindLabel={t('settings.ownFields.kind')}
      kinds={CUSTOM_FIELD_KINDS}
      nameOf={(kind) => t(`domain.customFieldKind.${kind}`)}
      first="text"
      onAdd={add}
    />
  );
}

/** The fields that the practice adds to its client files or engagements, for its kind. */
export function OwnFieldsSection({ of }: Pick<FieldProps, 'of'>): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  if (!practice) return null;
  const fields = ownFields(of, practice);
  return (
    <Section
      title={t(`settings.ownFields.title.${of}`)}
      text={t(`settings.ownFields.text.${of}`, { kind: t(`domain.practiceKind.${practice.kind}`) })}
      writes
    >
      {fields.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4 }}>
          {fields.map((field, at) => (
            <FieldEditor key={field.id} of={of} field={field} first={at === 0} />
          ))}
        </Box>
      )}
      <AddField of={of} practice={practice} />
    </Section>
  );
}
