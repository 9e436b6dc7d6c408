import type { ClientBody } from '#shared/domain/client.ts';

/** What is changed of a client among several; null: nothing. */
export type BulkChange = (client: ClientBody) => Partial<ClientBody> | null;

/** Adds and removes tags. A tag that is both is added. */
export const retagged =
  (added: readonly string[], removed: readonly string[]): BulkChange =>
  ({ tags }) => {
    const kept = tags.filter((tag) => !removed.includes(tag));
    const next = [...kept, ...added.filter((tag) => !kept.includes(tag))];
    return next.length === tags.length && next.every((tag, index) => tag === tags[index])
      ? null
      : { tags: next };
  };

/** Gives a line of each client a value. */
export const valued =
  (field: 'responsible' | 'group', value: string): BulkChange =>
  (client) =>
    client[field] === value ? null : { [field]: value };
