import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SORT_COLUMNS, type SortColumn } from '../model/rows.ts';
import { sortBy, useRegisterView } from '../model/view.ts';
import { COLUMNS, HEAD_HEIGHT } from './columns.ts';

function HeadCell({ column }: { readonly column: SortColumn }): ReactElement {
  const { t } = useTranslation();
  const { sorting } = useRegisterView();
  const sorted = sorting.column === column;
  const order = sorting.descending ? 'descending' : 'ascending';
  return (
    <Box role="columnheader" aria-sort={sorted ? order : 'none'}>
      <ButtonBase
        onClick={() => sortBy(column)}
        sx={{
          typography: 'body2',
          minHeight: 28,
          color: sorted ? 'text.primary' : 'quiet',
          fontWeight: 'fontWeightMedium',
          '&:hover': { color: 'text.primary' },
        }}
      >
        {t(`clients.column.${column}`)}
        <Box component="span" aria-hidden sx={{ ml: 1, visibility: sorted ? 'visible' : 'hidden' }}>
          {sorting.descending ? '↓' : '↑'}
        </Box>
      </ButtonBase>
    </Box>
  );
}

/** The columns of the register; each sorts. */
export const RegisterHead = (): ReactElement => (
  <Box
    role="rowgroup"
    sx={{
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: HEAD_HEIGHT,
      bgcolor: 'paper',
      borderBottom: 1,
      borderColor: 'line',
    }}
  >
    <Box
      role="row"
      aria-rowindex={1}
      sx={{ display: 'grid', gridTemplateColumns: COLUMNS, columnGap: 3, px: 6, alignItems: 'center' }}
    >
      {SORT_COLUMNS.map((column) => (
        <HeadCell key={column} column={column} />
      ))}
    </Box>
  </Box>
);
