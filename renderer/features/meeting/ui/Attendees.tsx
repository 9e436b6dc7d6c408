import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SIDES, type Attendee, type Side } from '#shared/domain/note.ts';
import { keyed } from '../model/keyed.ts';
import { AddField } from './AddField.tsx';

interface AttendeesProps {
  readonly attendees: readonly Attendee[];
  readonly onChange: (attendees: Attendee[]) => void;
}

/** Who is here, and on whose side. */
export function Attendees({ attendees, onChange }: AttendeesProps): ReactElement {
  const { t } = useTranslation();
  const setSide = (at: number, side: Side): void =>
    onChange(attendees.map((attendee, index) => (index === at ? { ...attendee, side } : attendee)));
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {keyed(attendees, ({ name }) => name).map(({ key, index, item: { name, side } }) => (
          <Box component="li" key={key} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            <TextField
              select
              size="small"
              value={side}
              onChange={(event) => setSide(index, event.target.value as Side)}
              slotProps={{
                select: { SelectDisplayProps: { 'aria-label': t('meeting.attendees.side', { name }) } },
              }}
              sx={{ width: 112, '& .MuiSelect-select': { typography: 'body2' } }}
            >
              {SIDES.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`domain.side.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <Button
              variant="text"
              aria-label={t('meeting.attendees.remove', { name })}
              onClick={() => onChange(attendees.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          </Box>
        ))}
      </Box>
      <AddField
        label={t('meeting.attendees.add')}
        onAdd={(name) => onChange([...attendees, { name, side: 'client' }])}
      />
    </>
  );
}
