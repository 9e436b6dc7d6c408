import {
  MARK_GLYPHS,
  markedLineAttrsSchema,
  type LineMark,
  type RichTextMark,
  type RichTextNode,
} from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Block, Inline } from './model.ts';

type ListBlock = Extract<Block, { type: 'list' }>;
type ListItem = ListBlock['items'][number];
type TableBlock = Extract<Block, { type: 'table' }>;
type Cell = TableBlock['head'][number];
type HeadingLevel = Extract<Block, { type: 'heading' }>['level'];

export interface RichTextOptions {
  /** Language of the dates of marked tasks. */
  readonly language: Language;
  /** Lines with these marks are left out, words and all. */
  readonly heldBack?: readonly LineMark[];
  /** Level that the text's first-level headings get; deeper ones follow, never below 3. Default 1. */
  readonly firstHeading?: HeadingLevel;
}

const INLINE_TYPES: ReadonlySet<string> = new Set(['text', 'hardBreak', 'image', 'mention']);
const LIST_TYPES: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

const isInline = (node: RichTextNode): boolean => INLINE_TYPES.has(node.type) || node.text !== undefined;

const children = (node: RichTextNode): readonly RichTextNode[] => node.content ?? [];

const markOf = (node: RichTextNode) => {
  const attrs = markedLineAttrsSchema.safeParse(node.attrs);
  return attrs.success ? attrs.data : null;
};

const isHeldBack = (node: RichTextNode, { heldBack = [] }: RichTextOptions): boolean => {
  const marked = markOf(node);
  return marked !== null && heldBack.includes(marked.mark);
};

const STYLES: Readonly<Record<string, Omit<Inline, 'text'>>> = {
  bold: { bold: true },
  strong: { bold: true },
  italic: { italic: true },
  em: { italic: true },
  underline: { underline: true },
  link: { underline: true },
  strike: { strike: true },
  code: { code: true },
};

const styleOf = (marks: readonly RichTextMark[]): Omit<Inline, 'text'> =>
  Object.assign({}, ...marks.map((mark) => STYLES[mark.type] ?? {})) as Omit<Inline, 'text'>;

/** Address of a link, or null; only such as mean something on paper. */
function hrefOf(node: RichTextNode | undefined): string | null {
  const href = node?.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return typeof href === 'string' && /^(https?:|mailto:)/i.test(href) ? href : null;
}

/** Paper cannot be clicked: the address follows the words of a link, unless they are the address. */
function linkTail(node: RichTextNode, next: RichTextNode | undefined): Inline[] {
  const href = hrefOf(node);
  if (href === null || hrefOf(next) === href) return [];
  const shown = href.replace(/^mailto:/i, '');
  return shown.includes((node.text ?? '').trim()) ? [] : [{ text: ` (${shown})`, quiet: true }];
}

function inlinesOf(nodes: readonly RichTextNode[]): Inline[] {
  return nodes.flatMap((node, index) => {
    if (node.type === 'hardBreak') return [{ text: '\n' }];
    const own: Inline[] =
      node.text === undefined || node.text === ''
        ? []
        : [{ text: node.text, ...styleOf(node.marks ?? []) }, ...linkTail(node, nodes[index + 1])];
    return [...own, ...inlinesOf(children(node))];
  });
}

/** Who does a marked task and by when, as a quiet tail. */
function taskTail(node: RichTextNode, { language }: RichTextOptions): Inline[] {
  const marked = markOf(node);
  if (marked?.mark !== 'task') return [];
  const due = marked.due === null ? '' : formatDay(marked.due, language);
  const tail = [marked.who, due].filter((part) => part !== '').join(', ');
  return tail === '' ? [] : [{ text: ` (${tail})`, quiet: true }];
}

const lineInlines = (node: RichTextNode, options: RichTextOptions): Inline[] => [
  ...inlinesOf(children(node)),
  ...taskTail(node, options),
];

const hasWords = (inlines: readonly Inline[]): boolean => inlines.some((run) => run.text.trim() !== '');

/** The glyph of a marked line as its first run, where there is no margin to put it in. */
function withGlyph(node: RichTextNode, inlines: Inline[]): Inline[] {
  const marked = markOf(node);
  return marked === null ? inlines : [{ text: `${MARK_GLYPHS[marked.mark]} `, quiet: true }, ...inlines];
}

function paragraph(node: RichTextNode, options: RichTextOptions): Block[] {
  const text = lineInlines(node, options);
  if (!hasWords(text)) return [];
  const marked = markOf(node);
  return [
    marked === null
      ? { type: 'paragraph', text }
      : { type: 'paragraph', text, margin: MARK_GLYPHS[marked.mark] },
  ];
}

function heading(node: RichTextNode, options: RichTextOptions): Block[] {
  const text = lineInlines(node, options);
  if (!hasWords(text)) return [];
  const own = typeof node.attrs?.['level'] === 'number' ? node.attrs['level'] : 1;
  const level = Math.min(3, Math.max(1, (options.firstHeading ?? 1) + own - 1));
  return [{ type: 'heading', level: level === 1 ? 1 : level === 2 ? 2 : 3, text: withGlyph(node, text) }];
}

