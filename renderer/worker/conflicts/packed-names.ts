import { fromUtf8, utf8 } from '#shared/lib/bytes.ts';
import type { HeldName, NamedRecord } from './protocol.ts';

type PackedName = readonly [
  HeldName['text'],
  HeldName['bearer'],
  HeldName['place'],
  HeldName['kind'],
  HeldName['role'],
];
type PackedRecord = readonly [
  NamedRecord['id'],
  NamedRecord['fileId'],
  readonly PackedName[],
  readonly PackedName[],
];

const packName = ({ text, bearer, place, kind, role }: HeldName): PackedName => [
  text,
  bearer,
  place,
  kind,
  role,
];
const unpackName = ([text, bearer, place, kind, role]: PackedName): HeldName => ({
  text,
  bearer,
  place,
  kind,
  role,
});

/** The names and numbers of records as bytes. */
export const packRecords = (records: readonly NamedRecord[]): Uint8Array =>
  utf8(
    JSON.stringify(
      records.map(({ id, fileId, names, numbers }): PackedRecord => [
        id,
        fileId,
        names.map(packName),
        numbers.map(packName),
      ]),
    ),
  );

/** What {@link packRecords} made bytes of. */
export const unpackRecords = (bytes: Uint8Array): readonly NamedRecord[] =>
  (JSON.parse(fromUtf8(bytes)) as readonly PackedRecord[]).map(([id, fileId, names, numbers]) => ({
    id,
    fileId,
    names: names.map(unpackName),
    numbers: numbers.map(unpackName),
  }));
