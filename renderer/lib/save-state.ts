import { create } from 'zustand';

interface SaveState {
  /** Keys of texts that are typed but not yet in both copies. */
  readonly pending: ReadonlySet<string>;
  /** What the last failed save threw; null after a save that went well. */
  readonly failure: unknown;
}

const useStore = create<SaveState>(() => ({ pending: new Set<string>(), failure: null }));

/** Says that the text under this key is typed but not yet stored. */
export function markPending(key: string): void {
  useStore.setState(({ pending }) => (pending.has(key) ? {} : { pending: new Set(pending).add(key) }));
}

/** Says that the text under this key is in the journal and in IndexedDB, or is no longer to be stored. */
export function markStored(key: string): void {
  useStore.setState(({ pending }) => ({
    pending: new Set([...pending].filter((other) => other !== key)),
    failure: null,
  }));
}

/** Says that storing failed; the text stays pending. */
export function markFailed(failure: unknown): void {
  useStore.setState({ failure });
}

/** What the header says: all is in both copies, something is on its way, or storing failed. */
export const useSaveState = (): 'saved' | 'saving' | 'failed' =>
  useStore(({ pending, failure }) => {
    if (failure !== null) return 'failed';
    return pending.size > 0 ? 'saving' : 'saved';
  });

/** What the last failed save threw; null after one that went well. */
export const useSaveFailure = (): unknown => useStore(({ failure }) => failure);
