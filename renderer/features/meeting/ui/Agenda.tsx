import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../model/keyed.ts';
import type { Details } from '../model/use-meeting.ts';
import { AddField } from './AddField.tsx';

type Points = Details['agenda'];

interface AgendaProps {
  readonly agenda: Points;
  readonly onChange: (agenda: Points) => void;
}

/** Points to go through, ticked off as they are. */
export function Agenda({ agenda, onChange }: AgendaProps): ReactElement {
  const { t } = useTranslation();
  const tick = (at: number, done: boolean): void =>
    onChange(agenda.map((point, index) => (index === at ? { ...point, done } : point)));
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, pb: 1, listStyle: 'none' }}>
        {keyed(agenda, ({ text }) => text).map(({ key, index, item: { text, done } }) => (
          <Box
            component="li"
            key={key}
            sx={{ display: 'flex', alignItems: 'flex-start', '& > label': { flex: 1, mr: 0 } }}
          >
            <FormControlLabel
              control={<Checkbox checked={done} onChange={(event) => tick(index, event.target.checked)} />}
              label={text}
              sx={{
                alignItems: 'flex-start',
                '& .MuiFormControlLabel-label': {
                  typography: 'body2',
                  pt: 1,
                  ...(done ? { color: 'quiet', textDecoration: 'line-through' } : {}),
                },
              }}
            />
            <Button
              variant="text"
              aria-label={t('meeting.agenda.remove', { point: text })}
              sx={{ mt: -0.75 }}
              onClick={() => onChange(agenda.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          </Box>
        ))}
      </Box>
      <AddField
        label={t('meeting.agenda.add')}
        onAdd={(text) => onChange([...agenda, { text, done: false }])}
      />
    </>
  );
}
