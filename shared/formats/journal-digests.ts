import { sha256 } from '@noble/hashes/sha2.js';

/** The two checksums of the journal. Main computes them natively; the results are the same. */
export interface JournalDigests {
  /** SHA-256 over the parts one after another, 32 bytes. */
  sha256(parts: readonly Uint8Array[]): Uint8Array;
  /** CRC-32 (IEEE 802.3), unsigned. */
  crc32(bytes: Uint8Array): number;
}

const POLYNOMIAL = 0xed_b8_83_20;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/** The checksums in plain TypeScript, for wherever there is nothing native. */
export const pureDigests: JournalDigests = {
  sha256(parts) {
    const hash = sha256.create();
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  crc32(bytes) {
    let crc = 0xff_ff_ff_ff;
    for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    return (crc ^ 0xff_ff_ff_ff) >>> 0;
  },
};
