import type { Node } from '@tiptap/pm/model';
import { lineIdSchema, type LineId } from '#shared/domain/ids.ts';
import { lineMarkSchema, type LineMark } from '#shared/domain/rich-text.ts';
import { isoDateSchema, type IsoDate } from '#shared/domain/values.ts';

/** Blocks that are a line of a note and can carry a mark. */
export const LINE_TYPES = ['paragraph', 'heading'] as const;

/** What a line carries beside its words. A line that was never marked has no id. */
export interface LineAttributes {
  readonly mark: LineMark | null;
  /** Stays when the mark is taken off, so that marking again means the same line. */
  readonly lineId: LineId | null;
  readonly who: string;
  readonly due: IsoDate | null;
}

/** A line that is nothing but words. */
export const UNMARKED: LineAttributes = { mark: null, lineId: null, who: '', due: null };

const LONGEST_NAME = 500;

/** Reads attributes that may come from a clipboard: what does not fit is dropped. */
export function lineAttributes(raw: Readonly<Record<string, unknown>>): LineAttributes {
  const mark = lineMarkSchema.safeParse(raw['mark']);
  const lineId = lineIdSchema.safeParse(raw['lineId']);
  const due = isoDateSchema.safeParse(raw['due']);
  return {
    mark: mark.success ? mark.data : null,
    lineId: lineId.success ? lineId.data : null,
    who: typeof raw['who'] === 'string' ? raw['who'].slice(0, LONGEST_NAME) : '',
    due: due.success ? due.data : null,
  };
}

/** True for blocks that can carry a mark. */
export const isLine = (node: Node): boolean => LINE_TYPES.some((type) => type === node.type.name);

/** A line and where it stands. */
export interface PlacedLine {
  readonly node: Node;
  readonly pos: number;
  readonly attrs: LineAttributes;
}

/** Every line of a document, in reading order. */
export function linesOf(doc: Node): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  doc.descendants((node, pos) => {
    if (isLine(node)) lines.push({ node, pos, attrs: node.attrs as unknown as LineAttributes });
    return !node.isTextblock;
  });
  return lines;
}
