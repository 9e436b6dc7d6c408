import { sha256 } from '@noble/hashes/sha2.js';
import type { AuditBody } from '#shared/domain/audit.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';

/** What the first line stands on. */
const FIRST = '0'.repeat(64);

type Told = Pick<AuditBody, 'at' | 'action' | 'details'>;

/**
 * Hash of a line, SHA-256, hexadecimal. What is hashed is the JSON of one array, written without spaces: the format's name,
 * hash of the line before, number, moment, action, details as pairs sorted by name.
 */
export function auditHash({ previousHash, seq, at, action, details }: Omit<AuditBody, 'hash'>): string {
  const pairs = Object.entries(details).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return toHex(sha256(utf8(JSON.stringify(['kartoteka/audit/1', previousHash, seq, at, action, pairs]))));
}

/** The line that follows `previous`; without it, the first. */
export function nextAuditEntry(
  previous: Pick<AuditBody, 'seq' | 'hash'> | undefined,
  { at, action, details }: Told,
): AuditBody {
  const line = {
    seq: (previous?.seq ?? 0) + 1,
    at,
    action,
    details,
    previousHash: previous?.hash ?? FIRST,
  };
  return { ...line, hash: auditHash(line) };
}

/** What a check of the log found. */
export type AuditVerdict =
  | { readonly state: 'whole'; readonly entries: number; readonly lastHash: string }
  /** `at` is the number of the first line that is not as it was written, or is not there. */
  | { readonly state: 'broken'; readonly at: number; readonly what: 'missing' | 'doubled' | 'altered' };

/** Checks that no line was altered, left out, added or moved. What is missing at the end cannot be seen from the lines. */
export function verifyAuditChain(entries: readonly AuditBody[]): AuditVerdict {
  let last = FIRST;
  for (const [index, entry] of entries.toSorted((one, other) => one.seq - other.seq).entries()) {
    const due = index + 1;
    if (entry.seq > due) return { state: 'broken', at: due, what: 'missing' };
    if (entry.seq < due) return { state: 'broken', at: entry.seq, what: 'doubled' };
    if (entry.previousHash !== last || auditHash(entry) !== entry.hash) {
      return { state: 'broken', at: due, what: 'altered' };
    }
    last = entry.hash;
  }
  return { state: 'whole', entries: entries.length, lastHash: last };
}
