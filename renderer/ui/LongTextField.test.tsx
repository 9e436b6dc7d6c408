// @vitest-environment jsdom
import { ThemeProvider } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LongTextField } from './LongTextField.tsx';
import { createAppTheme } from './theme/index.ts';

/** Chromium keeps what stands in a control unless the control or its form says that it must not. */
const kept = (root: HTMLElement): readonly Element[] =>
  [...root.querySelectorAll('input, textarea')].filter(
    (field) => field.getAttribute('autocomplete') !== 'off',
  );

it('no field of text is kept with the history of the page', () => {
  const { container } = render(
    <ThemeProvider theme={createAppTheme('light', 'comfortable', 'en')}>
      <TextField label="line" value="one" />
      <LongTextField label="text" value="one\ntwo" minRows={3} slotProps={{ htmlInput: { maxLength: 9 } }} />
    </ThemeProvider>,
  );
  const text = screen.getByRole('textbox', { name: 'text' });
  expect(text.tagName).toBe('TEXTAREA');
  expect(text.getAttribute('maxlength')).toBe('9');
  expect(container.querySelectorAll('textarea')).toHaveLength(1);
  expect(kept(container)).toEqual([]);
});
