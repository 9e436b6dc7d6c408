import type { Random } from './random.ts';

/** The bytes with something done to them. */
export function mutatedBytes(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = random.below(bytes.length);
  const copy = bytes.slice();
  switch (random.below(6)) {
    case 0:
      return copy.with(at, (copy[at] ?? 0) ^ (1 << random.below(8)));
    case 1:
      return copy.with(at, (copy[at] ?? 0) ^ random.between(1, 255));
    case 2:
      return copy.slice(0, at);
    case 3:
      return Uint8Array.from([...copy, ...random.bytes(random.between(1, 40))]);
    case 4:
      copy.fill(0, at, Math.min(copy.length, at + random.between(1, 64)));
      // Zeros over zeros change nothing.
      return copy.every((byte, index) => byte === bytes[index]) ? copy.slice(1) : copy;
    default:
      return copy.slice(at === 0 ? 1 : at);
  }
}
