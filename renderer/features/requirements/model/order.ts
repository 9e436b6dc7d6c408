import type { RecordId } from '#shared/domain/ids.ts';
import type { Requirement, Section } from '#shared/domain/requirement.ts';

/** What of a requirement says where it stands. */
export type Placed = Pick<Requirement, 'id' | 'sectionId' | 'order' | 'number'>;

/** A new place of a requirement. */
export interface Placement {
  readonly id: RecordId;
  readonly sectionId: string;
  readonly order: number;
}

/** The requirements of a section in the order they are read; where two share a position, the older first. */
export const inSection = <T extends Placed>(requirements: readonly T[], sectionId: string): readonly T[] =>
  requirements
    .filter((one) => one.sectionId === sectionId)
    .toSorted((a, b) => a.order - b.order || a.number - b.number);

/** Every requirement in the order it is read: section by section. Those of no known section come last. */
export function inReadingOrder<T extends Placed>(
  sections: readonly Section[],
  requirements: readonly T[],
): readonly T[] {
  const known = new Set(sections.map(({ id }) => id));
  return [
    ...sections.flatMap(({ id }) => inSection(requirements, id)),
    ...requirements.filter(({ sectionId }) => !known.has(sectionId)),
  ];
}

/** A position between the neighbours at `index`; null when numbers have no room left between them. */
function between(siblings: readonly Placed[], index: number): number | null {
  const before = siblings[index - 1]?.order;
  const after = siblings[index]?.order;
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return middle > before && middle < after ? middle : null;
}

/** A free position among the requirements of a section, and how others have to give way for it. */
export interface Gap {
  readonly order: number;
  readonly giveWay: readonly Placement[];
}

/** Makes room in a section, given in order, so that what takes `order` stands at `index`. */
export function gapAt(siblings: readonly Placed[], sectionId: string, index: number): Gap {
  const order = between(siblings, index);
  if (order !== null) return { order, giveWay: [] };
  const giveWay = siblings
    .map(({ id }, at) => ({ id, sectionId, order: at < index ? at + 1 : at + 2 }))
    .filter((placement, at) => placement.order !== siblings[at]?.order);
  return { order: index + 1, giveWay };
}

/**
 * Moves a requirement by one place: within its section, and past its edge to the end of the section before or the start of
 * the section after. Returns the places that change; none when it cannot move further.
 */
export function moved(
  sections: readonly Section[],
  requirements: readonly Placed[],
  id: RecordId,
  direction: 'up' | 'down',
): readonly Placement[] {
  const own = requirements.find((one) => one.id === id);
  if (!own) return [];
  const siblings = inSection(requirements, own.sectionId);
  const others = siblings.filter((one) => one.id !== id);
  const index = siblings.indexOf(own) + (direction === 'up' ? -1 : 1);
  const to = (sectionId: string, among: readonly Placed[], at: number): readonly Placement[] => {
    const { order, giveWay } = gapAt(among, sectionId, at);
    return [...giveWay, { id, sectionId, order }];
  };
  if (index >= 0 && index < siblings.length) return to(own.sectionId, others, index);
  const found = sections.findIndex((section) => section.id === own.sectionId);
  // What is in no section is read after the last one.
  const at = found < 0 ? sections.length : found;
  const next = sections[at + (direction === 'up' ? -1 : 1)];
  if (!next) return [];
  const among = inSection(requirements, next.id);
  return to(next.id, among, direction === 'up' ? among.length : 0);
}
