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

/**
 * The gap to go to. After the last one comes the first.
 * @param gaps In reading order.
 * @param at The selection, or the cursor where both ends are one.
 * @returns Undefined when there is no gap.
 */
export function gapFrom<Gap extends Span>(gaps: readonly Gap[], at: Span, way: Way): Gap | undefined {
  return way === 'next'
    ? (gaps.find(({ from }) => from >= at.to) ?? gaps[0])
    : (gaps.findLast(({ to }) => to <= at.from) ?? gaps.at(-1));
}
