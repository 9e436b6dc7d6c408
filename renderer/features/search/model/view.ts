import { create } from 'zustand';
import type { SearchKind } from '#renderer/worker/search/docs.ts';
import type { SearchOrder } from '#renderer/worker/search/search.ts';
import { forgetWhenLooking } from '#renderer/lib/looking.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { LineMark } from '#shared/domain/rich-text.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** What results are narrowed to. */
export interface Narrowing {
  readonly kinds: readonly SearchKind[];
  readonly marks: readonly LineMark[];
  readonly client: { readonly fileId: FileId; readonly name: string } | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

interface View {
  readonly query: string;
  readonly narrowing: Narrowing;
  readonly order: SearchOrder;
  /** How many results are asked for. */
  readonly most: number;
  /** Number of the chosen result. */
  readonly active: number;
}

/** Results shown at first, and how many more at a time. */
export const PAGE = 50;

export const UNNARROWED: Narrowing = { kinds: [], marks: [], client: null, from: null, to: null };

/**
 * What is looked for. Kept in memory while the vault is open, so that the way back leads to the same results; never in the
 * address, which Chromium writes down.
 */
export const useSearchView = create<View>(() => ({
  query: '',
  narrowing: UNNARROWED,
  order: 'best',
  most: PAGE,
  active: 0,
}));

forgetWhenLooking(() => useSearchView.setState(useSearchView.getInitialState()));

const change = (changes: Partial<View>): void =>
  useSearchView.setState({ ...changes, most: PAGE, active: 0 });

/** Looks for a text, narrowed to nothing. */
export const searchFor = (query: string): void => change({ query, narrowing: UNNARROWED });

/** Looks for another text. */
export const setQuery = (query: string): void => change({ query });

/** Narrows the results otherwise. */
export const narrow = (changes: Partial<Narrowing>): void =>
  change({ narrowing: { ...useSearchView.getState().narrowing, ...changes } });

/** Puts the results in another order. */
export const setOrder = (order: SearchOrder): void => change({ order });

/** Chooses a result. */
export const setActive = (active: number): void => useSearchView.setState({ active });

/** Asks for more results. */
export const showMore = (): void => useSearchView.setState(({ most }) => ({ most: most + PAGE }));

/** Whether results are narrowed at all. */
export const isNarrowed = ({ kinds, marks, client, from, to }: Narrowing): boolean =>
  kinds.length > 0 || marks.length > 0 || client !== null || from !== null || to !== null;
