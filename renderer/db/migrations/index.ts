import type { RecordKind, TableName } from '#shared/domain/record.ts';
import { withOtherNames } from './0001-other-names.ts';
import { withCustomFields, withProfile } from './0002-client-profile.ts';
import { withContentFile } from './0003-content-file.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';

/** Turns a body of one version into the next. Pure; frozen once released, for old backups open through it for ever. */
export type Migration = (body: unknown) => unknown;

/** Migrations by table and by the version they start from. */
export type Migrations = { readonly [Table in TableName]?: { readonly [from: number]: Migration } };

/** Every migration of the app, each in its own file in this folder. */
export const MIGRATIONS: Migrations = {
  practice: { 1: withCustomFields },
  clients: { 1: withOtherNames, 2: withProfile },
  parties: { 1: withOtherNames },
  attachments: { 1: withContentFile },
};

/**
 * Brings a body that was just unsealed to the version the app works with.
 * @throws {NewerDataError} when a newer app wrote it.
 */
export function migrated<Body>(
  kind: RecordKind<Body>,
  version: number,
  body: unknown,
  migrations: Migrations = MIGRATIONS,
): Body {
  if (version > kind.version) throw new NewerDataError(`Record of ${kind.table}`, version);
  // A body of today's version fitted its schema when it was sealed, and the seal shows that it is still the same.
  if (version === kind.version) return body as Body;
  let current = body;
  for (let from = version; from < kind.version; from++) {
    const step = migrations[kind.table]?.[from];
    if (!step) throw new Error(`No migration of ${kind.table} from version ${String(from)}`);
    current = step(current);
  }
  return kind.schema.parse(current);
}
