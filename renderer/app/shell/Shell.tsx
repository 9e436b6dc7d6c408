import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SIZES } from '#renderer/ui/theme/index.ts';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { LookingBanner } from './LookingBanner.tsx';
import { Rail } from './Rail.tsx';
import { SightGuard } from './SightGuard.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';

function SkipLink(): ReactElement {
  const { t } = useTranslation();
  return (
    <Link
      component="button"
      type="button"
      onClick={() => document.querySelector<HTMLElement>('#content')?.focus()}
      sx={{
        position: 'absolute',
        left: 8,
        top: -100,
        zIndex: 'tooltip',
        px: 3,
        py: 2,
        bgcolor: 'surface',
        '&:focus': { top: 8 },
      }}
    >
      {t('shell.skip')}
    </Link>
  );
}

/** The frame of the everyday screens. */
export const Shell = (): ReactElement => (
  <Box
    sx={{
      height: '100%',
      display: 'grid',
      gridTemplateColumns: `${String(SIZES.rail)}px minmax(0, 1fr)`,
      gridTemplateRows: `${String(SIZES.titleBar)}px minmax(0, 1fr) ${String(SIZES.statusBar)}px`,
      gridTemplateAreas: '"title title" "rail work" "status status"',
    }}
  >
    <SkipLink />
    <TitleBar />
    <Rail />
    <Box
      component="main"
      id="content"
      tabIndex={-1}
      sx={{ gridArea: 'work', overflow: 'auto', minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      <LookingBanner />
      <ReadOnlyBanner />
      <SightGuard />
    </Box>
    <StatusBar />
  </Box>
);
