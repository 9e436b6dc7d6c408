import type { RichTextNode } from '#shared/domain/rich-text.ts';

const paragraph = (content: readonly RichTextNode[]): RichTextNode =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
const plain = (text: string): readonly RichTextNode[] => (text === '' ? [] : [{ type: 'text', text }]);
const doc = (content: readonly RichTextNode[]): RichTextNode => ({
  type: 'doc',
  content: content.length === 0 ? [paragraph([])] : content,
});

/** A text as a note: each line a paragraph. */
export const noteOfText = (text: string): RichTextNode =>
  doc(
    text.trim() === ''
      ? []
      : text
          .trim()
          .split('\n')
          .map((line) => paragraph(plain(line.trimEnd()))),
  );

const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*(\S.*?)\*|`(.+?)`|\[([^\]]+)\]\([^)]*\)/;
const STYLES = ['bold', 'bold', 'italic', 'code', ''] as const;

/** The runs of a line of Markdown. Of a link its words stay. */
function inline(line: string): readonly RichTextNode[] {
  const found = INLINE.exec(line);
  if (!found) return plain(line);
  const which = found.slice(1).findIndex((group) => group !== undefined);
  const style = STYLES[which] ?? '';
  const run: RichTextNode = {
    type: 'text',
    text: found[which + 1] ?? '',
    ...(style !== '' && { marks: [{ type: style }] }),
  };
  return [...plain(line.slice(0, found.index)), run, ...inline(line.slice(found.index + found[0].length))];
}

const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const DEEPEST = 3;

interface List {
  readonly type: 'bulletList' | 'orderedList' | 'taskList';
  readonly items: RichTextNode[];
}

/** A note in Markdown as the editor holds it: headings, lists, check boxes, paragraphs, bold and italic words. */
export function noteOfMarkdown(text: string): RichTextNode {
  const blocks: RichTextNode[] = [];
  let list: List | null = null;
  let lines: string[] = [];
  const endLines = (): void => {
    if (lines.length > 0) blocks.push(paragraph(inline(lines.join(' '))));
    lines = [];
  };
  const endList = (): void => {
    if (list) blocks.push({ type: list.type, content: list.items });
    list = null;
  };
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line);
    const heading = HEADING.exec(line);
    if (item) {
      endLines();
      const [, number, box, words = ''] = item;
      const type = box === undefined ? (number === undefined ? 'bulletList' : 'orderedList') : 'taskList';
      if (list && list.type !== type) endList();
      list ??= { type, items: [] };
      const attrs = box === undefined ? {} : { attrs: { checked: box !== ' ' } };
      list.items.push({
        type: type === 'taskList' ? 'taskItem' : 'listItem',
        ...attrs,
        content: [paragraph(inline(words))],
      });
    } else if (heading || line.trim() === '' || /^\s*([-*_]\s*){3,}$/.test(line)) {
      endLines();
      endList();
      if (heading) {
        const level = Math.min(DEEPEST, heading[1]?.length ?? 1);
        blocks.push({ type: 'heading', attrs: { level }, content: inline(heading[2] ?? '') });
      }
    } else {
      endList();
      lines.push(line.replace(/^>\s?/, '').trim());
    }
  }
  endLines();
  endList();
  return doc(blocks);
}
