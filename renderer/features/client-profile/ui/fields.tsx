import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { fold } from '#shared/lib/fold.ts';
import type { ClientPatch } from '../model/patch.ts';

interface FieldProps {
  readonly label: string;
  /** Columns of six that the field takes. */
  readonly span?: number;
  readonly hint?: string | undefined;
}

interface TextProps extends FieldProps {
  /** Names the text in the save state; one field a key. */
  readonly name: string;
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  /** Lines at least; left out: one line only. */
  readonly rows?: number;
  /** What is doubtful about what was typed; it is stored all the same. */
  readonly doubt?: ((text: string) => string | null) | undefined;
}

/** A text that stores itself. */
export function Text({ name, label, value, save, span = 3, rows, hint, doubt }: TextProps): ReactElement {
  const [text, change] = useAutosavedText(name, value, save);
  const warning = doubt?.(text) ?? null;
  const Field = rows === undefined ? TextField : LongTextField;
  return (
    <Field
      label={label}
      value={text}
      {...(rows !== undefined && { minRows: rows })}
      helperText={warning ?? hint}
      onChange={(event) => change(event.target.value)}
      slotProps={{
        htmlInput: { maxLength: rows === undefined ? 500 : 100_000 },
        formHelperText: { sx: warning === null ? {} : { color: 'warning.main', whiteSpace: 'pre-line' } },
      }}
      sx={{ gridColumn: `span ${String(span)}` }}
    />
  );
}

interface ClientTextProps extends Omit<TextProps, 'name' | 'save'> {
  readonly client: Client;
  readonly field: string;
  readonly patch: (text: string) => ClientPatch;
}

const nameOf = (client: Client, field: string): string => `client-${client.fileId}-${field}`;

/** A text of a client that stores itself. */
export const ClientText = ({ client, field, patch, ...props }: ClientTextProps): ReactElement => (
  <Text
    name={nameOf(client, field)}
    save={(text) => clientCommands.change(client.fileId, patch(text))}
    {...props}
  />
);

interface KnownTextProps extends Omit<ClientTextProps, 'rows' | 'doubt'> {
  /** What other clients have here: offered while typing, so that the same thing is not called by two names. */
  readonly known: readonly string[];
}

/** A text of a client that stores itself and often is the same as that of others. */
export function KnownText({
  client,
  field,
  patch,
  known,
  label,
  value,
  hint,
  span = 3,
}: KnownTextProps): ReactElement {
  const readOnly = useReadOnly();
  const [text, change] = useAutosavedText(nameOf(client, field), value, (typed) =>
    clientCommands.change(client.fileId, patch(typed)),
  );
  // Two groups that differ by a blank would be one to everybody but the app.
  const trim = (): void => {
    if (text !== text.trim()) change(text.trim());
  };
  return (
    <Autocomplete
      freeSolo
      size="small"
      disabled={readOnly}
      options={known.filter((one) => one !== text)}
      filterOptions={(all, { inputValue }) => all.filter((one) => fold(one).includes(fold(inputValue)))}
      inputValue={text}
      onInputChange={(_, typed, reason) => {
        // «reset» is the list making itself known, not anything the user did.
        if (reason !== 'reset') change(typed);
      }}
      onBlur={trim}
      renderInput={(params) => <TextField {...params} label={label} helperText={hint} />}
      sx={{ gridColumn: `span ${String(span)}` }}
    />
  );
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  /** Offers to choose nothing, an empty text. */
  readonly none?: boolean;
  readonly save: (value: string) => Promise<unknown>;
}

/** One of a few values; stored when it is chosen. */
export function Choice({
  label,
  value,
  options,
  none = false,
  save,
  span = 3,
  hint,
}: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={label}
      value={value}
      helperText={hint}
      onChange={(event) => watched(save(event.target.value), t)}
      sx={{ gridColumn: `span ${String(span)}` }}
    >
      {none && <MenuItem value="">{t('clientProfile.notSaid')}</MenuItem>}
      {options.map(([one, text]) => (
        <MenuItem key={one} value={one}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface DayProps extends FieldProps {
  readonly value: IsoDate | null;
  readonly save: (day: IsoDate | null) => Promise<unknown>;
}

/** A day; stored when it is complete. */
export function Day({ label, value, save, span = 3 }: DayProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Box sx={{ gridColumn: `span ${String(span)}`, display: 'grid' }}>
      <DateField label={label} value={value} onChange={(day) => watched(save(day), t)} />
    </Box>
  );
}

interface TickProps extends FieldProps {
  readonly checked: boolean;
  readonly save: (checked: boolean) => Promise<unknown>;
}

/** Yes or no; stored when it is ticked. */
export function Tick({ label, checked, save, span = 3 }: TickProps): ReactElement {
  const { t } = useTranslation();
  return (
    <FormControlLabel
      label={label}
      control={<Checkbox checked={checked} onChange={(event) => watched(save(event.target.checked), t)} />}
      sx={{ gridColumn: `span ${String(span)}` }}
    />
  );
}
