import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watched } from '#renderer/ui/watched.ts';

interface AddLineProps<Kind extends string> {
  readonly label: string;
  readonly maxLength: number;
  readonly kindLabel: string;
  readonly kinds: readonly Kind[];
  readonly nameOf: (kind: Kind) => string;
  readonly first: Kind;
  /** What is to be known about it. */
  readonly hint?: string;
  readonly onAdd: (label: string, kind: Kind) => Promise<void>;
}

/** Adds to a list of the settings: what it is called, and of which kind it is. Enter adds it. */
export function AddLine<Kind extends string>(props: AddLineProps<Kind>): ReactElement {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState(props.first);
  const add = async (): Promise<void> => {
    await props.onAdd(label.trim().normalize('NFC'), kind);
    setLabel('');
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() !== '') watched(add(), t);
      }}
      sx={{ display: 'flex', gap: 2, alignItems: 'end', flexWrap: 'wrap' }}
    >
      <TextField
        label={props.label}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
        slotProps={{ htmlInput: { maxLength: props.maxLength } }}
        sx={{ flex: 1 }}
      />
      <TextField
        select
        label={props.kindLabel}
        value={kind}
        onChange={(event) => setKind(event.target.value as Kind)}
        sx={{ minWidth: '12em' }}
      >
        {props.kinds.map((one) => (
          <MenuItem key={one} value={one}>
            {props.nameOf(one)}
          </MenuItem>
        ))}
      </TextField>
      <Button type="submit" disabled={label.trim() === ''}>
        {t('common.add')}
      </Button>
      {props.hint !== undefined && (
        <Typography variant="caption" sx={{ color: 'quiet', flexBasis: '100%' }}>
          {props.hint}
        </Typography>
      )}
    </Box>
  );
}
