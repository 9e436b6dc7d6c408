/** Sheets of labels that every stationer has, A4. */
export const LABEL_SHEETS = ['3x8', '2x7'] as const;
export type LabelSheet = (typeof LABEL_SHEETS)[number];

/** Where the labels of a sheet lie, millimetres. */
export interface LabelLayout {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** Edge of the paper to the first label. */
  readonly left: number;
  readonly top: number;
  /** From one column to the next. */
  readonly pitch: number;
  /** Kept free around the words: printers do not reach the edge of the paper. */
  readonly padding: { readonly x: number; readonly y: number };
}

export const LABEL_LAYOUTS: Readonly<Record<LabelSheet, LabelLayout>> = {
  '3x8': {
    columns: 3,
    rows: 8,
    width: 70,
    height: 37,
    left: 0,
    top: 0.5,
    pitch: 70,
    padding: { x: 6, y: 5 },
  },
  '2x7': {
    columns: 2,
    rows: 7,
    width: 99.1,
    height: 38.1,
    left: 4.65,
    top: 15.15,
    pitch: 101.6,
    padding: { x: 5, y: 4 },
  },
};

/** How many labels a sheet has. */
export const labelsOn = (sheet: LabelSheet): number =>
  LABEL_LAYOUTS[sheet].columns * LABEL_LAYOUTS[sheet].rows;

/** Sizes of type, the largest first, points. */
const SIZES = [11, 10, 9, 8, 7, 6] as const;
const MM_PER_POINT = 25.4 / 72;
/** Height of a line and mean width of a letter, in the size of the type. A wide text wraps somewhat earlier. */
export const LABEL_LINE_HEIGHT = 1.25;
const LETTER_WIDTH = 0.58;

/** The largest size of type in which all lines of a label find room, points; the smallest when none does. */
export function labelTypeSize(sheet: LabelSheet, lines: readonly string[]): number {
  const { width, height, padding } = LABEL_LAYOUTS[sheet];
  const fits = (size: number): boolean => {
    const letters = Math.floor((width - 2 * padding.x) / (size * LETTER_WIDTH * MM_PER_POINT));
    const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    return rows * size * LABEL_LINE_HEIGHT * MM_PER_POINT <= height - 2 * padding.y;
  };
  return SIZES.find(fits) ?? SIZES[SIZES.length - 1] ?? 6;
}
