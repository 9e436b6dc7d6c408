import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { ClientRow } from '../model/rows.ts';
import { allSelected, extendedTo, NO_SELECTION, toggled } from '../model/selection.ts';
import { moveTo, select, useRegisterView } from '../model/view.ts';

/**
 * Moves, chooses and opens by keys, wherever no text is typed.
 * @param at Which of the rows the keys act on; −1: none.
 */
export function useRegisterKeys(
  rows: readonly ClientRow[],
  at: number,
  open: (fileId: FileId) => void,
): void {
  const { t } = useTranslation();
  const choosing = useRegisterView(({ selected }) => selected.size > 0);
  const order = (): readonly FileId[] => rows.map(({ client }) => client.fileId);
  const rowAt = (to: number): FileId | undefined =>
    rows[Math.max(0, Math.min(rows.length - 1, to))]?.client.fileId;
  const move = (to: number): void => {
    const id = rowAt(to);
    if (id !== undefined) moveTo(id);
  };
  const extend = (to: number): void => {
    const id = rowAt(to);
    if (id !== undefined) select((selection) => extendedTo(selection, order(), id));
  };
  const group = t('clients.title');
  const command = (id: string, keys: string, title: string, run: () => void) => ({
    id: `clients.${id}`,
    keys,
    title,
    group,
    keysOnly: true,
    whileTyping: false,
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
    command('choose', ' ', t('register.key.choose'), () => {
      const id = rowAt(Math.max(0, at));
      if (id !== undefined) select((selection) => toggled(selection, id));
    }),
    command('extendDown', 'shift+arrowdown', t('register.key.extendDown'), () => extend(at + 1)),
    command('extendUp', 'shift+arrowup', t('register.key.extendUp'), () => extend(at < 0 ? 0 : at - 1)),
    command('extendFirst', 'shift+home', t('register.key.extendFirst'), () => extend(0)),
    command('extendLast', 'shift+end', t('register.key.extendLast'), () => extend(rows.length - 1)),
    command('chooseAll', 'mod+a', t('register.key.chooseAll'), () =>
      select((selection) => allSelected(selection, order())),
    ),
    ...(choosing
      ? [
          command('chooseNone', 'escape', t('register.key.chooseNone'), () =>
            select(({ active }) => ({ ...NO_SELECTION, active })),
          ),
        ]
      : []),
    command('open', 'enter', t('clients.command.open'), () => {
      const row = rows[at];
      if (row) open(row.client.fileId);
    }),
  ]);
}
