import { useState } from 'react';

/** A form that is sent as a whole: what is typed, what went wrong, and whether it is being stored. */
export interface Form<Draft> {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  readonly failure: unknown;
  readonly busy: boolean;
  /** Stores the draft; what was typed stays when that fails. Calls `done` when it is stored. */
  readonly send: (done: () => void) => void;
}

/**
 * Keeps the draft of a form.
 * @param store Stores the draft; rejects when it could not.
 */
export function useForm<Draft extends object>(
  start: Draft,
  store: (draft: Draft) => Promise<unknown>,
): Form<Draft> {
  const [draft, setDraft] = useState(start);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = (done: () => void): void => {
    const run = async (): Promise<void> => {
      setBusy(true);
      try {
        await store(draft);
        setFailure(null);
        done();
      } catch (thrown) {
        setFailure(thrown);
      }
      setBusy(false);
    };
    if (!busy) void run();
  };
  return { draft, change: (patch) => setDraft((before) => ({ ...before, ...patch })), failure, busy, send };
}
