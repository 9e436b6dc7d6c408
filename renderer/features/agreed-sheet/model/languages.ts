import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/values.ts';
import type { SheetLanguages } from './agreed-sheet.ts';

interface ChosenLanguages {
  readonly first: Language;
  /** Null: the sheet has one language. */
  readonly second: Language | null;
}

interface SheetView {
  readonly chosen: Readonly<Record<RecordId, ChosenLanguages>>;
}

const useView = create<SheetView>(() => ({ chosen: {} }));

/** The languages of a note's sheet, remembered until the vault locks; at first the client's own. */
export const useSheetLanguages = (noteId: RecordId, clientLanguage: Language): ChosenLanguages =>
  useView(({ chosen }) => chosen[noteId]) ?? { first: clientLanguage, second: null };

/** Chooses the languages of a note's sheet. The same language twice is one language. */
export function chooseSheetLanguages(noteId: RecordId, { first, second }: ChosenLanguages): void {
  const languages = { first, second: second === first ? null : second };
  useView.setState(({ chosen }) => ({ chosen: { ...chosen, [noteId]: languages } }));
}

/** The choice as the sheet takes it. */
export const sheetLanguages = ({ first, second }: ChosenLanguages): SheetLanguages =>
  second === null ? [first] : [first, second];
