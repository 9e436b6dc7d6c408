import { styled } from '@mui/material/styles';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveState } from '#renderer/lib/save-state.ts';

// Its words change while one types: one element with a fixed style is the cheapest to draw anew.
const Words = styled('output')(({ theme }) => ({
  ...theme.typography.body2,
  color: theme.palette.quiet,
  whiteSpace: 'nowrap',
  minWidth: '12ch',
  '&[data-state=failed]': { color: theme.palette.error.main },
  '&[data-state=saved]::after': {
    // Not read out: what follows the stroke is what is said instead.
    content: '"✓✓" / ""',
    color: theme.palette.success.main,
    marginLeft: theme.spacing(1),
    letterSpacing: '-0.2em',
  },
}));

/** Whether everything typed is in both copies: «Saved» is said only then. */
export function SaveState(): ReactElement {
  const { t } = useTranslation();
  const state = useSaveState();
  return <Words data-state={state}>{t(`shell.save.${state}`)}</Words>;
}
