import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { markMoment } from '#renderer/lib/moments.ts';
import { routes } from '#renderer/lib/routes.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { ClientRow } from '../model/rows.ts';
import { activeIndex, extendedTo, toggled } from '../model/selection.ts';
import { moveTo, select, setOffset, useRegisterView, useShownColumns } from '../model/view.ts';
import type { ShownRows } from '../model/useRows.ts';
import { gridColumns, HEAD_HEIGHT, leastWidth, registerStyle } from './register-style.ts';
import { RegisterHead } from './RegisterHead.tsx';
import { RegisterRow, type RowLabels } from './RegisterRow.tsx';
import { useNextStep } from './useNextStep.ts';
import { useRegisterKeys } from './useRegisterKeys.ts';

const rowId = (row: ClientRow): string => `client-${row.client.fileId}`;

/** Lines are made in such numbers and then used again and again, whichever client they show. */
const LINES = 64;

/** What a click on a line means: Ctrl or the box chooses it, Shift chooses up to it, else it opens. */
function clicked(event: MouseEvent, rows: readonly ClientRow[], open: (fileId: FileId) => void): void {
  const target = event.target as Element;
  const line = target.closest<HTMLElement>('[data-index]');
  const row = rows[Number(line?.dataset['index'] ?? Number.NaN)];
  if (!row) return;
  const { fileId } = row.client;
  if (event.shiftKey) {
    const order = rows.map(({ client }) => client.fileId);
    select((selection) => extendedTo(selection, order, fileId));
  } else if (event.ctrlKey || event.metaKey || target.closest('.tick')) {
    select((selection) => toggled(selection, fileId));
  } else open(fileId);
}

/** The focus stays with the list, and Shift selects no text. */
function pressed(event: MouseEvent): void {
  if (event.shiftKey || (event.target as Element).closest('.tick')) event.preventDefault();
}

/** One continuous list of clients, however many there are. */
export function Register({ rows, words }: ShownRows): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const height = useTheme().layout.row;
  const scroll = useRef<HTMLDivElement>(null);
  const { active, selected } = useRegisterView();
  const columns = useShownColumns();
  const at = useMemo(() => activeIndex(rows, active), [rows, active]);
  const labels = useMemo(
    (): RowLabels => ({ sample: t('clients.sample'), overdue: t('shell.date.overdue') }),
    [t],
  );
  const open = (fileId: FileId): void => {
    moveTo(fileId);
    void navigate(routes.file(fileId));
  };
  useRegisterKeys(rows, at, open);
  useNextStep(rows[at]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here and handed to nobody
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 10,
    // The head stands before the rows and stays in sight above them.
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    initialOffset: useRegisterView.getState().offset,
  });
  useEffect(() => markMoment('list'), []);
  useEffect(() => virtual.measure(), [virtual, height]);
  const moved = useRef(at);
  useEffect(() => {
    if (at >= 0 && moved.current !== at) virtual.scrollToIndex(at);
    moved.current = at;
  }, [at, virtual]);
  const current = rows[at];
  const items = virtual.getVirtualItems();
  const lines = Math.ceil((items.length + 1) / LINES) * LINES;
  return (
    <Box
      ref={scroll}
      role="grid"
      aria-label={t('clients.title')}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      aria-activedescendant={current && rowId(current)}
      tabIndex={0}
      onMouseDown={pressed}
      onClick={(event) => clicked(event, rows, open)}
      onScroll={(event) => setOffset(event.currentTarget.scrollTop)}
      style={{
        ['--columns' as string]: gridColumns(columns),
        ['--least' as string]: `${String(leastWidth(columns))}px`,
      }}
      sx={registerStyle}
    >
      <RegisterHead grid={scroll} />
      <div
        role="rowgroup"
        style={{ position: 'relative', height: virtual.getTotalSize(), minWidth: 'var(--least)' }}
      >
        {items.map(({ index, start, size }) => {
          const row = rows[index];
          return (
            row && (
              <RegisterRow
                key={index % lines}
                id={rowId(row)}
                row={row}
                index={index}
                columns={columns}
                words={words}
                labels={labels}
                active={index === at}
                chosen={selected.has(row.client.fileId)}
                choosing={selected.size > 0}
                top={start - HEAD_HEIGHT}
                height={size}
              />
            )
          );
        })}
      </div>
    </Box>
  );
}
