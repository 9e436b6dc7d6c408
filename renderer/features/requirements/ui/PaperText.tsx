import Box from '@mui/material/Box';
import type { SxProps, Theme } from '@mui/material/styles';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface PaperTextProps {
  /** Names the text in the save state. */
  readonly saveKey: string;
  readonly stored: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly label: string;
  readonly placeholder?: string;
  /** A title is one line: Enter does not break it. */
  readonly oneLine?: boolean;
  readonly maxLength: number;
  readonly language: string;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onFocus?: () => void;
  readonly sx?: SxProps<Theme>;
}

const onPaper = {
  display: 'block',
  width: 1,
  m: 0,
  p: 0,
  border: 0,
  borderRadius: 1,
  font: 'inherit',
  color: 'inherit',
  bgcolor: 'transparent',
  resize: 'none',
  overflow: 'hidden',
  fieldSizing: 'content',
  '&::placeholder': { color: 'quiet', opacity: 1 },
} as const;

/** Text edited in place, as if on paper: no frame until it has the focus, as high as its lines. Stores itself. */
export function PaperText(props: PaperTextProps): ReactElement {
  const { saveKey, stored, save, label, placeholder, oneLine = false, maxLength, language } = props;
  const { fieldRef, onFocus, onKeyDown, sx = {} } = props;
  const [text, change] = useAutosavedText(saveKey, stored, save);
  return (
    <Box sx={sx}>
      <Writes>
        <Box
          component="textarea"
          autoComplete="off"
          ref={fieldRef}
          aria-label={label}
          rows={1}
          lang={language}
          maxLength={maxLength}
          placeholder={placeholder}
          value={text}
          onFocus={onFocus}
          onChange={(event) =>
            change(oneLine ? event.target.value.replaceAll('\n', ' ') : event.target.value)
          }
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (oneLine && event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape' && !event.defaultPrevented) event.currentTarget.blur();
          }}
          sx={onPaper}
        />
      </Writes>
    </Box>
  );
}
