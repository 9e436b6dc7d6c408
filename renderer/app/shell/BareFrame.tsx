import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Outlet } from 'react-router';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';

/** The whole window for one screen. */
export const BareFrame = (): ReactElement => (
  <Box component="main" id="content" tabIndex={-1} sx={{ height: '100%', overflow: 'auto' }}>
    <ReadOnlyBanner />
    <Outlet />
  </Box>
);
