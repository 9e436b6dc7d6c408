import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '#shared/lib/bytes.ts';
import {
  chainHash,
  decodeFrame,
  decodeSegmentHeader,
  encodeFrameInto,
  encodeSegmentHeader,
  frameSize,
  genesisHash,
  SEGMENT_HEADER_BYTES,
} from './journal.ts';
import { pureDigests } from './journal-digests.ts';
import { scanSegment } from './journal-scan.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';

/** A segment of writes, each of one or more entries, as the journal writes them. */
function segmentOf(writes: readonly (readonly Uint8Array[])[], firstSeq = 1): Uint8Array {
  const parts: Uint8Array[] = [
    encodeSegmentHeader({ vaultId: VAULT, firstSeq, previousHash: genesisHash() }),
  ];
  let seq = firstSeq;
  let previousHash: Uint8Array = genesisHash();
  for (const entries of writes) {
    for (const [place, entry] of entries.entries()) {
      const frame = new Uint8Array(frameSize(entry.length));
      encodeFrameInto(frame, 0, { seq, place, previousHash, entry });
      parts.push(frame);
      previousHash = chainHash(previousHash, seq, entry);
      seq += 1;
    }
  }
  return concatBytes(...parts);
}

const entry = fc.uint8Array({ maxLength: 80 });
const writes = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('digests', () => {
  it('agree with the published check value of CRC-32', () => {
    expect(pureDigests.crc32(new TextEncoder().encode('123456789'))).toBe(0xcb_f4_39_26);
  });
});

describe('segment header', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.maxSafeNat(),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (vaultId, seq, hash) => {
          const header = { vaultId, firstSeq: seq, previousHash: hash };
          expect(decodeSegmentHeader(encodeSegmentHeader(header))).toEqual({ state: 'header', header });
        },
      ),
    );
  });

  it('tells a newer version from a broken header', () => {
    const header = encodeSegmentHeader({ vaultId: VAULT, firstSeq: 1, previousHash: genesisHash() });
    const view = new DataView(header.buffer);
    view.setUint32(8, 2, true);
    expect(decodeSegmentHeader(header)).toEqual({ state: 'broken' });
    view.setUint32(68, pureDigests.crc32(header.subarray(0, 68)), true);
    expect(decodeSegmentHeader(header)).toEqual({ state: 'newer', version: 2 });
    expect(scanSegment(header)).toMatchObject({ header: null, newerVersion: 2, stop: 'damaged' });
  });
});

describe('scanSegment', () => {
  it('finds every frame of what was written', () => {
    fc.assert(
      fc.property(writes, (given) => {
        const file = segmentOf(given);
        const scan = scanSegment(file);
        const entries = given.flat();
        expect(scan.stop).toBe('whole');
        expect(scan.end).toBe(file.length);
        expect(scan.head.seq).toBe(entries.length);
        expect(scan.offsets.map((offset) => decodeFrame(file, offset)?.entry)).toEqual(entries);
      }),
    );
  });

  it('calls a file cut anywhere torn, and keeps every frame before the cut', () => {
    const given = [[bytes(1, 2, 3)], [bytes(), bytes(4)], [bytes(5, 6, 7, 8)]];
    const file = segmentOf(given);
    const ends = scanSegment(file).offsets.map(
      (offset) => offset + frameSize(decodeFrame(file, offset)!.entry.length),
    );
    for (let cut = 0; cut < file.length; cut += 1) {
      const scan = scanSegment(file.subarray(0, cut));
      const whole = ends.filter((end) => end <= cut).length;
      const atBorder = cut === SEGMENT_HEADER_BYTES || ends.includes(cut);
      expect([cut, scan.stop]).toEqual([cut, atBorder ? 'whole' : 'torn']);
      expect(scan.offsets).toHaveLength(whole);
    }
  });

  it('calls zeros and noise after the last frame torn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (noise) => {
        const file = segmentOf([[bytes(1)]]);
        const scan = scanSegment(concatBytes(file, noise));
        expect(scan).toMatchObject({ stop: 'torn', end: file.length });
      }),
    );
    const file = segmentOf([[bytes(1)]]);
    expect(scanSegment(concatBytes(file, new Uint8Array(5_000)))).toMatchObject({
      stop: 'torn',
      end: file.length,
    });
  });

  it('notices every single flipped bit', () => {
    const file = segmentOf([[bytes(1, 2, 3, 4, 5)], [bytes(6, 7), bytes(8)], [bytes(9, 10, 11)]]);
    const whole = scanSegment(file);
    const lastStart = whole.offsets.at(-1)!;
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const changed = file.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const scan = scanSegment(changed);
      // In the last write nothing after it proves that it had been whole; everywhere else something does.
      expect([bit, scan.stop]).toEqual([bit, bit >> 3 >= lastStart ? 'torn' : 'damaged']);
      for (const offset of scan.offsets) expect(whole.offsets).toContain(offset);
    }
  });

  it('calls a broken frame torn when only its own write follows', () => {
    const file = segmentOf([[bytes(1)], [bytes(2, 2), bytes(3, 3)]]);
    const [, second] = scanSegment(file).offsets;
    const changed = file.slice();
    changed.fill(0, second, second! + 20);
    expect(scanSegment(changed)).toMatchObject({ stop: 'torn', end: second });
  });

  it('notices a frame that was taken out, put twice or swapped', () => {
    const file = segmentOf([[bytes(1)], [bytes(2)], [bytes(3)]]);
    const [first, second, third] = scanSegment(file).offsets as [number, number, number];
    const [a, b, c] = [file.slice(first, second), file.slice(second, third), file.slice(third)];
    const start = file.slice(0, first);
    for (const order of [
      [a, c],
      [a, a, b, c],
      [b, a, c],
      [a, c, b],
    ]) {
      expect(scanSegment(concatBytes(start, ...order)).stop).toBe('damaged');
    }
  });

  it('notices a frame of another chain with the right number', () => {
    const file = segmentOf([[bytes(1)], [bytes(2)]]);
    const other = segmentOf([[bytes(9)], [bytes(2)]]);
    const [, second] = scanSegment(file).offsets as [number, number];
    expect(scanSegment(concatBytes(file.slice(0, second), other.slice(second))).stop).toBe('damaged');
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(scanSegment(noise).offsets).toEqual([]);
      }),
    );
  });
});
