import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Requirement } from '#shared/domain/requirement.ts';

/** What in a document has the focus, or had it last. */
export type Active =
  | { readonly kind: 'requirement'; readonly id: RecordId; readonly part: 'row' | 'text' }
  | { readonly kind: 'section'; readonly id: string; readonly part: 'title' | 'text' };

interface View {
  readonly active: Active | null;
  /** What has to take the focus as soon as it is there, and where its caret was. */
  readonly wanted: (Active & { readonly caret?: number }) | null;
  /** Requirements whose details are open. */
  readonly open: ReadonlySet<RecordId>;
  /** Requirements that are shown and typed into while they are being stored for the first time. */
  readonly fresh: readonly Requirement[];
  /** The table stands beside the document. */
  readonly table: boolean;
}

/** What is selected and open on the screen of a requirements document; forgotten when the vault locks. */
export const useView = create<View>(() => ({
  active: null,
  wanted: null,
  open: new Set(),
  fresh: [],
  table: false,
}));

/** Notes what has the focus. */
export const setActive = (active: Active | null): void => useView.setState({ active });

/** Asks something to take the focus. */
export const wantFocus = (wanted: Active, caret?: number): void =>
  useView.setState({ active: wanted, wanted: caret === undefined ? wanted : { ...wanted, caret } });

/** Says that the focus was taken. */
export const focusTaken = (): void => useView.setState({ wanted: null });

/** Opens or closes the details of a requirement. */
export const toggleDetails = (id: RecordId): void =>
  useView.setState(({ open }) => {
    const now = new Set(open);
    if (!now.delete(id)) now.add(id);
    return { open: now };
  });

/** Shows or hides the table beside the document. */
export const toggleTable = (): void => useView.setState(({ table }) => ({ table: !table }));

/** Starts with nothing selected: another document is shown. */
export const resetView = (): void =>
  useView.setState({ active: null, wanted: null, open: new Set(), fresh: [] });

/** Shows a requirement before it is stored. */
export const showFresh = (requirement: Requirement): void =>
  useView.setState(({ fresh }) => ({ fresh: [...fresh, requirement] }));

/** The requirements to show: those stored, and those on their way. */
export const withFresh = (
  stored: readonly Requirement[],
  fresh: readonly Requirement[],
): readonly Requirement[] => {
  const known = new Set(stored.map(({ id }) => id));
  const others = fresh.filter(({ id }) => !known.has(id));
  return others.length === 0 ? stored : [...stored, ...others];
};

/** Forgets those on their way that have arrived, and those that were taken back. */
export const settleFresh = (gone: (id: RecordId) => boolean): void =>
  useView.setState(({ fresh }) =>
    fresh.some(({ id }) => gone(id)) ? { fresh: fresh.filter(({ id }) => !gone(id)) } : {},
  );
