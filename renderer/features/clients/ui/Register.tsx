import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { markMoment } from '#renderer/lib/moments.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { ClientRow } from '../model/rows.ts';
import { changeView, useRegisterView } from '../model/view.ts';
import { HEAD_HEIGHT } from './columns.ts';
import { RegisterHead } from './RegisterHead.tsx';
import { RegisterRow } from './RegisterRow.tsx';

const rowId = (row: ClientRow): string => `client-${row.client.fileId}`;

/** Moves and opens by keys, wherever no text is typed. */
function useRegisterKeys(
  rows: readonly ClientRow[],
  at: number,
): { readonly open: (row: ClientRow) => void } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (row: ClientRow): void => {
    changeView({ active: row.client.fileId });
    void navigate(routes.file(row.client.fileId));
  };
  const move = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row) changeView({ active: row.client.fileId });
  };
  const group = t('clients.title');
  const command = (id: string, keys: string, title: string, run: () => void) => ({
    id: `clients.${id}`,
    keys,
    title,
    group,
    keysOnly: true,
    run,
  });
  const down = t('clients.command.down');
  const up = t('clients.command.up');
  useCommands([
    command('down', 'j', down, () => move(at + 1)),
    command('downArrow', 'arrowdown', down, () => move(at + 1)),
    command('up', 'k', up, () => move(at < 0 ? 0 : at - 1)),
    command('upArrow', 'arrowup', up, () => move(at < 0 ? 0 : at - 1)),
    command('first', 'home', t('clients.command.first'), () => move(0)),
    command('last', 'end', t('clients.command.last'), () => move(rows.length - 1)),
    command('open', 'enter', t('clients.command.open'), () => {
      const row = rows[at];
      if (row) open(row);
    }),
  ]);
  return { open };
}

/** One continuous list of clients, however many there are. */
export function Register({ rows }: { readonly rows: readonly ClientRow[] }): ReactElement {
  const { t } = useTranslation();
  const height = useTheme().layout.row;
  const scroll = useRef<HTMLDivElement>(null);
  const active = useRegisterView((view) => view.active);
  const at = rows.findIndex(({ client }) => client.fileId === active);
  const { open } = useRegisterKeys(rows, at);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here and handed to nobody
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
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
  return (
    <Box
      ref={scroll}
      role="grid"
      aria-label={t('clients.title')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={current && rowId(current)}
      tabIndex={0}
      onScroll={(event) => changeView({ offset: event.currentTarget.scrollTop })}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        contain: 'strict',
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      <RegisterHead />
      <Box role="rowgroup" sx={{ position: 'relative' }} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          return (
            row && (
              <RegisterRow
                key={row.client.fileId}
                id={rowId(row)}
                row={row}
                index={index}
                active={row.client.fileId === active}
                onOpen={() => open(row)}
                style={{
                  position: 'absolute',
                  insetInline: 0,
                  height: size,
                  transform: `translateY(${String(start - HEAD_HEIGHT)}px)`,
                }}
              />
            )
          );
        })}
      </Box>
    </Box>
  );
}