/** All lines under a node, for places that hold only runs of text: list items and cells. */
function linesOf(node: RichTextNode, options: RichTextOptions): Inline[][] {
  if (isHeldBack(node, options)) return [];
  const nodes = children(node);
  if (node.text !== undefined || nodes.every(isInline)) {
    const line = node.text === undefined ? lineInlines(node, options) : inlinesOf([node]);
    return hasWords(line) ? [withGlyph(node, line)] : [];
  }
  return grouped(nodes).flatMap((one) => linesOf(one, options));
}

const joined = (lines: readonly Inline[][]): Inline[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));

/** Runs of text that stand beside blocks become paragraphs, so that none is lost. */
function grouped(nodes: readonly RichTextNode[]): readonly RichTextNode[] {
  const blocks: RichTextNode[] = [];
  let run: RichTextNode[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push({ type: 'paragraph', content: run });
    run = [];
  };
  for (const node of nodes) {
    if (isInline(node)) run.push(node);
    else {
      close();
      blocks.push(node);
    }
  }
  close();
  return blocks;
}

function listItem(node: RichTextNode, options: RichTextOptions): ListItem[] {
  if (isHeldBack(node, options)) return [];
  const parts = grouped(isInline(node) ? [node] : children(node));
  const text = joined(
    parts.filter((part) => !LIST_TYPES.has(part.type)).flatMap((part) => linesOf(part, options)),
  );
  const nested = parts
    .filter((part) => LIST_TYPES.has(part.type))
    .flatMap((inner) => children(inner).flatMap((item) => listItem(item, options)));
  if (!hasWords(text) && nested.length === 0) return [];
  const checked = node.type === 'taskItem' ? { checked: node.attrs?.['checked'] === true } : {};
  return [{ text, ...checked, ...(nested.length === 0 ? {} : { children: nested }) }];
}

function list(node: RichTextNode, options: RichTextOptions): Block[] {
  const items = children(node).flatMap((item) => listItem(item, options));
  return items.length === 0 ? [] : [{ type: 'list', ordered: node.type === 'orderedList', items }];
}

function row(node: RichTextNode, options: RichTextOptions): Cell[] {
  return children(node).flatMap((cell): Cell[] => {
    const span = Number(cell.attrs?.['colspan'] ?? 1);
    const header = cell.type === 'tableHeader' ? { header: true } : {};
    const empty = Array.from({ length: Math.min(100, Math.max(1, span)) - 1 }, (): Cell => ({ text: [] }));
    return [{ text: joined(linesOf(cell, options)), ...header }, ...empty];
  });
}

const isTable = (node: RichTextNode): boolean =>
  children(node).every(
    ({ type, content = [] }) =>
      type === 'tableRow' && content.every((cell) => /^table(Cell|Header)$/.test(cell.type)),
  );

function table(node: RichTextNode, options: RichTextOptions): Block[] {
  if (!isTable(node)) return blocksOf(children(node), options);
  const rows = children(node).map((one) => row(one, options));
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  if (!rows.some((cells) => cells.some((cell) => hasWords(cell.text)))) return [];
  const full = rows.map((cells) => [
    ...cells,
    ...Array.from({ length: columns - cells.length }, (): Cell => ({ text: [] })),
  ]);
  const [first] = full;
  const isHead = first !== undefined && first.every((cell) => cell.header === true);
  return [{ type: 'table', widths: [], head: isHead ? first : [], rows: isHead ? full.slice(1) : full }];
}

function quote(node: RichTextNode, options: RichTextOptions): Block[] {
  return blocksOf(children(node), options).map((one) => {
    if (one.type !== 'paragraph') return one;
    return { type: 'quote', text: one.margin === undefined ? one.text : quoted(one.margin, one.text) };
  });
}

const quoted = (glyph: string, text: readonly Inline[]): Inline[] => [
  { text: `${glyph} `, quiet: true },
  ...text,
];

function code(node: RichTextNode, options: RichTextOptions): Block[] {
  const text = lineInlines(node, options).map((run) => ({ ...run, code: true }));
  return hasWords(text) ? [{ type: 'paragraph', text }] : [];
}

function block(node: RichTextNode, options: RichTextOptions): Block[] {
  if (isHeldBack(node, options)) return [];
  switch (node.type) {
    case 'paragraph':
      // A paragraph holds only runs of text; anything else in it was pasted and is kept below as what it is.
      return children(node).every(isInline) ? paragraph(node, options) : blocksOf(children(node), options);
    case 'heading':
      return heading(node, options);
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return list(node, options);
    case 'blockquote':
      return quote(node, options);
    case 'table':
      return table(node, options);
    case 'codeBlock':
      return code(node, options);
    case 'horizontalRule':
      return [{ type: 'rule' }];
    default:
      return children(node).length > 0 && children(node).every(isInline)
        ? paragraph(node, options)
        : blocksOf(children(node), options);
  }
}

const blocksOf = (nodes: readonly RichTextNode[], options: RichTextOptions): Block[] =>
  grouped(nodes).flatMap((node) => block(node, options));

/**
 * A note's rich text as blocks of a document. Marked lines carry their glyph, marked tasks who and by when; nodes it does
 * not know keep their text. Lines without words are left out. A line break within a line is a «\n» in its text.
 */
export const richTextBlocks = (node: RichTextNode, options: RichTextOptions): Block[] =>
  node.type === 'doc' ? blocksOf(children(node), options) : blocksOf([node], options);
