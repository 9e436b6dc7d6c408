import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { JournalDigests } from '#shared/formats/journal-digests.ts';

/** The journal's checksums by Node's own code. */
export const nativeDigests: JournalDigests = {
  sha256(parts) {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return new Uint8Array(hash.digest());
  },
  crc32: (bytes) => crc32(bytes),
};
