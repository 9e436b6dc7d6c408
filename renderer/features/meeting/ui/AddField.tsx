import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type ReactElement, useState } from 'react';

interface AddFieldProps {
  readonly label: string;
  readonly onAdd: (text: string) => void;
}

/** A field that adds what is typed, at Enter or when it is left, so that nothing typed is lost. */
export function AddField({ label, onAdd }: AddFieldProps): ReactElement {
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() !== '') onAdd(text.trim());
    setText('');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    add();
  };
  return (
    <TextField
      size="small"
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={press}
      onBlur={add}
      slotProps={{ htmlInput: { 'aria-label': label, maxLength: 500 } }}
    />
  );
}
