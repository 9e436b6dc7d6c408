import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import {
  activeIndex,
  allSelected,
  extendedTo,
  meantOf,
  movedTo,
  NO_SELECTION,
  type Selection,
  toggled,
} from './selection.ts';

const ORDER = Array.from({ length: 6 }, () => newFileId());
const id = (index: number): FileId => ORDER[index]!;
const places = ({ selected }: Selection): readonly number[] =>
  [...selected].map((one) => ORDER.indexOf(one)).toSorted((a, b) => a - b);

describe('choosing lines', () => {
  it('one by one', () => {
    const two = toggled(toggled(NO_SELECTION, id(1)), id(4));
    expect(places(two)).toEqual([1, 4]);
    expect(places(toggled(two, id(1)))).toEqual([4]);
  });

  it('from the anchor on, down and back again', () => {
    const at2 = movedTo(NO_SELECTION, id(2));
    const down = extendedTo(at2, ORDER, id(4));
    expect(places(down)).toEqual([2, 3, 4]);
    expect(places(extendedTo(down, ORDER, id(1)))).toEqual([1, 2]);
    expect(extendedTo(down, ORDER, id(1)).active).toBe(id(1));
  });

  it('anew where the anchor is no longer shown', () => {
    const gone = movedTo(NO_SELECTION, newFileId());
    expect(places(extendedTo(gone, ORDER, id(3)))).toEqual([3]);
  });

  it('stays while the keys move, and takes all that are shown', () => {
    expect(places(movedTo(toggled(NO_SELECTION, id(1)), id(5)))).toEqual([1]);
    expect(places(allSelected(NO_SELECTION, ORDER))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('a range has the anchor and the line at its ends', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (from, to) => {
        const found = places(extendedTo(movedTo(NO_SELECTION, id(from)), ORDER, id(to)));
        expect(found[0]).toBe(Math.min(from, to));
        expect(found.at(-1)).toBe(Math.max(from, to));
        expect(found).toHaveLength(Math.abs(from - to) + 1);
      }),
    );
  });
});

describe('the lines that are meant', () => {
  const lines = ORDER.map((fileId) => ({ client: { fileId } }));
  const meant = (selection: Selection): readonly number[] =>
    meantOf(lines, selection).map(({ client }) => ORDER.indexOf(client.fileId));

  it('are those that are chosen, in the order shown', () => {
    expect(meant(toggled(toggled(movedTo(NO_SELECTION, id(2)), id(4)), id(1)))).toEqual([1, 4]);
  });

  it('else the one the keys act on, when it is shown', () => {
    expect(meant(NO_SELECTION)).toEqual([]);
    expect(meant(movedTo(NO_SELECTION, id(3)))).toEqual([3]);
    expect(meant(movedTo(NO_SELECTION, newFileId()))).toEqual([]);
    expect([activeIndex(lines, null), activeIndex(lines, id(5)), activeIndex(lines, newFileId())]).toEqual([
      -1, 5, -1,
    ]);
  });
});
