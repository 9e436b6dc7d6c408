import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from './commands/index.ts';

/**
 * Moves the focus through the lines of a list by J and K or the arrows: from box to box, or from link to link where a
 * line has none; a line with neither takes it itself when it can (`tabIndex`). Give the ref to what surrounds the lines (`li`, or rows of a table's body).
 * @param group Heading in the list of keys.
 */
export function useListKeys<List extends HTMLElement = HTMLDivElement>(
  group: string,
): RefObject<List | null> {
  const { t } = useTranslation();
  const list = useRef<List>(null);
  const move = (step: 1 | -1): void => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('li, tbody > tr') ?? [])];
    const at = lines.findIndex((line) => line.contains(document.activeElement));
    const to = at < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, at + step));
    const line = lines[to];
    (line?.querySelector<HTMLElement>('input, a, button') ?? line)?.focus();
  };
  const command = (id: string, keys: string, title: string, step: 1 | -1) => ({
    id: `list.${id}`,
    keys,
    title,
    group,
    keysOnly: true,
    run: () => move(step),
  });
  const down = t('shell.list.down');
  const up = t('shell.list.up');
  useCommands([
    command('down', 'j', down, 1),
    command('downArrow', 'arrowdown', down, 1),
    command('up', 'k', up, -1),
    command('upArrow', 'arrowup', up, -1),
  ]);
  return list;
}
