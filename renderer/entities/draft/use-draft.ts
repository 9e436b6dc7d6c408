import { useCallback, useEffect, useRef, useState } from 'react';
import { type Autosave, createAutosave } from '#renderer/lib/autosave.ts';
import type { DraftBody } from '#shared/domain/draft.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import { type DraftPlace, keepDraft, keptDraft, type KeptDraft, leaving } from './draft-store.ts';

type Values = DraftBody['values'];

/** What a form shows and keeps of its draft. */
export interface HeldDraft {
  /** The draft that was there when the form opened; null: none, or not known yet. */
  readonly kept: KeptDraft | null;
  /** Notes what is typed now; it is stored by itself. Null: nothing is left to keep. */
  readonly note: (values: Values | null) => void;
  /** Gives up what was typed, now and earlier. Settles when it is gone; rejects when it could not be stored. */
  readonly drop: () => Promise<void>;
}

/**
 * Keeps what is typed into a form until it is sent or given up: closing the form, a lock or a crash does not take it away.
 * @param place Its identity is that of the form: it may not change while the form is open.
 * @param fits Whether an earlier draft of the form is the one to go on with.
 */
export function useDraft(place: DraftPlace, fits?: (values: Values) => boolean): HeldDraft {
  const [kept, setKept] = useState<KeptDraft | null>(null);
  const [held] = useState({ place, fits });
  const saver = useRef<Autosave<Values | null> | null>(null);
  useEffect(() => {
    let open = true;
    const found = keptDraft(held.place, held.fits);
    // Only one draft a form: what is typed now takes the place of what was typed before.
    const id = found.then((draft) => draft?.id ?? newRecordId());
    const { fileId, form } = held.place;
    const made = createAutosave<Values | null>(`draft-${fileId}-${form}`, async (values) =>
      keepDraft(await id, held.place, values),
    );
    saver.current = made;
    // A draft that cannot be read is met again when the form is stored: that says what is wrong.
    found.then((draft) => open && setKept(draft)).catch(() => undefined);
    return () => {
      open = false;
      saver.current = null;
      // A failure shows in the save state, and the draft is tried again.
      made.end().catch(() => undefined);
    };
  }, [held]);
  const note = useCallback((values: Values | null): void => saver.current?.change(values), []);
  const drop = useCallback(async (): Promise<void> => {
    setKept(null);
    saver.current?.change(null);
    if (saver.current) await leaving(held.place, saver.current.flush());
  }, [held]);
  return { kept, note, drop };
}
