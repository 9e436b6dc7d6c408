import { useEffect } from 'react';
import { create } from 'zustand';
import { sealedSource, vaultIdInUse, wholeVault } from '#renderer/db/index.ts';
import { useIdle } from '#renderer/lib/idle.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { lastContact } from '#shared/domain/last-contact.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { systemClock } from '#shared/lib/clock.ts';

/** How long after the last change the notes of its client file are read anew: not while somebody is typing one, milliseconds. */
const SETTLED_MS = 1500;

/** When the last contact with each client began, milliseconds since the epoch. Files without any are not there. */
export type LastContacts = ReadonlyMap<FileId, number>;

interface Known {
  /** The vault that is being read or was; null: none yet. */
  readonly vaultId: string | null;
  readonly contacts: LastContacts;
}

const NOTHING: Known = { vaultId: null, contacts: new Map() };
const useKnown = create<Known>(() => NOTHING);

/** Reads the notes of some files anew: something of them was changed. */
async function readFiles(files: ReadonlySet<FileId>): Promise<void> {
  const read = new Map<FileId, number | null>();
  for (const fileId of files)
    read.set(fileId, lastContact(await wholeVault().inFile(noteRecord, fileId), systemClock.now()));
  useKnown.setState(({ contacts }) => {
    const known = new Map(contacts);
    for (const [fileId, last] of read) {
      if (last === null) known.delete(fileId);
      else known.set(fileId, last);
    }
    return { contacts: known };
  });
}

/** Calls `settled` with the client files whose notes were changed, once no more changes come. Returns what begins the calls. */
function followChanges(settled: (files: ReadonlySet<FileId>) => void): () => void {
  let touched = new Set<FileId>();
  let begun = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    if (!begun || touched.size === 0) return;
    const files = touched;
    touched = new Set();
    settled(files);
  };
  sealedSource().onSealedChange(({ ops }) => {
    for (const { table, fileId } of ops) if (table === 'notes') touched.add(fileId);
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  });
  return () => {
    begun = true;
    tell();
  };
}

/** Goes through every note once, off the UI thread. */
async function readAll(vaultId: string): Promise<void> {
  // One reading after another: an earlier one must not end last, with what was there before.
  let turn: Promise<void> = Promise.resolve();
  const follow = followChanges((files) => {
    turn = turn.then(() => readFiles(files)).catch(() => undefined); // The vault was locked meanwhile.
  });
  const now = systemClock.now();
  const contacts = await wholeVault().sift(
    { kind: noteRecord, fields: ['startedAt'] },
    {
      begin: () => new Map<FileId, number>(),
      take: (latest, notes) => {
        for (const note of notes) {
          const last = lastContact([note], now);
          if (last !== null) latest.set(note.fileId, Math.max(last, latest.get(note.fileId) ?? last));
        }
      },
    },
  );
  if (useKnown.getState().vaultId !== vaultId) return;
  useKnown.setState({ contacts });
  follow();
}

function begin(): void {
  const vaultId = vaultIdInUse();
  if (useKnown.getState().vaultId === vaultId) return;
  useKnown.setState({ vaultId, contacts: NOTHING.contacts });
  // Whoever asks next begins anew.
  readAll(vaultId).catch(() => useKnown.setState(NOTHING));
}

/**
 * When the last contact with each client was, as the notes tell it: read once, in quiet moments after the screen is there,
 * then kept up to date.
 */
export function useLastContacts(): LastContacts {
  const idle = useIdle();
  useEffect(() => {
    if (idle) begin();
  }, [idle]);
  return useKnown(({ contacts }) => contacts);
}
