import {
  lineMarkSchema,
  MARK_GLYPHS,
  plainText,
  type LineMark,
  type RichTextNode,
} from '#shared/domain/rich-text.ts';

const BLOCKS = new Set(['paragraph', 'heading', 'codeBlock']);

function sign(node: RichTextNode, nameOf: (mark: LineMark) => string): string {
  const mark = lineMarkSchema.safeParse(node.attrs?.['mark']);
  return mark.success ? `${MARK_GLYPHS[mark.data]} ${nameOf(mark.data)}: ` : '';
}

/**
 * A note's text line by line, each marked line with its glyph and the name of its mark: so that a changed mark is seen as
 * a changed word is.
 */
export function noteLines(
  node: RichTextNode,
  nameOf: (mark: LineMark) => string,
  before = '',
): readonly string[] {
  if (BLOCKS.has(node.type)) return [before + sign(node, nameOf) + plainText(node)];
  if (node.type === 'tableRow') {
    const cells = (node.content ?? []).map((cell) => noteLines(cell, nameOf).join(' '));
    return [cells.join(' | ')];
  }
  const inner = node.content ?? [];
  if (node.type === 'listItem')
    return inner.flatMap((one, at) => noteLines(one, nameOf, at === 0 ? '– ' : '  '));
  if (node.type === 'taskItem') {
    const box = node.attrs?.['checked'] === true ? '[x] ' : '[ ] ';
    return inner.flatMap((one, at) => noteLines(one, nameOf, at === 0 ? box : '  '));
  }
  return inner.flatMap((one) => noteLines(one, nameOf, before));
}
