import { useEffect } from 'react';
import { create } from 'zustand';
import { sealedSource, vault, vaultIdInUse } from '#renderer/db/index.ts';
import { useIdle } from '#renderer/lib/idle.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { noteRecord, type Note } from '#shared/domain/note.ts';

/** Notes read at a time: the window stays alive between them. */
const PAGE = 100;
/** Longest wait for a quiet moment between two of them, milliseconds. */
const LONGEST_WAIT_MS = 200;

/** When the last contact with each client began, milliseconds since the epoch. Files without any are not there. */
export type LastContacts = ReadonlyMap<FileId, number>;

interface Known {
  /** The vault that is being read or was; null: none yet. */
  readonly vaultId: string | null;
  readonly contacts: LastContacts;
}

const NOTHING: Known = { vaultId: null, contacts: new Map() };
const useKnown = create<Known>(() => NOTHING);

const quietMoment = (): Promise<void> =>
  new Promise((resolve) => window.requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS }));

const newest = (notes: readonly Note[]): number | null =>
  notes.reduce<number | null>((last, { startedAt }) => Math.max(last ?? 0, startedAt), null);

/** Reads the notes of some files anew: something of them was changed. */
async function readFiles(files: ReadonlySet<FileId>): Promise<void> {
  const contacts = new Map(useKnown.getState().contacts);
  for (const fileId of files) {
    const last = newest(await vault().inFile(noteRecord, fileId));
    if (last === null) contacts.delete(fileId);
    else contacts.set(fileId, last);
  }
  useKnown.setState({ contacts });
}

/** Reads every note once, a page in each quiet moment. Notes are the bulk of the vault: none is kept in memory. */
async function readAll(vaultId: string): Promise<void> {
  const contacts = new Map<FileId, number>();
  const touched = new Set<FileId>();
  let reading = true;
  sealedSource().onSealedChange(({ ops }) => {
    const files = new Set(ops.filter(({ table }) => table === 'notes').map(({ fileId }) => fileId));
    if (files.size === 0) return;
    if (reading) for (const fileId of files) touched.add(fileId);
    else void readFiles(files).catch(() => undefined);
  });
  for await (const notes of vault().pages(noteRecord, PAGE)) {
    for (const { fileId, startedAt } of notes)
      contacts.set(fileId, Math.max(startedAt, contacts.get(fileId) ?? 0));
    await quietMoment();
  }
  reading = false;
  if (useKnown.getState().vaultId !== vaultId) return;
  useKnown.setState({ contacts });
  if (touched.size > 0) await readFiles(touched);
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
