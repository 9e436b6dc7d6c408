import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { keyLabel } from './commands/index.ts';

/**
 * The keys of an action, beside its name. Left out for screen readers, so that a button is called what it does; they get
 * the keys from the list of keys.
 */
export const KeyHint = ({ keys }: { readonly keys: string }): ReactElement => (
  <Box component="kbd" aria-hidden sx={{ typography: 'caption', color: 'inherit', whiteSpace: 'nowrap' }}>
    {keyLabel(keys)}
  </Box>
);
