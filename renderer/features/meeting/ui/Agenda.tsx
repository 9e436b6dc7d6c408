import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { type ReactElement, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gapsIn } from '#shared/templates/gaps.ts';
import type { Details } from '../model/use-meeting.ts';
import { AddField } from './AddField.tsx';

type Points = Details['agenda'];

interface AgendaProps {
  readonly agenda: Points;
  readonly onChange: (agenda: Points) => void;
  /** Where the points are. */
  readonly list: RefObject<HTMLUListElement | null>;
}

/** Points to go through, ticked off as they are. */
export function Agenda({ agenda, onChange, list }: AgendaProps): ReactElement {
  const { t } = useTranslation();
  const [filling, setFilling] = useState<number | null>(null);
  const points = agenda.map((item, index) => ({ key: String(index), index, item }));
  const write = (at: number, text: string): void =>
    onChange(agenda.map((point, index) => (index === at ? { ...point, text } : point)));
  const filled = (at: number, text: string): void => {
    setFilling(null);
    if (text.trim() === '') onChange(agenda.toSpliced(at, 1));
  };
  const tick = (at: number, done: boolean): void =>
    onChange(agenda.map((point, index) => (index === at ? { ...point, done } : point)));
  return (
    <>
      <Box component="ul" ref={list} sx={{ m: 0, p: 0, pb: 1, listStyle: 'none' }}>
        {points.map(({ key, index, item: { text, done } }) => (
          <Box
            component="li"
            key={key}
            sx={{ display: 'flex', alignItems: 'flex-start', '& > label': { flex: 1, mr: 0 } }}
          >
            {filling === index || gapsIn(text).length > 0 ? (
              <>
                <Checkbox
                  checked={done}
                  onChange={(event) => tick(index, event.target.checked)}
                  slotProps={{ input: { 'aria-label': text } }}
                />
                <LongTextField
                  minRows={1}
                  value={text}
                  onFocus={() => setFilling(index)}
                  onBlur={() => filled(index, text)}
                  onChange={(event) => write(index, event.target.value.replaceAll('\n', ' '))}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
                    event.preventDefault();
                    if (event.target instanceof HTMLElement) event.target.blur();
                  }}
                  slotProps={{ htmlInput: { 'aria-label': t('meeting.agenda.fill'), maxLength: 500 } }}
                  sx={{ flex: 1 }}
                />
              </>
            ) : (
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
            )}
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
