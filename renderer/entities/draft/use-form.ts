import { useState } from 'react';
import type { z } from 'zod';
import type { DraftBody } from '#shared/domain/draft.ts';
import type { DraftPlace } from './draft-store.ts';
import { useDraft } from './use-draft.ts';

/** A form that is sent as a whole: what is typed, what went wrong, and whether it is being stored. */
export interface Form<Body, Result = unknown> {
  readonly draft: Body;
  readonly change: (patch: Partial<Body>) => void;
  readonly failure: unknown;
  readonly busy: boolean;
  /** When that was typed which the form goes on with; null when it began afresh. */
  readonly keptAt: number | null;
  /** Whether something was typed into it, now or earlier. */
  readonly touched: boolean;
  /** Stores the draft; what was typed stays when that fails. Calls `done` with what storing answered. */
  readonly send: (done: (result: Result) => void) => void;
  /** Gives up what was typed; the form stands as at its beginning, or at another one. */
  readonly restart: (start?: Body) => void;
}

interface FormOptions<Body, Result> extends DraftPlace {
  /** Schema of what is typed: what was kept by an older app and fits no field any more is left out. */
  readonly schema: z.ZodObject;
  readonly start: Body;
  /** What was typed elsewhere and is brought along. */
  readonly given?: Partial<Body>;
  /** Stores what was typed; rejects when it could not. */
  readonly store: (draft: Body) => Promise<Result>;
  /** Whether a draft kept earlier is the one to go on with. */
  readonly fits?: (kept: Partial<Body>) => boolean;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields that say something else than at the beginning. */
const changed = (draft: object, start: object): DraftBody['values'] =>
  Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => !same(value, start[key as keyof typeof start])),
  );

/** What of a kept draft still fits the form. */
function fitting<Body extends object>(values: DraftBody['values'], schema: z.ZodObject): Partial<Body> {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => schema.shape[key]?.safeParse(value).success),
  ) as Partial<Body>;
}

/** The draft of a form. What is typed is kept until it is sent or given up, whatever becomes of the form. */
export function useForm<Body extends object, Result = unknown>(
  options: FormOptions<Body, Result>,
): Form<Body, Result> {
  const { fileId, form, schema, store, fits } = options;
  /** Where it was begun anew; null: never. */
  const [anew, setAnew] = useState<Body | null>(null);
  const start = anew ?? options.start;
  const [typed, setTyped] = useState<Partial<Body>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { kept, note, drop } = useDraft(
    { fileId, form },
    fits && ((values) => fits(fitting<Body>(values, schema))),
  );
  // A field that was left empty there says nothing against what is known here.
  const given = anew === null ? (changed(options.given ?? {}, start) as Partial<Body>) : {};
  const draft: Body = {
    ...start,
    ...(kept && fitting<Body>(kept.values, schema)),
    ...given,
    ...typed,
  };
  const touched = kept !== null || Object.keys(changed(typed, start)).length > 0;

  const change = (patch: Partial<Body>): void => {
    setTyped((before) => ({ ...before, ...patch }));
    const values = changed({ ...draft, ...patch }, start);
    note(Object.keys(values).length === 0 ? null : values);
  };
  const restart = (next: Body = start): void => {
    setAnew(next);
    setTyped({});
    setFailure(null);
    // What could not be dropped is tried again, and shows in the save state.
    void drop().catch(() => undefined);
  };
  const send = (done: (result: Result) => void): void => {
    const run = async (): Promise<void> => {
      setBusy(true);
      let result: Result;
      try {
        result = await store(draft);
      } catch (thrown) {
        setFailure(thrown);
        setBusy(false);
        return;
      }
      setFailure(null);
      // Before the form is closed, which may be what comes next.
      void drop().catch(() => undefined);
      done(result);
      setBusy(false);
    };
    if (!busy) void run();
  };
  return { draft, change, failure, busy, keptAt: kept?.at ?? null, touched, send, restart };
}
