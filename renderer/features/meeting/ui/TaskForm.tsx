import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { Editor } from '@tiptap/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '#shared/domain/values.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { SaveDialog } from '#renderer/ui/SaveDialog.tsx';
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
  const save = (): void => {
    editor.commands.setTaskParts(who, due);
    onClose();
  };
  return (
    <SaveDialog
      title={t('meeting.task.title')}
      onSave={save}
      onClose={onClose}
      sx={{ display: 'grid', gap: 4 }}
    >
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
    </SaveDialog>
  );
}
