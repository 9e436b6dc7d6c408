import { useCallback, useEffect } from 'react';
import { z } from 'zod';
import { useDraft } from '#renderer/entities/draft/index.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { lineSchema, textSchema } from '#shared/domain/values.ts';
import { useCurrentCheck } from './current-check.ts';

/** What was typed of a check: whom it looks for, and how it is to be decided. */
const typedSchema = z.object({ typed: textSchema, reason: textSchema, by: lineSchema.nullable() });
type Typed = z.infer<typeof typedSchema>;

const typedNow = (): Typed => {
  const { typed, reason, by } = useCurrentCheck.getState();
  return { typed, reason, by };
};
const isEmpty = ({ typed, reason, by }: Typed): boolean => typed === '' && reason === '' && by === null;
const same = (one: Typed, other: Typed): boolean =>
  one.typed === other.typed && one.reason === other.reason && one.by === other.by;

/**
 * Keeps what is typed of a check until it is decided or given up, and goes on with what was kept.
 * @returns When that was typed which the check goes on with, null when it began afresh; and the way to give it up.
 */
export function useKeptCheck(): { readonly keptAt: number | null; readonly drop: () => void } {
  const {
    kept,
    note,
    drop: dropDraft,
  } = useDraft({ fileId: PRACTICE_FILE, form: 'conflictCheck' }, ({ typed }) => {
    const now = typedNow();
    return isEmpty(now) || typed === now.typed;
  });
  // What could not be dropped is tried again, and shows in the save state.
  const drop = useCallback((): void => void dropDraft().catch(() => undefined), [dropDraft]);
  useEffect(() => {
    const { data: values } = typedSchema.safeParse(kept?.values);
    if (values && isEmpty(typedNow())) useCurrentCheck.setState(values);
    const { begun } = useCurrentCheck.getState();
    return useCurrentCheck.subscribe((now, before) => {
      // Another check was begun: this one stays as it was kept.
      if (now.begun !== begun || same(now, before)) return;
      if (isEmpty(now)) drop();
      else note(typedNow());
    });
  }, [kept, note, drop]);
  return { keptAt: kept?.at ?? null, drop };
}
