import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { markMoment } from '#renderer/lib/moments.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useAutoScroll, useDropTarget } from '#renderer/ui/drag/index.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import type { StageId } from '#shared/domain/stages.ts';
import { stageName } from '#shared/i18n/translate.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useStages } from '#renderer/entities/practice/index.ts';
import { boardOf, placeOf, type BoardColumn } from '../model/board.ts';
import { toggled } from '../model/selection.ts';
import type { ShownRows } from '../model/useRows.ts';
import { moveTo, select, useRegisterView } from '../model/view.ts';
import type { RegisterWords } from '../model/words.ts';
import { BOARD_HEAD, boardStyle, CARD_SLOT } from './board-style.ts';
import { BoardCard, CARD, cardId } from './BoardCard.tsx';
import { useBoardKeys } from './useBoardKeys.ts';
import { useStageMove } from './useStageMove.tsx';

interface StageColumnProps extends BoardColumn {
  /** Which cards are in sight, counted from 0; the last included. */
  readonly from: number;
  readonly to: number;
  readonly words: RegisterWords;
  readonly onMove: (fileId: FileId, stage: StageId) => void;
}

/** One stage, which is a row to those who hear the board: takes what is dropped on it. */
function StageColumn({ stage, rows, from, to, words, onMove }: StageColumnProps): ReactElement {
  const { t } = useTranslation();
  const { active, selected } = useRegisterView();
  const readOnly = useReadOnly();
  const column = useRef<HTMLDivElement>(null);
  const over = useDropTarget(column, {
    accepts: ({ kind, id }) => !readOnly && kind === CARD && rows.every(({ client }) => client.fileId !== id),
    onDrop: ({ id }) => onMove(id as FileId, stage),
  });
  const name = stageName(t, stage);
  const count = formatNumber(rows.length, words.language);
  return (
    <div
      ref={column}
      role="row"
      aria-label={name}
      className={over ? 'stage over' : 'stage'}
      data-stage={stage}
    >
      <div role="rowheader" className="head">
        <Typography component="span" variant="h3">
          {name}
        </Typography>
        <span className="quiet">{count}</span>
      </div>
      {rows.slice(from, to + 1).map((row, index) => (
        <BoardCard
          key={row.client.fileId}
          row={row}
          words={words}
          active={row.client.fileId === active}
          chosen={selected.has(row.client.fileId)}
          choosing={selected.size > 0}
          top={BOARD_HEAD + (from + index) * CARD_SLOT}
        />
      ))}
    </div>
  );
}

function clicked(event: MouseEvent, open: (fileId: FileId) => void): void {
  const id = (event.target as Element).closest<HTMLElement>('[data-client]')?.dataset['client'] as
    | FileId
    | undefined;
  if (id === undefined) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) select((selection) => toggled(selection, id));
  else open(id);
}

/** The register as a board: the clients under the stages of their relationship, moved by dragging or by keys. */
export function Board({ rows, words }: ShownRows): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const scroll = useRef<HTMLDivElement>(null);
  const { active, selected } = useRegisterView();
  const { stages } = useRegisterView(({ look }) => look.filter);
  const order = useStages();
  const board = useMemo(() => boardOf(rows, stages, order), [rows, stages, order]);
  const longest = Math.max(...board.map((column) => column.rows.length));
  const stageMove = useStageMove();
  const open = (fileId: FileId): void => {
    moveTo(fileId);
    void navigate(routes.file(fileId));
  };
  const move = (fileId: FileId, stage: StageId): void => {
    // With those that are chosen, when it is one of them; what is not shown stays where it is.
    const shown = rows.map(({ client }) => client.fileId).filter((id) => selected.has(id));
    const files = shown.includes(fileId) ? shown : [fileId];
    moveTo(fileId);
    const number = formatNumber(files.length, words.language);
    const text = t('register.board.moved', {
      count: files.length,
      number,
      stage: stageName(t, stage),
    });
    stageMove.move(files, stage, text);
  };
  useBoardKeys(board, { open, move });
  useAutoScroll(scroll);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here and handed to nobody
  const virtual = useVirtualizer({
    count: longest,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD_SLOT,
    overscan: 4,
    scrollMargin: BOARD_HEAD,
    scrollPaddingStart: BOARD_HEAD,
  });
  useEffect(() => markMoment('list'), []);
  const place = placeOf(board, active);
  const [column, index] = [place?.column ?? -1, place?.index ?? -1];
  useEffect(() => {
    if (index < 0) return;
    virtual.scrollToIndex(index);
    const columns = scroll.current?.querySelectorAll('[data-stage]');
    columns?.[column]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [column, index, virtual]);
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  return (
    <>
      <Box
        ref={scroll}
        role="grid"
        aria-label={t('register.board.title')}
        aria-multiselectable
        aria-activedescendant={active !== null && place ? cardId(active) : undefined}
        tabIndex={0}
        onClick={(event) => clicked(event, open)}
        sx={boardStyle}
      >
        <div className="stages" style={{ height: BOARD_HEAD + virtual.getTotalSize() }}>
          {board.map((one) => (
            <StageColumn key={one.stage} {...one} from={from} to={to} words={words} onMove={move} />
          ))}
        </div>
      </Box>
      {stageMove.dialog}
    </>
  );
}
