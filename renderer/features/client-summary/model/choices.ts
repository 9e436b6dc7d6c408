import { create } from 'zustand';
import { forgetWhenLooking } from '#renderer/lib/looking.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/values.ts';
import type { SummaryPart } from './client-summary.ts';

interface Choices {
  /** The same for every client: what this practice likes to print. */
  readonly parts: ReadonlySet<SummaryPart>;
  readonly noteText: boolean;
  /** By file: a language chosen for one client says nothing of another, and own use must never spread. */
  readonly languages: Readonly<Record<FileId, Language>>;
  readonly ownUse: Readonly<Record<FileId, boolean>>;
  /** By file: the paper is for somebody other than the client. */
  readonly forOthers: Readonly<Record<FileId, boolean>>;
}

/** What the user chose to print, remembered until the vault locks. Key facts are notes to oneself: off at first. */
export const useChoices = create<Choices>(() => ({
  parts: new Set<SummaryPart>([
    'contact',
    'people',
    'meetings',
    'requirements',
    'tasks',
    'questions',
    'dates',
  ]),
  noteText: false,
  languages: {},
  ownUse: {},
  forOthers: {},
}));

// What is for own use is never what a client sees on the screen.
forgetWhenLooking(() => useChoices.setState({ ownUse: {} }));

/** Puts a part in or takes it out. */
export const choosePart = (part: SummaryPart, wanted: boolean): void =>
  useChoices.setState(({ parts }) => {
    const now = new Set(parts);
    if (wanted) now.add(part);
    else now.delete(part);
    return { parts: now };
  });

/** Prints meetings with or without the text of their notes. */
export const chooseNoteText = (noteText: boolean): void => useChoices.setState({ noteText });

/** Chooses the language of one client's summary. */
export const chooseLanguage = (fileId: FileId, language: Language): void =>
  useChoices.setState(({ languages }) => ({ languages: { ...languages, [fileId]: language } }));

/** Marks one client's summary as for own use, with what is otherwise held back. */
export const chooseOwnUse = (fileId: FileId, ownUse: boolean): void =>
  useChoices.setState((choices) => ({ ownUse: { ...choices.ownUse, [fileId]: ownUse } }));

/** Marks one client's summary as for somebody other than the client. */
export const chooseForOthers = (fileId: FileId, others: boolean): void =>
  useChoices.setState(({ forOthers }) => ({ forOthers: { ...forOthers, [fileId]: others } }));
