/** A stretch of a text: where it begins and ends, UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which way somebody goes through the gaps. */
export type Way = 'next' | 'previous';

/** What a filled-in template leaves where nothing is known: «[Place: …]», in every language (`templates.gap`). */
const GAP = /\[[^[\]\n]{1,500}: …\]/gu;

/** The gaps of a text, in reading order. */
export const gapsIn = (text: string): readonly Span[] =>
  [...text.matchAll(GAP)].map((found) => ({ from: found.index, to: found.index + found[0].length }));

/** Where one begins to look: at the selection and no farther than the end, or at that end where one comes in. */
export type Start = 'selection' | 'edge';

/**
 * The gap to go to.
 * @param gaps In reading order.
 * @param at The selection, or the cursor where both ends are one.
 * @returns Undefined when there is no gap.
 */
export function gapFrom<Gap extends Span>(
  gaps: readonly Gap[],
  at: Span,
  way: Way,
  start: Start,
): Gap | undefined {
  if (start === 'edge') return gaps.at(way === 'next' ? 0 : -1);
  return way === 'next' ? gaps.find(({ from }) => from >= at.to) : gaps.findLast(({ to }) => to <= at.from);
}
