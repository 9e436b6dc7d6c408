import { create } from 'zustand';
import type { LifecycleStage } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { SortColumn, Sorting } from './rows.ts';

interface View {
  readonly query: string;
  readonly stage: LifecycleStage | null;
  readonly sorting: Sorting;
  /** The row the keys act on. */
  readonly active: FileId | null;
  /** How far the list was scrolled when it was left, pixels. */
  readonly offset: number;
}

/** How the register is being looked at; kept while a file is open. */
export const useRegisterView = create<View>(() => ({
  query: '',
  stage: null,
  sorting: { column: 'name', descending: false },
  active: null,
  offset: 0,
}));

/** Changes some of the view. */
export const changeView = (patch: Partial<View>): void => useRegisterView.setState(patch);

/** Sorts by the column, or turns its order round. */
export const sortBy = (column: SortColumn): void =>
  useRegisterView.setState(({ sorting }) => ({
    sorting: { column, descending: sorting.column === column && !sorting.descending },
  }));
