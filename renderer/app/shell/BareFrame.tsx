import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { LookingBanner } from './LookingBanner.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { SightGuard } from './SightGuard.tsx';

/** The whole window for one screen. */
export const BareFrame = (): ReactElement => (
  <Box component="main" id="content" tabIndex={-1} sx={{ height: '100%', overflow: 'auto' }}>
    <LookingBanner />
    <ReadOnlyBanner />
    <SightGuard />
  </Box>
);
