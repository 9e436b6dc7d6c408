import { type KeyboardEvent, type PointerEvent, type ReactElement, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDragSource, useDropTarget } from '#renderer/ui/drag/index.ts';
import type { ShownColumn } from '#shared/domain/register-view.ts';
import { columnOf, moveColumn, resizeColumn, toggleColumn, WIDTH_STEP } from '../model/columns.ts';
import { alsoSortedBy, sortedBy } from '../model/sort.ts';
import { setColumns, setSorting, useRegisterView, useShownColumns } from '../model/view.ts';
import { gridColumns, leastWidth } from './register-style.ts';
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
    <div
      aria-hidden
      className="edge"
      data-edge={column.id}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() =>
        setColumns(resizeColumn(columns, column.id, columnOf(column.id)?.width ?? column.width))
      }
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
    <span aria-hidden className="order">
      {sorted.descending ? '↓' : '↑'}
      {sorting.length > 1 && at + 1}
    </span>
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
    <div
      ref={cell}
      role="columnheader"
      aria-sort={sorted ? order : 'none'}
      className={`head${sorted ? ' sorted' : ''}${dragging ? ' dragged' : ''}${over === null ? '' : ` ${over}`}`}
    >
      <button
        type="button"
        className="sort"
        title={t('register.columns.keys')}
        onClick={(event) => setSorting((event.shiftKey ? alsoSortedBy : sortedBy)(sorting, column.id))}
        onKeyDown={(event) => {
          if (struck(event, columns, column)) event.preventDefault();
        }}
      >
        <span className="cell">{name(column.id)}</span>
        <SortMark id={column.id} />
      </button>
      <Edge column={column} grid={grid} />
    </div>
  );
}

/** The columns of the register; each sorts, with Shift together with others, and can be moved and resized. */
export function RegisterHead({ grid }: Pick<HeadCellProps, 'grid'>): ReactElement {
  const columns = useShownColumns();
  return (
    <div role="rowgroup" className="heads">
      <div role="row" aria-rowindex={1} className="line">
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} grid={grid} />
        ))}
      </div>
    </div>
  );
}
