import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly text: string }[];
}

/** Names at the left, what they are at the right. */
export const Facts = ({ facts }: FactsProps): ReactElement => (
  <Box
    component="dl"
    sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(220px, auto) 1fr', columnGap: 6, rowGap: 1 }}
  >
    {facts.map(({ name, text }) => (
      <Box key={name} sx={{ display: 'contents' }}>
        <Typography component="dt" sx={{ color: 'quiet' }}>
          {name}
        </Typography>
        <Typography component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
          {text}
        </Typography>
      </Box>
    ))}
  </Box>
);
