import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { Editor } from '@tiptap/core';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '#shared/domain/values.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { currentLine } from '../model/editor/line-marks.ts';

interface TaskFormProps {
  readonly editor: Editor;
  readonly people: () => readonly string[];
  readonly onClose: () => void;
}

/** Says who does the task of the current line, and by when. */
export function TaskForm({ editor, people, onClose }: TaskFormProps): ReactElement {
  const { t } = useTranslation();
  const [line] = useState(() => currentLine(editor.state));
  const [who, setWho] = useState(line?.attrs.who ?? '');
  const [due, setDue] = useState<IsoDate | null>(line?.attrs.due ?? null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    editor.commands.setTaskParts(who, due);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="task-form-title">
      <form onSubmit={submit}>
        <DialogTitle id="task-form-title">{t('meeting.task.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Autocomplete
            freeSolo
            size="small"
            sx={{ '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall': { py: '2.5px', pl: '2px' } }}
            options={people()}
            inputValue={who}
            onInputChange={(_, typed) => setWho(typed)}
            renderInput={(params) => <TextField {...params} inputRef={first} label={t('meeting.task.who')} />}
          />
          <DateField label={t('meeting.task.due')} value={due} onChange={setDue} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {t('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
