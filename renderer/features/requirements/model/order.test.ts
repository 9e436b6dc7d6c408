import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { gapAt, inReadingOrder, inSection, moved, type Placed, type Placement } from './order.ts';

const SECTIONS = ['a', 'b', 'c'].map((id) => ({ id, title: id, text: '' }));

const placed = (sectionId: string, order: number, number: number): Placed => ({
  id: newRecordId(),
  sectionId,
  order,
  number,
});
const apply = (all: readonly Placed[], changes: readonly Placement[]): readonly Placed[] =>
  all.map((one) => ({ ...one, ...changes.find(({ id }) => id === one.id) }));
const shape = (all: readonly Placed[]): readonly (readonly RecordId[])[] =>
  SECTIONS.map(({ id }) => inSection(all, id).map((one) => one.id));

/** What moving means, on plain lists. */
function movedLists(
  lists: readonly (readonly RecordId[])[],
  id: RecordId,
  direction: 'up' | 'down',
): readonly (readonly RecordId[])[] {
  const result = lists.map((list) => [...list]);
  const section = result.findIndex((list) => list.includes(id));
  const list = result[section] ?? [];
  const at = list.indexOf(id);
  const target = at + (direction === 'up' ? -1 : 1);
  if (target >= 0 && target < list.length) {
    list.splice(at, 1);
    list.splice(target, 0, id);
    return result;
  }
  const neighbour = result[section + (direction === 'up' ? -1 : 1)];
  if (!neighbour) return result;
  list.splice(at, 1);
  if (direction === 'up') neighbour.push(id);
  else neighbour.unshift(id);
  return result;
}

const anyPlaced = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      // Neighbouring doubles leave no room between them; equal positions are told apart by number.
      fc.constantFrom(1, 1 + Number.EPSILON, 1 + 2 * Number.EPSILON, 2, 3.5),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map(([section, order], index) => placed(section, order, index + 1)));

describe('moving requirements', () => {
  it('does what moving an item in lists does, however often', () => {
    fc.assert(
      fc.property(
        anyPlaced,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('up' as const, 'down' as const)), { maxLength: 80 }),
        (start, moves) => {
          let all: readonly Placed[] = start;
          let lists = shape(all);
          for (const [pick, direction] of moves) {
            const { id } = all[pick % all.length]!;
            all = apply(all, moved(SECTIONS, all, id, direction));
            lists = movedLists(lists, id, direction);
            expect(shape(all)).toEqual(lists);
          }
          expect(all.map(({ number }) => number)).toEqual(start.map(({ number }) => number));
        },
      ),
    );
  });

  it('does not move what stands first or last in the document', () => {
    const only = placed('a', 1, 1);
    expect(moved(SECTIONS, [only], only.id, 'up')).toEqual([]);
    const last = placed('c', 1, 2);
    expect(moved(SECTIONS, [last], last.id, 'down')).toEqual([]);
  });
});

describe('a gap', () => {
  it('puts what is added where it was asked for', () => {
    fc.assert(
      fc.property(anyPlaced, fc.nat({ max: 8 }), (all, wanted) => {
        const siblings = inSection(all, 'a');
        const index = Math.min(wanted, siblings.length);
        const { order, giveWay } = gapAt(siblings, 'a', index);
        const added = placed('a', order, 99);
        const now = inSection([...apply(all, giveWay), added], 'a').map(({ id }) => id);
        expect(now).toEqual(siblings.map(({ id }) => id).toSpliced(index, 0, added.id));
      }),
    );
  });
});

it('reads section by section, and keeps what is in none', () => {
  const [a, b, lost] = [placed('b', 1, 1), placed('a', 9, 2), placed('gone', 0, 3)];
  expect(inReadingOrder(SECTIONS, [a, b, lost])).toEqual([b, a, lost]);
});
