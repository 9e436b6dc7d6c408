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
    expect(scanSegment(header)).toMatchObject({ header: null, newerVersion: 2, damaged: true });
  });
});

/** Where all whole frames start. */
const offsetsIn = (file: Uint8Array): number[] => scanSegment(file).runs.flatMap(({ offsets }) => offsets);
const entryAt = (file: Uint8Array, offset: number): Uint8Array | undefined =>
  decodeFrame(file, offset)?.entry;
const flipped = (file: Uint8Array, bit: number): Uint8Array => {
  const changed = file.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};

describe('scanSegment', () => {
  it('finds every frame of what was written', () => {
    fc.assert(
      fc.property(writes, (given) => {
        const file = segmentOf(given);
        const scan = scanSegment(file);
        const entries = given.flat();
        expect(scan).toMatchObject({ damaged: false, end: file.length });
        expect(scan.runs).toHaveLength(1);
        expect(scan.runs[0]?.head.seq).toBe(entries.length);
        expect(offsetsIn(file).map((offset) => entryAt(file, offset))).toEqual(entries);
      }),
    );
  });

  it('calls a file cut anywhere torn, and keeps every frame before the cut', () => {
    const given = [[bytes(1, 2, 3)], [bytes(), bytes(4)], [bytes(5, 6, 7, 8)]];
    const file = segmentOf(given);
    const ends = offsetsIn(file).map((offset) => offset + frameSize(entryAt(file, offset)!.length));
    for (let cut = 0; cut < file.length; cut += 1) {
      const scan = scanSegment(file.subarray(0, cut));
      const end = [SEGMENT_HEADER_BYTES, ...ends].findLast((one) => one <= cut) ?? 0;
      expect([cut, scan.damaged, scan.end]).toEqual([cut, false, end]);
      expect(offsetsIn(file.subarray(0, cut))).toHaveLength(ends.filter((one) => one <= cut).length);
    }
  });

  it('calls zeros and noise after the last frame torn', () => {
    const file = segmentOf([[bytes(1)]]);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (noise) => {
        expect(scanSegment(concatBytes(file, noise))).toMatchObject({ damaged: false, end: file.length });
      }),
    );
    expect(scanSegment(concatBytes(file, new Uint8Array(5_000)))).toMatchObject({
      damaged: false,
      end: file.length,
    });
  });

  it('notices every single flipped bit, and loses no frame but the one it lies in', () => {
    fc.assert(
      fc.property(writes, (given) => {
        const file = segmentOf(given);
        const offsets = offsetsIn(file);
        const lastWrite = offsets[given.flat().length - (given.at(-1)?.length ?? 0)] ?? 0;
        for (let bit = 0; bit < file.length * 8; bit += 1) {
          const changed = flipped(file, bit);
          const scan = scanSegment(changed);
          const at = bit >> 3;
          // In the last write nothing after it proves that it had been whole; everywhere else something does.
          expect([bit, scan.damaged || scan.end < file.length]).toEqual([bit, true]);
          if (at < lastWrite) expect([bit, scan.damaged]).toEqual([bit, true]);
          const hit = offsets.findLast((offset) => offset <= at);
          const expected = offsets.filter((offset) => offset !== hit && (at < lastWrite || offset < at));
          expect([bit, offsetsIn(changed)]).toEqual([bit, expected]);
          expect([bit, scanSegment(changed, undefined, false).runs.flatMap((run) => run.offsets)]).toEqual([
            bit,
            offsets.filter((offset) => offset !== hit),
          ]);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('notices samples of flipped bits in a long file in the same way', () => {
    const frames = Array.from({ length: 128 }, (_, index) => [new Uint8Array(450).fill(index)]);
    const file = segmentOf(frames);
    expect(file.length).toBeGreaterThan(63 * 1024);
    const offsets = offsetsIn(file);
    for (let bit = 3; bit < file.length * 8; bit += 2_111) {
      const changed = flipped(file, bit);
      const scan = scanSegment(changed);
      expect([bit, scan.damaged || scan.end < file.length]).toEqual([bit, true]);
      const hit = offsets.findLast((offset) => offset <= bit >> 3);
      expect([bit, offsetsIn(changed)]).toEqual([bit, offsets.filter((offset) => offset !== hit)]);
    }
  });

  it('calls a broken frame torn when only its own write follows', () => {
    const file = segmentOf([[bytes(1)], [bytes(2, 2), bytes(3, 3)]]);
    const [, second] = offsetsIn(file);
    const changed = file.slice();
    changed.fill(0, second, second! + 20);
    expect(scanSegment(changed)).toMatchObject({ damaged: false, end: second });
  });

  it('calls a broken frame damaged when only the beginning of a later write follows', () => {
    const file = segmentOf([[bytes(1)], [bytes(2, 2)], [bytes(3, 3)]]);
    const [, second] = offsetsIn(file);
    const changed = file.slice(0, -1);
    changed.fill(0, second, second! + 20);
    expect(scanSegment(changed)).toMatchObject({ damaged: true, end: second });
  });

  it('reads all frames behind a broken header', () => {
    const file = segmentOf([[bytes(1)], [bytes(2)]], 7);
    const scan = scanSegment(
      concatBytes(new Uint8Array(SEGMENT_HEADER_BYTES), file.slice(SEGMENT_HEADER_BYTES)),
    );
    expect(scan).toMatchObject({ header: null, damaged: true, end: file.length });
    expect(scan.runs).toMatchObject([{ before: { seq: 6 }, head: { seq: 8 } }]);
  });

  it('notices a frame that was taken out, put twice or swapped', () => {
    const file = segmentOf([[bytes(1)], [bytes(2)], [bytes(3)]]);
    const [first, second, third] = offsetsIn(file) as [number, number, number];
    const [a, b, c] = [file.slice(first, second), file.slice(second, third), file.slice(third)];
    const start = file.slice(0, first);
    for (const [order, found] of [
      [[a, c], 2],
      [[a, a, b, c], 3],
      [[b, a, c], 2],
      [[a, c, b], 2],
    ] as const) {
      const changed = concatBytes(start, ...order);
      expect(scanSegment(changed).damaged).toBe(true);
      expect(offsetsIn(changed)).toHaveLength(found);
    }
  });

  it('notices a frame of another chain with the right number', () => {
    const file = segmentOf([[bytes(1)], [bytes(2)]]);
    const other = segmentOf([[bytes(9)], [bytes(2)]]);
    const [, second] = offsetsIn(file) as [number, number];
    const scan = scanSegment(concatBytes(file.slice(0, second), other.slice(second)));
    expect(scan.damaged).toBe(true);
    expect(scan.runs).toHaveLength(2);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(scanSegment(noise).runs).toEqual([]);
      }),
    );
  });
});
