import { create } from 'zustand';
import type { FileId } from '#shared/domain/ids.ts';

/**
 * Whether a client is looking at the screen, and whose file may be seen then; `fileId` null: nobody's. Null as a whole: nobody
 * looks, everything may be seen.
 */
export type Looking = { readonly fileId: FileId | null } | null;

const useStore = create<{ readonly looking: Looking }>(() => ({ looking: null }));
const forgetters = new Set<() => void>();

/** Whether a client is looking, for components. */
export const useLooking = (): Looking => useStore(({ looking }) => looking);

/** Whether a client is looking at this moment. */
export const lookingNow = (): Looking => useStore.getState().looking;

/** One word for what may be seen: it changes when something else may be. */
export const sightOf = (looking: Looking): string =>
  looking === null ? 'all' : (looking.fileId ?? 'nobody');

/**
 * Registers what empties a store that may hold something of other clients: what was searched for, a message. It is called
 * before anything is hidden. Returns the function that takes it back.
 */
export function forgetWhenLooking(forget: () => void): () => void {
  forgetters.add(forget);
  return () => forgetters.delete(forget);
}

/** Hides everything but one file, or shows everything again. What reads the vault reads anew. */
export function setLooking(looking: Looking): void {
  if (looking !== null) forgetters.forEach((forget) => forget());
  useStore.setState({ looking });
}
