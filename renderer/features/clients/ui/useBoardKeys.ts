import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { StageId } from '#shared/domain/stages.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { type BoardColumn, placeOf, stepOn } from '../model/board.ts';
import { allSelected, NO_SELECTION, toggled } from '../model/selection.ts';
import { moveTo, select, useRegisterView } from '../model/view.ts';

interface BoardActions {
  readonly open: (fileId: FileId) => void;
  /** Puts a client, and all who are chosen with it, into a stage. */
  readonly move: (fileId: FileId, stage: StageId) => void;
}

/** Moves about on the board by keys, chooses, opens, and moves clients to the stage before and after. */
export function useBoardKeys(board: readonly BoardColumn[], { open, move }: BoardActions): void {
  const { t } = useTranslation();
  const { active, selected } = useRegisterView();
  const place = placeOf(board, active);
  const step = (column: -1 | 0 | 1, index: -1 | 0 | 1) => (): void => {
    const id = stepOn(board, place, { column, index });
    if (id !== null) moveTo(id);
  };
  const toStage = (by: -1 | 1) => (): void => {
    const stage = place && board[place.column + by]?.stage;
    if (stage && active !== null) move(active, stage);
  };
  const group = t('clients.title');
  const command = (id: string, keys: string, title: string, run: () => void, writes = false) => ({
    id: `clients.${id}`,
    keys,
    title,
    group,
    keysOnly: true,
    whileTyping: false,
    writes,
    run,
  });
  const down = t('clients.command.down');
  const up = t('clients.command.up');
  useCommands([
    command('down', 'j', down, step(0, 1)),
    command('downArrow', 'arrowdown', down, step(0, 1)),
    command('up', 'k', up, step(0, -1)),
    command('upArrow', 'arrowup', up, step(0, -1)),
    command('left', 'arrowleft', t('register.board.left'), step(-1, 0)),
    command('right', 'arrowright', t('register.board.right'), step(1, 0)),
    command('moveLeft', 'mod+arrowleft', t('register.board.moveLeft'), toStage(-1), true),
    command('moveRight', 'mod+arrowright', t('register.board.moveRight'), toStage(1), true),
    command('choose', ' ', t('register.key.choose'), () => {
      if (active !== null) select((selection) => toggled(selection, active));
    }),
    command('chooseAll', 'mod+a', t('register.key.chooseAll'), () =>
      select((selection) =>
        allSelected(
          selection,
          board.flatMap(({ rows }) => rows.map(({ client }) => client.fileId)),
        ),
      ),
    ),
    ...(selected.size > 0
      ? [
          command('chooseNone', 'escape', t('register.key.chooseNone'), () =>
            select((selection) => ({ ...NO_SELECTION, active: selection.active })),
          ),
        ]
      : []),
    command('open', 'enter', t('clients.command.open'), () => {
      if (active !== null && place) open(active);
    }),
  ]);
}
