import { useLiveQuery } from 'dexie-react-hooks';
import { timeOf } from '#renderer/db/stamp.ts';
import { vault } from '#renderer/db/index.ts';
import { draftRecord, type FormName, FORMS } from '#shared/domain/draft.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';

/** A form that was left before it was sent. */
export interface UnfinishedForm {
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly name: FormName;
  /** Id of what it changes; null: it makes something new. */
  readonly of: string | null;
  /** What is in it, in the words of whoever typed it; empty when there are none. */
  readonly words: string;
  /** When it was typed last, milliseconds since the epoch. */
  readonly at: number;
}

/** Fields by which a thing is known. */
const TELLING = ['name', 'title', 'text', 'typed', 'reason'];

/** Every form that was left before it was sent, the latest first; undefined while they load. */
export const useUnfinishedForms = (): readonly UnfinishedForm[] | undefined =>
  useLiveQuery(async () =>
    (await vault().all(draftRecord))
      .toSorted((one, other) => (one.stamp < other.stamp ? 1 : -1))
      .flatMap(({ id, fileId, form, values, stamp }) => {
        const [kind = '', of = null] = form.split(':');
        const name = FORMS.find((one) => one === kind);
        const said = TELLING.map((field) => values[field]).filter((value) => typeof value === 'string');
        const words = said.find((value) => value !== '') ?? '';
        return name ? [{ id, fileId, name, of, words, at: timeOf(stamp) }] : [];
      }),
  );
