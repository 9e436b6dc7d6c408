import { expect, it } from 'vitest';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { broadNumber, see, seeBroad, seenRoom } from './broad.ts';
import { SegmentBuilder } from './builder.ts';
import { docCount, wordsBeginning } from './segment.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

it('has the documents of beginnings that very many words have, and of no others', () => {
  const builder = new SegmentBuilder({ numberOf: () => 0 });
  const DOCS = 301;
  for (let doc = 0; doc < DOCS; doc += 1) {
    const words = Array.from({ length: 500 }, (_, at) => `smlo${String((at * 7 + doc) % 900)}`);
    builder.add({
      id: id(doc + 1) as RecordId,
      fileId: id(0) as FileId,
      kind: 'note',
      at: null,
      mark: null,
      lines: [
        { text: doc % 5 === 0 ? 'smaragd' : 'byt', strong: true },
        { text: doc % 7 === 0 ? 'byt' : words.join(' ') },
      ],
    });
  }
  const segment = builder.build();
  const seenOf = (beginning: string): readonly [broad: boolean, same: boolean] => {
    const [first, last] = wordsBeginning(segment, beginning);
    const [from, to] = [segment.firstSpelling[first] ?? 0, segment.firstSpelling[last] ?? 0];
    const number = broadNumber(segment, from, to);
    const [one, all] = [seenRoom(docCount(segment)), seenRoom(docCount(segment))];
    for (let spelling = from; spelling < to; spelling += 1) see(segment, spelling, all);
    if (number >= 0) seeBroad(segment, number, one);
    return [number >= 0, Buffer.compare(one, all) === 0];
  };
  // «sm» has a word more than «smlo», which is the same as «sml».
  expect(['sm', 'sml', 'smlo'].map(seenOf)).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ]);
  expect(['by', 'sma', 'smlo1'].map((beginning) => seenOf(beginning)[0])).toEqual([false, false, false]);
  expect(segment.broadAt).toHaveLength(3);
});
