import { groupBy } from '#renderer/lib/group-by.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { StageId } from '#shared/domain/stages.ts';
import type { Stages } from '#renderer/entities/practice/index.ts';
import type { ClientRow } from './rows.ts';

/** One stage of the board and who stands in it. */
export interface BoardColumn {
  readonly stage: StageId;
  readonly rows: readonly ClientRow[];
}

/**
 * The rows under their stages, each in the order they came.
 * @param stages The stages that are asked for; none: all that are offered, and hidden ones in which somebody stands.
 */
export function boardOf(
  rows: readonly ClientRow[],
  stages: readonly string[],
  { inOrder, offered }: Pick<Stages, 'inOrder' | 'offered'>,
): readonly BoardColumn[] {
  const byStage = groupBy(rows, ({ stage }) => stage);
  const shown = stages.length > 0 ? stages : offered([...byStage.keys()]);
  return inOrder
    .filter((stage) => shown.includes(stage))
    .map((stage) => ({ stage, rows: byStage.get(stage) ?? [] }));
}

/** Where a client stands on the board, counted from 0. */
export interface Place {
  readonly column: number;
  readonly index: number;
}

/** Where the client stands; null: nowhere. */
export function placeOf(board: readonly BoardColumn[], id: FileId | null): Place | null {
  for (const [column, { rows }] of board.entries()) {
    const index = rows.findIndex(({ client }) => client.fileId === id);
    if (index >= 0) return { column, index };
  }
  return null;
}

/** The client one step away: in the same stage, or beside in the next stage that is not empty. From nowhere: the first. */
export function stepOn(
  board: readonly BoardColumn[],
  from: Place | null,
  step: { readonly column: -1 | 0 | 1; readonly index: -1 | 0 | 1 },
): FileId | null {
  if (!from) return board.find(({ rows }) => rows.length > 0)?.rows[0]?.client.fileId ?? null;
  let { column } = from;
  do column += step.column;
  while (step.column !== 0 && board[column]?.rows.length === 0);
  const rows = board[column]?.rows ?? [];
  const index = Math.max(0, Math.min(rows.length - 1, from.index + step.index));
  return rows[index]?.client.fileId ?? null;
}
