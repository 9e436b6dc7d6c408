import { foldedUnit, type Segment, wordCount } from './segment.ts';

interface Wanted {
  readonly text: string;
  /** Most wrong, missing, additional or exchanged letters. */
  readonly errors: number;
  /** Whether it is enough that a word begins so. */
  readonly open: boolean;
}

/** Longer words are not compared. */
const LONGEST = 64;

/**
 * The words of a segment that are spelled nearly so: at most so many letters wrong, missing, too many, or exchanged with
 * their neighbour (optimal string alignment). Goes through the sorted dictionary as through a tree: the rows of the table are
 * kept for what a word shares with the one before it, and whatever begins too differently is passed over.
 */
export function similarWords(segment: Segment, { text, errors, open }: Wanted): readonly number[] {
  const { foldedAt, shared } = segment;
  const width = text.length + 1;
  const rows = new Uint8Array((LONGEST + 1) * width);
  /** By depth: the least in the row, and the least in the last column up to it. */
  const least = new Uint8Array(LONGEST + 1);
  const nearest = new Uint8Array(LONGEST + 1);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  nearest[0] = text.length;
  const found: number[] = [];
  const count = wordCount(segment);
  let known = 0;
  for (let word = 0; word < count; word += 1) {
    const from = foldedAt[word] ?? 0;
    const length = Math.min((foldedAt[word + 1] ?? 0) - from, LONGEST);
    let depth = Math.min(known, shared[word] ?? 0, length);
    let dead = false;
    while (depth < length && !dead) {
      if (open && (nearest[depth] ?? 0) <= errors) break;
      const unit = foldedUnit(segment, from + depth);
      const before = depth > 0 ? foldedUnit(segment, from + depth - 1) : 0;
      fillRow(rows, width, depth + 1, unit, before, text);
      depth += 1;
      let [min, last] = [255, 0];
      for (let column = 0; column < width; column += 1) {
        last = rows[depth * width + column] ?? 0;
        if (last < min) min = last;
      }
      least[depth] = min;
      nearest[depth] = Math.min(nearest[depth - 1] ?? 0, last);
      // An exchange reaches back two rows.
      dead = min > errors && (least[depth - 1] ?? 0) >= errors;
    }
    known = depth;
    const near = open ? (nearest[depth] ?? 0) : (rows[depth * width + text.length] ?? 0);
    if (!dead && near <= errors) found.push(word);
    else if (dead) while (word + 1 < count && (shared[word + 1] ?? 0) >= depth) word += 1;
  }
  return found;
}

function fillRow(
  rows: Uint8Array,
  width: number,
  depth: number,
  unit: number,
  before: number,
  text: string,
): void {
  const row = depth * width;
  const above = row - width;
  rows[row] = depth;
  for (let column = 1; column < width; column += 1) {
    const wanted = text.charCodeAt(column - 1);
    let value = (rows[above + column - 1] ?? 0) + (wanted === unit ? 0 : 1);
    const without = Math.min(rows[above + column] ?? 0, rows[row + column - 1] ?? 0) + 1;
    if (without < value) value = without;
    if (depth > 1 && column > 1 && wanted === before && text.charCodeAt(column - 2) === unit) {
      const exchanged = (rows[above - width + column - 2] ?? 0) + 1;
      if (exchanged < value) value = exchanged;
    }
    rows[row + column] = value;
  }
}
