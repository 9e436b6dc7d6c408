import { z } from 'zod';
import { lineIdSchema, type LineId } from './ids.ts';
import { isoDateSchema, lineSchema } from './values.ts';

export const LINE_MARKS = [
  'decision',
  'task',
  'requirement',
  'question',
  'forClient',
  'internal',
  'sensitive',
] as const;
export const lineMarkSchema = z.enum(LINE_MARKS);
/** What a line of a note was marked as. One mark a line. */
export type LineMark = z.infer<typeof lineMarkSchema>;

/** The one glyph of each mark, on screen and on paper. */
export const MARK_GLYPHS: Readonly<Record<LineMark, string>> = {
  decision: '◆',
  task: '☐',
  requirement: '¶',
  question: '?',
  forClient: '→',
  internal: '▪',
  sensitive: '●',
};

/** Attributes that a marked paragraph or heading of a note carries in its `attrs`. */
export const markedLineAttrsSchema = z.object({
  mark: lineMarkSchema,
  lineId: lineIdSchema,
  /** Task only: who does it, as typed; empty while nobody is named. */
  who: lineSchema,
  /** Task only: by when. */
  due: isoDateSchema.nullable(),
});

/** Inline style of a run of text. */
export interface RichTextMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A node of a rich text (the JSON form of a ProseMirror document). */
export interface RichTextNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichTextNode[];
  readonly marks?: readonly RichTextMark[];
  readonly text?: string;
}

const attrsSchema = z.record(z.string(), z.unknown());

export const richTextSchema: z.ZodType<RichTextNode> = z.lazy(() =>
  z.object({
    type: z.string().max(60),
    attrs: attrsSchema.optional(),
    content: z.array(richTextSchema).optional(),
    marks: z.array(z.object({ type: z.string().max(60), attrs: attrsSchema.optional() })).optional(),
    text: z.string().optional(),
  }),
) as z.ZodType<RichTextNode>;

/** A rich text with one empty paragraph. */
export const EMPTY_RICH_TEXT: RichTextNode = { type: 'doc', content: [{ type: 'paragraph' }] };

/** A marked line as it was found in a note. */
export interface MarkedLine {
  readonly lineId: LineId;
  readonly mark: LineMark;
  readonly text: string;
  readonly who: string;
  readonly due: string | null;
}

/** All text under a node, without styles; blocks are not separated. A field of a template is its name in braces. */
export function plainText(node: RichTextNode): string {
  if (node.type === 'hardBreak') return ' ';
  if (node.type === 'mergeField')
    return `{{${typeof node.attrs?.['label'] === 'string' ? node.attrs['label'] : ''}}}`;
  return (node.text ?? '') + (node.content ?? []).map(plainText).join('');
}

const LIST_ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem']);

/** The marked line that each line in a list stands under, by the lower one: that of the nearest item which begins with such a mark. */
export function linesAbove(body: RichTextNode, mark: LineMark): ReadonlyMap<LineId, LineId> {
  const above = new Map<LineId, LineId>();
  const walk = (node: RichTextNode, under: LineId | null): void => {
    const own = markedLineAttrsSchema.safeParse(node.attrs);
    if (own.success && under !== null) above.set(own.data.lineId, under);
    const [head, ...rest] = node.content ?? [];
    if (!head) return;
    walk(head, under);
    const begins = markedLineAttrsSchema.safeParse(head.attrs);
    const heads = LIST_ITEMS.has(node.type) && begins.success && begins.data.mark === mark;
    for (const inner of rest) walk(inner, heads ? begins.data.lineId : under);
  };
  walk(body, null);
  return above;
}

/** The marked lines of a rich text, in reading order. Lines without words are left out. */
export function markedLines(node: RichTextNode): readonly MarkedLine[] {
  const own = markedLineAttrsSchema.safeParse(node.attrs);
  const text = own.success ? plainText(node).trim() : '';
  const line: MarkedLine[] = own.success && text !== '' ? [{ ...own.data, text }] : [];
  return [...line, ...(node.content ?? []).flatMap(markedLines)];
}
