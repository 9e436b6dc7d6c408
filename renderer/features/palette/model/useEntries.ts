import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients } from '#renderer/entities/client/index.ts';
import { noteQueries } from '#renderer/entities/note/index.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type Command, useRegisteredCommands } from '#renderer/ui/commands/index.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Note } from '#shared/domain/note.ts';
import { collator, dayOf, formatDay } from '#shared/i18n/format.ts';
import { standingName } from '#shared/i18n/translate.ts';
import { type Candidate, candidate, queryWords, rank } from './rank.ts';

const MOST = { clients: 8, commands: 8, notes: 6 } as const;
/** Letters after which notes are looked through, and the pause in typing they wait for, milliseconds. */
const NOTES_FROM = 2;
const NOTES_PAUSE_MS = 250;

export const SECTIONS = ['clients', 'commands', 'notes', 'create', 'search'] as const;
/** The parts of the palette's list. */
export type Section = (typeof SECTIONS)[number];

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly section: Section;
  readonly label: string;
  readonly detail: string;
  readonly keys: string | null;
  readonly run: () => void;
}

/** What the palette can do with a choice. */
export interface PaletteActions {
  readonly onOpenFile: (fileId: FileId) => void;
  readonly onOpenNote: (noteId: RecordId) => void;
  readonly onNewClient: (name: string) => void;
  /** Looks for what was typed in everything. */
  readonly onSearch: (query: string) => void;
  readonly onCommand: (command: Command) => void;
}

function useClientCandidates(): readonly Candidate<Client>[] | undefined {
  const language = useLanguage();
  const clients = useClients();
  return useMemo(
    () =>
      clients
        ?.toSorted((a, b) => collator(language).compare(a.name, b.name))
        .map((client) =>
          candidate(
            client,
            client.name,
            [
              client.contactPerson,
              client.email,
              client.phone.replaceAll(/\D/g, ''),
              ...client.numbers.map(({ value }) => value.replaceAll(/[^\p{L}\p{N}]/gu, '')),
            ].join(' '),
          ),
        ),
    [clients, language],
  );
}

/** The notes by title. Read when something is looked for, in a pause of the typing: they are the bulk of the vault. */
function useNoteCandidates(query: string): readonly Candidate<Note>[] {
  const [notes, setNotes] = useState<readonly Candidate<Note>[] | null>(null);
  useEffect(() => {
    if (query.length < NOTES_FROM || notes !== null) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const all = await noteQueries.all();
      if (current) setNotes(all.toReversed().map((note) => candidate(note, note.title)));
    };
    const timer = setTimeout(() => void read(), NOTES_PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, notes]);
  return notes ?? [];
}

/** What the palette offers for a query; undefined while the clients load. */
export function useEntries(query: string, actions: PaletteActions): readonly Entry[] | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const clients = useClientCandidates();
  const notes = useNoteCandidates(query);
  const commands = useRegisteredCommands();
  const readOnly = useReadOnly();
  // The palette is drawn with every screen, and its clients may be thousands.
  const names = useMemo(() => new Map(clients?.map(({ value }) => [value.fileId, value.name])), [clients]);
  if (!clients) return undefined;
  const words = queryWords(query);
  const searching = words.length > 0;

  const foundClients = searching ? rank(clients, words, MOST.clients) : [];
  const foundNotes = searching ? rank(notes, words, MOST.notes) : [];
  // The palette itself is not worth a line in the palette.
  const offered = commands
    .filter(({ id, keysOnly }) => id !== 'app.palette' && keysOnly !== true)
    .toReversed();
  const foundCommands = searching
    ? rank(
        offered.map((command) => candidate(command, command.title, command.group)),
        words,
        MOST.commands,
      )
    : offered;

  const entries: Entry[] = [
    ...foundClients.map((client): Entry => ({
      id: `client-${client.fileId}`,
      section: 'clients',
      label: client.name,
      detail: `${t(`domain.clientKind.${client.kind}`)} · ${standingName(t, client)}`,
      keys: null,
      run: () => actions.onOpenFile(client.fileId),
    })),
    ...foundCommands.map((command): Entry => ({
      id: `command-${command.id}`,
      section: 'commands',
      label: command.title,
      detail: command.group,
      keys: command.keys ?? null,
      run: () => actions.onCommand(command),
    })),
    ...foundNotes.map((note): Entry => ({
      id: `note-${note.id}`,
      section: 'notes',
      label: note.title,
      detail: `${names.get(note.fileId) ?? ''} · ${formatDay(dayOf(note.startedAt), language)}`,
      keys: null,
      run: () => actions.onOpenNote(note.id),
    })),
  ];
  const name = query.trim();
  if (searching && foundClients.length === 0 && !readOnly)
    entries.push({
      id: 'create',
      section: 'create',
      label: t('palette.create', { name }),
      detail: '',
      keys: null,
      run: () => actions.onNewClient(name),
    });
  if (searching)
    entries.push({
      id: 'search',
      section: 'search',
      label: t('search.fromPalette', { query: name }),
      detail: '',
      keys: 'mod+shift+f',
      run: () => actions.onSearch(name),
    });
  return entries;
}
