import { open } from '#shared/crypto/aead.ts';
import { newFileKey, unwrapFileKey, wrapFileKey } from '#shared/crypto/file-key.ts';
import { newFileId, newRecordId, type FileId } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { openEntry, sealEntry, type PutOp } from '#shared/formats/entry.ts';
import { openRecord, sealRecord, type ClearRecord } from '#shared/formats/sealed-record.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { mutatedBytes } from '../support/mutated-bytes.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const OTHER_VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2b';

interface Sealed {
  readonly at: ClearRecord;
  readonly key: Uint8Array;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** What somebody with the disk in their hands has before them. */
interface Loot {
  readonly journalKey: Uint8Array;
  readonly keyringKey: Uint8Array;
  /** Records of several files and tables, several revisions of each, oldest first. */
  readonly records: readonly Sealed[];
  readonly entries: readonly Uint8Array<ArrayBuffer>[];
  readonly keyring: readonly { readonly fileId: FileId; readonly wrapped: Uint8Array<ArrayBuffer> }[];
}

function makeLoot(random: Random): Loot {
  const [journalKey, keyringKey] = [random.bytes(32), random.bytes(32)];
  const files = Array.from({ length: 4 }, () => ({ fileId: newFileId(), key: newFileKey() }));
  const records: Sealed[] = [];
  for (let index = 0; index < 24; index += 1) {
    const { fileId, key } = random.pick(files);
    const [id, table] = [newRecordId(), random.pick(TABLE_NAMES)];
    let parent: string | null = null;
    for (let revision = 0; revision < 3; revision += 1) {
      const rev = toHex(random.bytes(16));
      const stamp = `2026-11-02T09:00:0${String(revision)}.000Z-0000-aaaa`;
      const due = random.chance(0.3) ? { due: random.below(1e9) } : {};
      const at: ClearRecord = { table, id, fileId, rev, parent, stamp, version: 1, ...due };
      const json = JSON.stringify({ text: 'x'.repeat(random.below(500)), index, revision });
      records.push({ at, key, sealed: sealRecord(key, VAULT, at, json) });
      parent = rev;
    }
  }
  const entries = Array.from({ length: 12 }, () => {
    const ops = [random.pick(records), random.pick(records)].map(({ at, sealed }): PutOp => ({
      op: 'put',
      ...at,
      sealed,
    }));
    return sealEntry(journalKey, VAULT, ops);
  });
  const keyring = files.map(({ fileId, key }) => ({
    fileId,
    wrapped: wrapFileKey(keyringKey, key, VAULT, fileId),
  }));
  return { journalKey, keyringKey, records, entries, keyring };
}

/** Another clear part than the one the record was sealed with. */
function otherPlace(at: ClearRecord, other: ClearRecord, random: Random): ClearRecord {
  switch (random.below(9)) {
    case 0:
      return { ...at, id: other.id === at.id ? newRecordId() : other.id };
    case 1:
      return { ...at, table: random.pick(TABLE_NAMES.filter((name) => name !== at.table)) };
    case 2:
      return { ...at, fileId: newFileId() };
    case 3:
      return { ...at, rev: toHex(random.bytes(16)) };
    case 4:
      return { ...at, parent: at.parent === null ? toHex(random.bytes(16)) : null };
    case 5:
      return { ...at, stamp: `${at.stamp}0` };
    case 6:
      return { ...at, version: at.version + 1 };
    case 7:
      return { ...at, due: (at.due ?? 0) + 1 };
    default:
      return { ...at, of: newRecordId() };
  }
}

/** Tries what must not open; answers what it tried when it opened all the same. */
type Attack = (loot: Loot, random: Random) => readonly [what: string, open: () => unknown];

const ATTACKS: Readonly<Record<string, Attack>> = {
  'record altered': ({ records }, random) => {
    const { key, at, sealed } = random.pick(records);
    const bytes = mutatedBytes(sealed, random);
    return [`a record of ${at.table}, altered`, () => openRecord(key, VAULT, at, bytes)];
  },
  'record moved': ({ records }, random) => {
    const { key, at, sealed } = random.pick(records);
    const place = otherPlace(at, random.pick(records).at, random);
    return [`a record as ${JSON.stringify(place)}`, () => openRecord(key, VAULT, place, sealed)];
  },
  'records swapped': ({ records }, random) => {
    const one = random.pick(records);
    const other = random.pick(records.filter(({ sealed }) => sealed !== one.sealed));
    return [
      'a record in the place of another, or of its later self',
      () => openRecord(one.key, VAULT, one.at, other.sealed),
    ];
  },
  'record of another vault': ({ records }, random) => {
    const { key, at, sealed } = random.pick(records);
    return ['a record in another vault', () => openRecord(key, OTHER_VAULT, at, sealed)];
  },
  'entry altered': ({ journalKey, entries }, random) => {
    const bytes = mutatedBytes(random.pick(entries), random);
    return ['a journal entry, altered', () => openEntry(journalKey, VAULT, bytes)];
  },
  'entry of another vault': ({ journalKey, entries }, random) => [
    'a journal entry in another vault',
    () => openEntry(journalKey, OTHER_VAULT, random.pick(entries)),
  ],
  'entry as something else': ({ journalKey, entries }, random) => [
    'a journal entry without its binding',
    () => open(journalKey, random.pick(entries).subarray(1), new Uint8Array()),
  ],
  'file key altered': ({ keyringKey, keyring }, random) => {
    const { fileId, wrapped } = random.pick(keyring);
    const bytes = mutatedBytes(wrapped, random);
    return ['the key of a client file, altered', () => unwrapFileKey(keyringKey, bytes, VAULT, fileId)];
  },
  'file keys swapped': ({ keyringKey, keyring }, random) => {
    const one = random.pick(keyring);
    const other = random.pick(keyring.filter(({ fileId }) => fileId !== one.fileId));
    return [
      'the key of another client file',
      () => unwrapFileKey(keyringKey, other.wrapped, VAULT, one.fileId),
    ];
  },
};

function attack(loot: Loot, random: Random, counts: Counts): void {
  const name = random.pick(Object.keys(ATTACKS));
  const [what, attempt] = ATTACKS[name]?.(loot, random) ?? ['', () => undefined];
  let accepted = true;
  try {
    attempt();
  } catch {
    accepted = false;
  }
  promise(!accepted, `Accepted: ${what}`);
  counts.add(name);
}

/** Sealed records, journal entries and keys of client files in the hands of an attacker. */
export const tamperFormats: Row = {
  id: 'tamper.formats',
  promise: 'Tampering is noticed',
  cases: 'altered records, entries and keys',
  short: { times: 9000, seconds: 15 },
  long: { times: 960_000, seconds: 150 },
  lane: 'compute',
  async run(order) {
    const loot = makeLoot(randomFrom(7));
    // What is there opens, or nothing would be shown by its not opening.
    for (const { key, at, sealed } of loot.records) openRecord(key, VAULT, at, sealed);
    for (const entry of loot.entries) openEntry(loot.journalKey, VAULT, entry);
    return eachCase(order, (random, counts) => attack(loot, random, counts));
  },
};
