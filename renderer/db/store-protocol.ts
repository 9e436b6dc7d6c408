import type { TableName } from '#shared/domain/record.ts';
import type { KeysToRead } from './keys-to-read.ts';
import type { RowSurvey, StoreHead } from './store.ts';

/** What was found in the store before there was a key. */
export interface Looked {
  readonly head: StoreHead;
  readonly rows: RowSurvey;
  /** When, milliseconds since the epoch by the clock that never goes back. */
  readonly at: number;
}

/** What the worker is asked. It answers one request, and is then ended with all its memory. */
export type StoreRequest =
  /** What there is in the store. */
  | { readonly type: 'look' }
  /** Some fields of all records of a table that have some values. */
  | {
      readonly type: 'sift';
      readonly table: TableName;
      readonly fields: readonly string[];
      readonly where: Readonly<Record<string, unknown>>;
      readonly keys: KeysToRead;
    };

/** What the worker answers. */
export type StoreAnswer =
  | { readonly type: 'looked'; readonly looked: Looked | null }
  /** Some of what was asked for. */
  | { readonly type: 'records'; readonly records: readonly object[] }
  /** That was all. */
  | { readonly type: 'end' }
  /** A row does not open. */
  | { readonly type: 'broken' }
  /** The store was closed meanwhile, or is not there. */
  | { readonly type: 'lost' }
  | { readonly type: 'failed'; readonly error: string };
