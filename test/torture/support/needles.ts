import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';

/** A form in which a word may stand among bytes. */
export interface Needle {
  readonly form: string;
  readonly bytes: Buffer;
}

/** Base64 of a word wherever it begins within the three bytes of a group, without the letters that its neighbours share. */
function base64Forms(word: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), word])
      .toString('base64')
      .replaceAll('=', '');
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor(((shift + word.length) * 8) / 6);
    return text.slice(first, last);
  });
}

/** Every form of a word that is looked for. */
export function needlesOf(word: string): readonly Needle[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const asText = (form: string, text: string): Needle => ({ form, bytes: Buffer.from(text, 'latin1') });
  const ofBytes = (form: string, bytes: Buffer): readonly Needle[] => [
    { form, bytes },
    asText(`${form}, hexadecimal`, bytes.toString('hex')),
    asText(`${form}, hexadecimal capitals`, bytes.toString('hex').toUpperCase()),
    ...base64Forms(bytes).flatMap((text, shift) => [
      asText(`${form}, base64 ${String(shift)}`, text),
      ...(/[+/]/.test(text)
        ? [asText(`${form}, base64url ${String(shift)}`, text.replaceAll('+', '-').replaceAll('/', '_'))]
        : []),
    ]),
  ];
  const swapped = Buffer.from(utf16).swap16();
  return [
    ...ofBytes('UTF-8', utf8),
    ...ofBytes('UTF-16', utf16),
    { form: 'UTF-16, big-endian', bytes: swapped },
    asText('percent signs', encodeURIComponent(word)),
  ].filter((needle, index, all) => all.findIndex((other) => other.bytes.equals(needle.bytes)) === index);
}

/** The forms that bytes hold. */
export const formsIn = (bytes: Buffer, needles: readonly Needle[]): readonly string[] =>
  needles.filter((needle) => bytes.includes(needle.bytes)).map(({ form }) => form);

/** More than any one compressed part holds; bombs are not unpacked further. */
const MOST_BYTES = 64 * 1024 * 1024;
const unpack = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES };

/** Bytes of a header of gzip (RFC 1952) with the parts that its flags tell of. */
function gzipHeader(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + bytes.readUInt16LE(at);
  for (const text of [8, 16]) if ((flags & text) !== 0) at = bytes.indexOf(0, at) + 1;
  return (flags & 2) === 0 ? at : at + 2;
}

const zipHeader = (bytes: Buffer): number => 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);

/** How compressed data begin, and how they are unpacked whatever follows them. */
const PACKINGS = [
  {
    name: 'gzip',
    magic: Buffer.from([0x1f, 0x8b, 0x08]),
    open: (bytes: Buffer) => inflateRawSync(bytes.subarray(gzipHeader(bytes)), unpack),
  },
  ...[0x01, 0x5e, 0x9c, 0xda].map((level) => ({
    name: 'deflate',
    magic: Buffer.from([0x78, level]),
    open: (bytes: Buffer) => inflateSync(bytes, unpack),
  })),
  {
    name: 'zip',
    magic: Buffer.from([0x50, 0x4b, 0x03, 0x04]),
    open: (bytes: Buffer) => inflateRawSync(bytes.subarray(zipHeader(bytes)), unpack),
  },
] as const;

/** What can be unpacked from anywhere within bytes. */
function* unpacked(bytes: Buffer): Iterable<{ readonly name: string; readonly bytes: Buffer }> {
  for (const { name, magic, open } of PACKINGS) {
    for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1)) {
      const from = at;
      const opened = attempt(() => open(bytes.subarray(from)));
      if (opened !== null && opened.length > 0) yield { name, bytes: opened };
    }
  }
  const whole = attempt(() => brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES }));
  if (whole !== null && whole.length > 0) yield { name: 'brotli', bytes: whole };
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Every form in which a word stands in bytes, in clear or packed, also twice. */
export function formsAnywhereIn(bytes: Buffer, needles: readonly Needle[], depth = 2): readonly string[] {
  const found = [...formsIn(bytes, needles)];
  if (depth === 0) return found;
  for (const part of unpacked(bytes)) {
    found.push(...formsAnywhereIn(part.bytes, needles, depth - 1).map((form) => `${form}, in ${part.name}`));
  }
  return found;
}
