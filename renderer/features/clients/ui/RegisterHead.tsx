import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { type KeyboardEvent, type PointerEvent, type ReactElement, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDragSource, useDropTarget } from '#renderer/ui/drag/index.ts';
import type { ShownColumn } from '#shared/domain/register-view.ts';
import { columnOf, moveColumn, resizeColumn, toggleColumn, WIDTH_STEP } from '../model/columns.ts';
import { alsoSortedBy, sortedBy } from '../model/sort.ts';
import { setColumns, setSorting, useRegisterView, useShownColumns } from '../model/view.ts';
import { gridColumns, HEAD_HEIGHT, leastWidth } from './register-style.ts';
import { useColumnName } from './useColumnName.ts';

const DRAGGED = 'register-column';

interface HeadCellProps {
  readonly column: ShownColumn;
  /** The list, whose columns follow the pointer while one is resized. */
  readonly grid: RefObject<HTMLElement | null>;
}

/** The right edge of a column: drawn, it makes the column wider or narrower; a double click gives it its first width. */
function Edge({ column, grid }: HeadCellProps): ReactElement {
  const columns = useShownColumns();
  const drawn = useRef<{ readonly from: number; width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drawn.current = { from: event.clientX - column.width, width: column.width };
  };
  const draw = (event: PointerEvent): void => {
    if (!drawn.current) return;
    drawn.current.width = event.clientX - drawn.current.from;
    const resized = resizeColumn(columns, column.id, drawn.current.width);
    grid.current?.style.setProperty('--columns', gridColumns(resized));
    grid.current?.style.setProperty('--least', `${String(leastWidth(resized))}px`);
  };
  const end = (): void => {
    if (drawn.current) setColumns(resizeColumn(columns, column.id, drawn.current.width));
    drawn.current = null;
  };
  return (
    <Box
      aria-hidden
      data-edge={column.id}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() =>
        setColumns(resizeColumn(columns, column.id, columnOf(column.id)?.width ?? column.width))
      }
      sx={{
        position: 'absolute',
        insetBlock: 0,
        right: -10,
        width: 9,
        cursor: 'col-resize',
        touchAction: 'none',
        borderRight: 1,
        borderColor: 'transparent',
        '&:hover, &:active': { borderColor: 'ink' },
      }}
    />
  );
}

/** What the keys do on the head of a column; false: nothing. */
function struck(event: KeyboardEvent, columns: readonly ShownColumn[], column: ShownColumn): boolean {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === 'Delete') setColumns(toggleColumn(columns, column.id));
  else if (step !== undefined && event.altKey) setColumns(moveColumn(columns, column.id, step));
  else if (step !== undefined && event.shiftKey)
    setColumns(resizeColumn(columns, column.id, column.width + step * WIDTH_STEP));
  else return false;
  return true;
}

function SortMark({ id }: { readonly id: string }): ReactElement | null {
  const { sorting } = useRegisterView(({ look }) => look);
  const at = sorting.findIndex(({ column }) => column === id);
  const sorted = sorting[at];
  if (!sorted) return null;
  return (
    <Box component="span" aria-hidden sx={{ ml: 1, whiteSpace: 'nowrap' }}>
      {sorted.descending ? '↓' : '↑'}
      {sorting.length > 1 && at + 1}
    </Box>
  );
}

function HeadCell({ column, grid }: HeadCellProps): ReactElement {
  const { t } = useTranslation();
  const name = useColumnName();
  const cell = useRef<HTMLDivElement>(null);
  const columns = useShownColumns();
  const { sorting } = useRegisterView(({ look }) => look);
  const sorted = sorting.find((one) => one.column === column.id);
  const order = sorted?.descending === true ? 'descending' : 'ascending';
  const dragging = useDragSource(cell, { kind: DRAGGED, id: column.id }, column.id !== 'name');
  const over = useDropTarget(cell, {
    edges: ['left', 'right'],
    accepts: ({ kind, id }) => kind === DRAGGED && id !== column.id,
    onDrop: ({ id }, edge) => {
      const [from, at] = [id, column.id].map((one) => columns.findIndex((other) => other.id === one));
      const to = (at ?? 0) + (edge === 'right' ? 1 : 0);
      setColumns(moveColumn(columns, id, to - (from ?? 0) - (to > (from ?? 0) ? 1 : 0)));
    },
  });
  return (
    <Box
      ref={cell}
      role="columnheader"
      aria-sort={sorted ? order : 'none'}
      sx={{
        position: 'relative',
        minWidth: 0,
        opacity: dragging ? 0.5 : 1,
        boxShadow: (theme) =>
          over === 'left' || over === 'right'
            ? `${over === 'left' ? '-2px' : '2px'} 0 ${theme.palette.ink}`
            : 'none',
      }}
    >
      <ButtonBase
        title={t('register.columns.keys')}
        onClick={(event) => setSorting((event.shiftKey ? alsoSortedBy : sortedBy)(sorting, column.id))}
        onKeyDown={(event) => {
          if (struck(event, columns, column)) event.preventDefault();
        }}
        sx={{
          typography: 'body2',
          minHeight: 28,
          maxWidth: '100%',
          color: sorted ? 'text.primary' : 'quiet',
          fontWeight: 'fontWeightMedium',
          '&:hover': { color: 'text.primary' },
        }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {name(column.id)}
        </Box>
        <SortMark id={column.id} />
      </ButtonBase>
      <Edge column={column} grid={grid} />
    </Box>
  );
}

/** The columns of the register; each sorts, with Shift together with others, and can be moved and resized. */
export function RegisterHead({ grid }: Pick<HeadCellProps, 'grid'>): ReactElement {
  const columns = useShownColumns();
  return (
    <Box
      role="rowgroup"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1,
        height: HEAD_HEIGHT,
        minWidth: 'var(--least)',
        bgcolor: 'paper',
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      <div role="row" aria-rowindex={1} className="line">
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} grid={grid} />
        ))}
      </div>
    </Box>
  );
}
