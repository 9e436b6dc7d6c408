import TextField, { type TextFieldProps } from '@mui/material/TextField';
import type { CSSProperties, ReactElement } from 'react';

/**
 * A field for text of several lines, which grows with it; `minRows` is its least height. To be used instead of
 * `multiline`: Material then measures in a second, hidden textarea, and what stands in that one Chromium keeps with the
 * history of the page, outside the vault and beyond its lock.
 */
export function LongTextField({ minRows = 1, slotProps, ...props }: TextFieldProps): ReactElement {
  const htmlInput = typeof slotProps?.htmlInput === 'object' ? slotProps.htmlInput : {};
  const input = typeof slotProps?.input === 'object' ? slotProps.input : {};
  // Chromium grows a textarea by itself; TypeScript's list of properties does not know it yet.
  const growing = { fieldSizing: 'content', minHeight: `${String(minRows)}lh` } as CSSProperties;
  return (
    <TextField
      {...props}
      multiline
      slotProps={{
        ...slotProps,
        input: { ...input, inputComponent: 'textarea' },
        htmlInput: { ...htmlInput, type: undefined, style: growing },
      }}
    />
  );
}
