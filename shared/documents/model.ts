import { z } from 'zod';
import { languageSchema } from '#shared/domain/values.ts';
import { LABEL_SHEETS } from '#shared/labels/label-sheet.ts';

/** A run of text in one style. */
export const inlineSchema = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
  /** Language of this run when it is not the document's. */
  language: languageSchema.optional(),
  quiet: z.boolean().optional(),
});
export type Inline = z.infer<typeof inlineSchema>;
const inlines = z.array(inlineSchema);

interface ListItemModel {
  readonly text: readonly Inline[];
  /** Check box before the item; absent: none. */
  readonly checked?: boolean | undefined;
  readonly children?: readonly ListItemModel[] | undefined;
}
const listItemSchema: z.ZodType<ListItemModel> = z.lazy(() =>
  z.object({ text: inlines, checked: z.boolean().optional(), children: z.array(listItemSchema).optional() }),
);

const cellSchema = z.object({
  text: inlines,
  header: z.boolean().optional(),
  /** Set at the end of its column: numbers. */
  end: z.boolean().optional(),
});

/** What a document is made of. Every export format renders exactly these. */
export const blockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: inlines,
  }),
  z.object({
    type: z.literal('paragraph'),
    text: inlines,
    /** Short sign in the margin, such as a mark's glyph or «R-7». */
    margin: z.string().optional(),
  }),
  z.object({ type: z.literal('quote'), text: inlines }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(listItemSchema) }),
  z.object({
    type: z.literal('table'),
    /** Widths as shares of the line; empty: automatic. */
    widths: z.array(z.number().positive()),
    head: z.array(cellSchema),
    rows: z.array(z.array(cellSchema)),
  }),
  /** Pairs of label and value, two columns. */
  z.object({ type: z.literal('facts'), facts: z.array(z.object({ label: z.string(), value: inlines })) }),
  /** Boxes to sign in, side by side. */
  z.object({
    type: z.literal('signatures'),
    boxes: z.array(z.object({ name: z.string(), label: z.string(), dateLabel: z.string() })),
  }),
  /** Words to keep: the recovery words, numbered in columns. */
  z.object({ type: z.literal('words'), words: z.array(z.string()) }),
  /** A code that phones read (QR), with words beside it. */
  z.object({
    type: z.literal('code'),
    /** Its rows from the top, a sign a square: 1 is dark. Without a margin. */
    rows: z.array(z.string().regex(/^[01]+$/)).max(177),
    /** What it is, for who does not see it. */
    label: z.string(),
    facts: z.array(z.object({ label: z.string(), value: inlines })),
  }),
  z.object({ type: z.literal('rule') }),
  z.object({ type: z.literal('pageBreak') }),
  /** Sheets of labels, which are the whole document: nothing else is printed on them. */
  z.object({
    type: z.literal('labels'),
    sheet: z.enum(LABEL_SHEETS),
    /** Number of the first free label of the first sheet, from 1. */
    start: z.number().int().min(1).max(24),
    /** The lines of each label, the name first. */
    labels: z.array(z.array(z.string().max(2000)).max(60)).max(20_000),
  }),
]);
export type Block = z.infer<typeof blockSchema>;

export const documentModelSchema = z.object({
  title: z.string().max(500),
  language: languageSchema,
  /** Head of the first page: name first, then quiet lines. Empty: none. */
  letterhead: z.array(z.string().max(2000)).max(12),
  /** Line under the title: date, place, version. */
  subtitle: z.string().max(500),
  blocks: z.array(blockSchema),
  /** Left foot of every page; the right foot is «page x of y» in the document's language. */
  foot: z.string().max(300),
});
/** A document before it has a format: screen preview, paper, PDF and other formats all say what this says. */
export type DocumentModel = z.infer<typeof documentModelSchema>;

/** A run of plain text. */
export const plain = (text: string): Inline[] => [{ text }];
