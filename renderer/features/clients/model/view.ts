import { useMemo } from 'react';
import { create } from 'zustand';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import {
  NO_FILTER,
  type RegisterFilter,
  type RegisterLayout,
  type RegisterLook,
  type RegisterView,
  type ShownColumn,
  type Sorting,
} from '#shared/domain/register-view.ts';
import { columnsWith } from './columns.ts';
import { movedTo, NO_SELECTION, type Selection } from './selection.ts';
import type { Stages } from '#renderer/entities/practice/index.ts';
import { builtInLook, FIRST_LOOK, type BuiltInView } from './views.ts';

/** The view that is looked through: one of the app's own, or one that was kept. */
export type ViewId = BuiltInView | RecordId;

interface View extends Selection {
  readonly look: RegisterLook;
  readonly viewId: ViewId;
  /** Whether it was looked up how the register was left. */
  readonly remembered: boolean;
  /** How far the list was scrolled when it was left, pixels. */
  readonly offset: number;
}

const FIRST: View = { look: FIRST_LOOK, viewId: 'all', remembered: false, offset: 0, ...NO_SELECTION };

/** How the register is being looked at; kept while a file is open. */
export const useRegisterView = create<View>(() => FIRST);

/** The columns that are shown: where forgotten files are asked for, with why they are. */
export function useShownColumns(): readonly ShownColumn[] {
  const { columns, filter } = useRegisterView(({ look }) => look);
  return useMemo(() => columnsWith(columns, filter.forgotten !== null), [columns, filter.forgotten]);
}

/** As at the start of the app. */
export const resetView = (): void => useRegisterView.setState(FIRST);

const changeLook = (patch: Partial<RegisterLook>): void =>
  useRegisterView.setState(({ look }) => ({ look: { ...look, ...patch } }));

/** Narrows the register down by one part of its filter. */
export const changeFilter = (patch: Partial<RegisterFilter>): void =>
  useRegisterView.setState(({ look }) => ({ look: { ...look, filter: { ...look.filter, ...patch } } }));

/** Lets everything through again. */
export const clearFilter = (): void => changeLook({ filter: NO_FILTER });

export const setSorting = (sorting: readonly Sorting[]): void => changeLook({ sorting: [...sorting] });
export const setColumns = (columns: readonly ShownColumn[]): void => changeLook({ columns: [...columns] });
export const setLayout = (layout: RegisterLayout): void => changeLook({ layout });

/** Looks through a view of the app's own. */
export const showBuiltIn = (id: BuiltInView, meaning?: Stages['meaning']): void =>
  useRegisterView.setState(({ look }) => ({
    ...NO_SELECTION,
    look: builtInLook(id, look, meaning),
    viewId: id,
    offset: 0,
  }));

/** Looks through a view that was kept. */
export const showKept = ({ id, layout, columns, sorting, filter }: RegisterView): void =>
  useRegisterView.setState({
    ...NO_SELECTION,
    look: { layout, columns, sorting, filter },
    viewId: id,
    offset: 0,
  });

/** The look that is looked through now was kept, or is that of a view. */
export const setViewId = (viewId: ViewId): void => useRegisterView.setState({ viewId });

/** Takes up the columns, order and shape in which the register was left; whom it kept is looked for anew. */
export const remember = (left: RegisterLook | null): void =>
  useRegisterView.setState(({ look, remembered }) => {
    if (remembered) return {};
    if (!left) return { remembered: true };
    const { layout, columns, sorting } = left;
    return { remembered: true, look: { ...look, layout, columns, sorting } };
  });

/** Changes which lines are chosen. */
export const select = (change: (selection: Selection) => Selection): void =>
  useRegisterView.setState(({ selected, active, anchor }) => change({ selected, active, anchor }));

/** Puts the keys on a line. */
export const moveTo = (id: FileId): void => select((selection) => movedTo(selection, id));

export const setOffset = (offset: number): void => useRegisterView.setState({ offset });
