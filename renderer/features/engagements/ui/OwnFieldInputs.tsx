import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { CustomField, CustomValue } from '#shared/domain/custom-field.ts';
import { customText, numberFrom } from '#shared/domain/custom-values.ts';
import type { EngagementBody } from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';

interface InputProps {
  readonly fileId: FileId;
  readonly field: CustomField;
  readonly value: CustomValue | undefined;
  /** Undefined: no value any more. */
  readonly onChange: (value: CustomValue | undefined) => void;
}

const WIDE = { gridColumn: 'span 6' } as const;
const HALF = { gridColumn: 'span 3' } as const;
const textOf = (value: CustomValue | undefined): string => (typeof value === 'string' ? value : '');

function NumberInput({ field, value, onChange }: InputProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const words = { language, yes: '', no: '', partyName: () => undefined };
  const text = typed ?? customText({ ...field, kind: 'number' }, value, words);
  const doubtful = text.trim() !== '' && numberFrom(text) === null;
  return (
    <TextField
      label={field.kind === 'money' ? `${field.label} (${field.currency})` : field.label}
      value={text}
      helperText={doubtful ? t('clientProfile.custom.noNumber') : undefined}
      onChange={({ target }) => {
        setTyped(target.value);
        // What is no number stays as it was typed: it is told of, and nothing is lost.
        onChange(target.value.trim() === '' ? undefined : (numberFrom(target.value) ?? target.value));
      }}
      onBlur={() => setTyped(null)}
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 500 } }}
      sx={HALF}
    />
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (id: string) => void;
}

/** One of several, or none. */
function OneOf({ label, value, options, onChange }: SelectProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={label}
      value={options.some(([id]) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={HALF}
    >
      <MenuItem value="">{t('clientProfile.notSaid')}</MenuItem>
      {options.map(([id, text]) => (
        <MenuItem key={id} value={id}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function SeveralOf({ field, value, onChange }: InputProps): ReactElement {
  const known = new Set(field.options.map(({ id }) => id));
  return (
    <TextField
      select
      label={field.label}
      value={Array.isArray(value) ? value.filter((id) => known.has(id)) : []}
      onChange={(event) => {
        // Material gives the list, though its type says text.
        const now = [event.target.value].flat();
        onChange(now.length === 0 ? undefined : now);
      }}
      slotProps={{ select: { multiple: true } }}
      sx={HALF}
    >
      {field.options.map(({ id, label }) => (
        <MenuItem key={id} value={id}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function PartyInput({ fileId, field, value, onChange }: InputProps): ReactElement {
  const parties = usePartiesOf(fileId) ?? [];
  return (
    <OneOf
      label={field.label}
      value={textOf(value)}
      options={parties.map(({ id, name }) => [id, name])}
      onChange={(id) => onChange(id === '' ? undefined : id)}
    />
  );
}

function Input(props: InputProps): ReactElement {
  const { t } = useTranslation();
  const { field, value, onChange } = props;
  const said = (text: string): void => onChange(text === '' ? undefined : text);
  switch (field.kind) {
    case 'text':
      return (
        <LongTextField
          minRows={1}
          label={field.label}
          value={textOf(value)}
          onChange={(event) => said(event.target.value)}
          sx={WIDE}
        />
      );
    case 'number':
    case 'money':
      return <NumberInput {...props} />;
    case 'date':
      return (
        <DateField
          label={field.label}
          value={typeof value === 'string' ? value : null}
          onChange={(day) => onChange(day ?? undefined)}
          sx={HALF}
        />
      );
    case 'choice':
      return (
        <OneOf
          label={field.label}
          value={textOf(value)}
          options={field.options.map(({ id, label }) => [id, label])}
          onChange={said}
        />
      );
    case 'choices':
      return <SeveralOf {...props} />;
    case 'yesNo':
      return (
        <OneOf
          label={field.label}
          value={typeof value === 'boolean' ? String(value) : ''}
          options={[
            ['true', t('clientProfile.custom.yes')],
            ['false', t('clientProfile.custom.no')],
          ]}
          onChange={(id) => onChange(id === '' ? undefined : id === 'true')}
        />
      );
    case 'party':
      return <PartyInput {...props} />;
    default:
      return assertNever(field.kind);
  }
}

interface OwnFieldInputsProps {
  readonly fileId: FileId;
  readonly fields: readonly CustomField[];
  readonly values: EngagementBody['custom'];
  readonly onChange: (values: NonNullable<EngagementBody['custom']>) => void;
}

/** The fields that the practice added to its engagements. */
export function OwnFieldInputs({ fileId, fields, values, onChange }: OwnFieldInputsProps): ReactElement {
  return (
    <>
      {fields.map((field) => (
        <Input
          key={field.id}
          fileId={fileId}
          field={field}
          value={values?.[field.id]}
          onChange={(value) => {
            const { [field.id]: _before, ...rest } = values ?? {};
            onChange(value === undefined ? rest : { ...rest, [field.id]: value });
          }}
        />
      ))}
    </>
  );
}
