import { timeOf } from '#renderer/db/stamp.ts';
import { vault } from '#renderer/db/index.ts';
import { draftRecord, type DraftBody, type FormId } from '#shared/domain/draft.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';

/** Where a draft belongs: the form, and the client file that what is typed there is about. */
export interface DraftPlace {
  readonly fileId: FileId;
  readonly form: FormId;
}

/** What was typed into a form and not sent. */
export interface KeptDraft {
  readonly id: RecordId;
  readonly values: DraftBody['values'];
  /** When it was typed last, milliseconds since the epoch. */
  readonly at: number;
}

/** Drafts on their way out, by their form: one that is opened meanwhile begins anew. */
const going = new Map<string, Promise<unknown>>();
const keyOf = ({ fileId, form }: DraftPlace): string => `${fileId} ${form}`;

/** Lets a form that is opened wait until its earlier draft is gone, or could not be dropped. Settles as `gone` does. */
export async function leaving(place: DraftPlace, gone: Promise<void>): Promise<void> {
  const settled = gone.catch(() => undefined);
  going.set(keyOf(place), settled);
  await settled;
  if (going.get(keyOf(place)) === settled) going.delete(keyOf(place));
  return gone;
}

/** The newest draft of a form that `fits`; null when there is none. */
export async function keptDraft(
  place: DraftPlace,
  fits: (values: DraftBody['values']) => boolean = () => true,
): Promise<KeptDraft | null> {
  const { fileId, form } = place;
  await going.get(keyOf(place));
  const ofFile = await vault().inFile(draftRecord, fileId);
  const [newest] = ofFile
    .filter((draft) => draft.form === form && fits(draft.values))
    .toSorted((one, other) => (one.stamp < other.stamp ? 1 : -1));
  return newest ? { id: newest.id, values: newest.values, at: timeOf(newest.stamp) } : null;
}

/** Keeps what was typed so far; null: it was sent or given up. It is no action of the user's: there is nothing to undo. */
export const keepDraft = (
  id: RecordId,
  { fileId, form }: DraftPlace,
  values: DraftBody['values'] | null,
): Promise<void> =>
  vault().commit(
    async (change) => {
      if (values !== null) change.put(draftRecord, { id, fileId }, { form, values });
      else if (await change.get(draftRecord, id)) await change.remove(draftRecord, id);
    },
    { undoable: false },
  );

/** Gives up what was typed into a form that is not open. */
export const discardDraft = (id: RecordId): Promise<void> =>
  vault().commit((change) => change.remove(draftRecord, id), { undoable: false });
