import type { HitPlace, MatchReason, NameKind } from '#shared/domain/conflict-check.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { TableName } from '#shared/domain/record.ts';

/** A name or number that a record holds. */
export interface HeldName {
  readonly text: string;
  /** What its bearer is called now, where this is another name; else empty. */
  readonly bearer: string;
  readonly place: HitPlace;
  readonly kind: NameKind;
  readonly role: PartyRole | null;
}

/** The names and numbers that a record holds. */
export interface NamedRecord {
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly names: readonly HeldName[];
  readonly numbers: readonly HeldName[];
}

/** What of a record a check looks at. */
export interface CheckedRecord extends NamedRecord {
  readonly table: TableName;
  /** Running text, all of it; empty: none. */
  readonly text: string;
}

/** A name or number found in a record, for the query with that place in the list. */
export interface FoundName extends HeldName {
  readonly query: number;
  readonly record: RecordId;
  readonly fileId: FileId;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** A text that has words of a name: to be read, for here its words alone are kept. */
export interface Candidate {
  readonly query: number;
  readonly table: TableName;
  readonly record: RecordId;
  readonly fileId: FileId;
}

/** What a check came to. */
export interface Found {
  readonly names: readonly FoundName[];
  /** Those with the most words of a name first. */
  readonly texts: readonly Candidate[];
  /** Texts with words of a name beyond those, which nobody will read. */
  readonly unread: number;
  /** Records gone through, by table. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
}
