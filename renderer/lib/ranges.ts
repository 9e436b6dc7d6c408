/** First and last of some numbers that follow each other. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Numbers as a reader lists them: «17, 23–25». */
export const rangesText = (ranges: readonly Range[]): string =>
  ranges.map(({ from, to }) => (from === to ? String(from) : `${String(from)}–${String(to)}`)).join(', ');
