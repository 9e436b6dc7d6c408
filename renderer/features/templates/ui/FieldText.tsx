import TextField from '@mui/material/TextField';
import { type ChangeEvent, createContext, type ReactElement, useContext, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Practice } from '#shared/domain/practice.ts';
import { shownText, storedText } from '#shared/templates/text-fields.ts';
import type { FieldMenuAnchor, FieldTarget } from '#renderer/entities/template/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';

/** What the texts of a template tell the screen they stand on. */
export interface FieldTexts {
  readonly practice: Practice;
  readonly onTarget: (target: FieldTarget) => void;
  readonly onAsk: (anchor: FieldMenuAnchor) => void;
}
export const FieldTextsContext = createContext<FieldTexts | null>(null);

/** What the texts of a template have around them. */
export function useFieldTexts(): FieldTexts {
  const texts = useContext(FieldTextsContext);
  if (!texts) throw new Error('No template around this text');
  return texts;
}

type Input = HTMLInputElement | HTMLTextAreaElement;
const OPENING = '{{';

interface FieldTextProps {
  /** Names the text in the save state. */
  readonly name: string;
  readonly label: string;
  readonly stored: string;
  readonly long?: boolean;
  readonly minRows?: number;
  readonly maxLength: number;
  readonly helperText?: string;
  readonly onSave: (text: string) => Promise<unknown>;
}

/** A plain text of a template that stores itself; its fields are shown by their labels, and offered at two braces. */
export function FieldText(props: FieldTextProps): ReactElement {
  const { name, label, stored, long = false, minRows, maxLength, helperText, onSave } = props;
  const { t } = useTranslation();
  const { practice, onTarget, onAsk } = useFieldTexts();
  const input = useRef<Input | null>(null);
  const [text, type] = useAutosavedText(name, shownText(stored, practice, t), (typed) =>
    onSave(storedText(typed, practice, t)),
  );
  const target = (): FieldTarget => ({
    focus: () => input.current?.focus(),
    insert: (field) => {
      const element = input.current;
      if (!element) return;
      const end = element.selectionEnd ?? element.value.length;
      const start = element.selectionStart ?? end;
      const asked = element.value.slice(0, start).endsWith(OPENING);
      const before = element.value.slice(0, asked ? start - OPENING.length : start);
      const placed = `{{${field.label}}}`;
      type(`${before}${placed}${element.value.slice(end)}`);
      element.focus();
      requestAnimationFrame(() => {
        const cursor = before.length + placed.length;
        element.setSelectionRange(cursor, cursor);
      });
    },
  });
  const change = ({ target: element }: ChangeEvent<Input>): void => {
    type(element.value);
    const cursor = element.selectionEnd ?? 0;
    const typedBrace = element.value.length > text.length;
    if (typedBrace && element.value.slice(0, cursor).endsWith(OPENING)) onAsk(element);
  };
  const Field = long ? LongTextField : TextField;
  return (
    <Field
      label={label}
      value={text}
      fullWidth
      onChange={change}
      onFocus={() => onTarget(target())}
      inputRef={input}
      {...(helperText !== undefined && { helperText })}
      {...(minRows !== undefined && { minRows })}
      slotProps={{ htmlInput: { maxLength } }}
    />
  );
}
