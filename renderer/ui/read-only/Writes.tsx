import Box from '@mui/material/Box';
import { type Theme, ThemeProvider } from '@mui/material/styles';
import type { ReactElement, ReactNode } from 'react';
import { useReadOnly, useReadOnlyReason } from './read-only.ts';

const OFF = { defaultProps: { disabled: true } } as const;

/** What is no element of a form, a list to choose from say, is disabled by Material alone. */
const disabled = (theme: Theme): Theme => ({
  ...theme,
  components: {
    ...theme.components,
    MuiButton: {
      ...theme.components?.MuiButton,
      defaultProps: { ...theme.components?.MuiButton?.defaultProps, disabled: true },
    },
    MuiTextField: OFF,
    MuiFormControlLabel: { ...theme.components?.MuiFormControlLabel, ...OFF },
    MuiChip: {
      ...theme.components?.MuiChip,
      defaultProps: { ...theme.components?.MuiChip?.defaultProps, disabled: true },
    },
  },
});

/**
 * Stands around buttons and fields that change something. Where the vault can only be read they are disabled, and say why
 * when pointed at; everything around them goes on working.
 */
export function Writes({ children }: { readonly children: ReactNode }): ReactElement {
  const readOnly = useReadOnly();
  const reason = useReadOnlyReason();
  if (!readOnly) return <>{children}</>;
  return (
    <ThemeProvider theme={disabled}>
      <Box component="fieldset" disabled title={reason} sx={{ display: 'contents' }}>
        {children}
      </Box>
    </ThemeProvider>
  );
}
