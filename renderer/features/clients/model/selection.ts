import type { FileId } from '#shared/domain/ids.ts';

/** Which lines are chosen, and on which of them the keys act. */
export interface Selection {
  readonly selected: ReadonlySet<FileId>;
  /** The line the keys act on. */
  readonly active: FileId | null;
  /** Where a range begins that is drawn with Shift. */
  readonly anchor: FileId | null;
}

interface Line {
  readonly client: { readonly fileId: FileId };
}

/** Where the line stands that the keys act on; -1 when there is none among those shown. */
export const activeIndex = (lines: readonly Line[], active: FileId | null): number =>
  active === null ? -1 : lines.findIndex(({ client }) => client.fileId === active);

/** The lines that are meant: those that are chosen and shown, else the one the keys act on. */
export function meantOf<Shown extends Line>(
  lines: readonly Shown[],
  { selected, active }: Pick<Selection, 'selected' | 'active'>,
): readonly Shown[] {
  if (selected.size > 0) return lines.filter(({ client }) => selected.has(client.fileId));
  const line = lines[activeIndex(lines, active)];
  return line ? [line] : [];
}

/** Nothing is chosen. */
export const NO_SELECTION: Selection = { selected: new Set(), active: null, anchor: null };

/** With the keys on that line; what is chosen stays chosen. */
export const movedTo = (selection: Selection, id: FileId): Selection => ({
  ...selection,
  active: id,
  anchor: id,
});

/** With the line chosen, or no longer chosen. */
export function toggled({ selected }: Selection, id: FileId): Selection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return { selected: next, active: id, anchor: id };
}

/** With all lines chosen from the anchor to that line, in the order in which they are shown, and no others. */
export function extendedTo(selection: Selection, order: readonly FileId[], id: FileId): Selection {
  const anchor = selection.anchor ?? selection.active ?? id;
  const [from, to] = [order.indexOf(anchor), order.indexOf(id)];
  if (from < 0 || to < 0) return toggled({ ...selection, selected: new Set() }, id);
  return {
    selected: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)),
    active: id,
    anchor,
  };
}

/** With every line chosen that is shown. */
export const allSelected = (selection: Selection, order: readonly FileId[]): Selection => ({
  ...selection,
  selected: new Set(order),
});
