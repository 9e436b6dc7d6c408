const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const CHECKSUM_LENGTH = 6;

/** One step of the checksum, a BCH code over 5-bit words. */
function polymod(checksum: number, word: number): number {
  const top = checksum >>> 25;
  return GENERATORS.reduce(
    (sum, generator, bit) => ((top >> bit) & 1 ? sum ^ generator : sum),
    ((checksum & 0x1ffffff) << 5) ^ word,
  );
}

/** Bytes as 5-bit words; the last one is filled up with zeros. */
function toWords(bytes: Uint8Array): number[] {
  const words: number[] = [];
  let [buffer, bits] = [0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) words.push((buffer >> (bits - 5)) & 31);
  }
  if (bits > 0) words.push((buffer << (5 - bits)) & 31);
  return words;
}

/**
 * Writes bytes in Bech32 (BIP 173), as the age format writes its keys.
 * @param prefix The part before the separating "1", in lower case.
 * @returns Lower case.
 */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const codes = Array.from(prefix, (char) => char.charCodeAt(0));
  const words = toWords(bytes);
  const covered = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words];
  const sum = [...covered, ...Array.from({ length: CHECKSUM_LENGTH }, () => 0)].reduce(polymod, 1) ^ 1;
  const checksum = Array.from({ length: CHECKSUM_LENGTH }, (_, at) => (sum >> (5 * (5 - at))) & 31);
  return `${prefix}1${[...words, ...checksum].map((word) => CHARSET.charAt(word)).join('')}`;
}
