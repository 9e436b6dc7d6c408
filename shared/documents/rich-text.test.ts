import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLineId } from '#shared/domain/ids.ts';
import { LINE_MARKS, type LineMark, type RichTextNode } from '#shared/domain/rich-text.ts';
import { HELD_BACK_MARKS } from './held-back.ts';
import { blockSchema, type Block } from './model.ts';
import { richTextBlocks } from './rich-text.ts';

const text = (said: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text: said,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });
const doc = (...content: RichTextNode[]): RichTextNode => ({ type: 'doc', content });
const marked = (mark: LineMark, said: string, who = '', due: string | null = null): RichTextNode => ({
  type: 'paragraph',
  attrs: { mark, lineId: newLineId(), who, due },
  content: [text(said)],
});
const blocks = (node: RichTextNode) => richTextBlocks(node, { language: 'cs' });

/** Everything a block says, without its styles. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner : words(inner)))
    .join(' ');
}

const item = (checked: boolean, ...content: RichTextNode[]): RichTextNode => ({
  type: 'taskItem',
  attrs: { checked },
  content,
});
const cell = (type: string, words_: string): RichTextNode => ({
  type,
  content: [paragraph(text(words_))],
});
const link = (words_: string, href: string): RichTextNode => ({
  type: 'text',
  text: words_,
  marks: [{ type: 'link', attrs: { href } }],
});

describe('rich text as blocks', () => {
  it('keeps paragraphs, headings and the styles of their runs', () => {
    const node = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Nájem')] },
      paragraph(
        text('Výpověď '),
        text('do konce', 'bold', 'italic'),
        { type: 'hardBreak' },
        text('roku', 'code'),
      ),
      paragraph(),
    );
    expect(blocks(node)).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Nájem' }] },
      {
        type: 'paragraph',
        text: [
          { text: 'Výpověď ' },
          { text: 'do konce', bold: true, italic: true },
          { text: '\n' },
          { text: 'roku', code: true },
        ],
      },
    ]);
  });

  it('puts headings below the level asked for, never below 3', () => {
    const headings = doc(
      { type: 'heading', attrs: { level: 1 }, content: [text('a')] },
      { type: 'heading', attrs: { level: 3 }, content: [text('b')] },
    );
    expect(richTextBlocks(headings, { language: 'en', firstHeading: 2 })).toMatchObject([
      { level: 2 },
      { level: 3 },
    ]);
  });

  it('nests lists and keeps check boxes', () => {
    const nested: RichTextNode = {
      type: 'orderedList',
      content: [{ type: 'listItem', content: [paragraph(text('kopie'))] }],
    };
    const node: RichTextNode = {
      type: 'taskList',
      content: [item(true, paragraph(text('smlouva')), nested), item(false, paragraph(text('dodatek')))],
    };
    expect(blocks(doc(node))).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          { text: [{ text: 'smlouva' }], checked: true, children: [{ text: [{ text: 'kopie' }] }] },
          { text: [{ text: 'dodatek' }], checked: false },
        ],
      },
    ]);
  });

  it('makes the first row of a table its head when all its cells are headers, and fills short rows', () => {
    const node: RichTextNode = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Kdo'), cell('tableHeader', 'Co')] },
        { type: 'tableRow', content: [cell('tableCell', 'Jana')] },
      ],
    };
    expect(blocks(doc(node))).toEqual([
      {
        type: 'table',
        widths: [],
        head: [
          { text: [{ text: 'Kdo' }], header: true },
          { text: [{ text: 'Co' }], header: true },
        ],
        rows: [[{ text: [{ text: 'Jana' }] }, { text: [] }]],
      },
    ]);
  });

  it('shows the glyph of a marked line in the margin, and of a task who and by when', () => {
    expect(blocks(doc(marked('task', 'Poslat smlouvu', 'Jana', '2026-11-22')))).toEqual([
      {
        type: 'paragraph',
        margin: '☐',
        text: [{ text: 'Poslat smlouvu' }, { text: ' (Jana, 22. 11. 2026)', quiet: true }],
      },
    ]);
  });

  it('writes the address of a link after its words, once, and not when the words are the address', () => {
    const said = words(
      blocks(
        doc(
          paragraph(
            link('the ', 'https://a.cz/'),
            link('form', 'https://a.cz/'),
            link('a@b.cz', 'mailto:a@b.cz'),
          ),
        ),
      ),
    );
    expect(said.match(/https:\/\/a\.cz/gu)).toHaveLength(1);
    expect(said.match(/a@b\.cz/gu)).toHaveLength(1);
  });

  it('never writes a script address', () => {
    const node: RichTextNode = {
      type: 'text',
      text: 'click',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    expect(words(blocks(doc(paragraph(node))))).not.toContain('alert');
  });
});

/** Words that occur nowhere else, so that a search for them proves something. */
const token = fc.uuid().map((id) => `w${id.replaceAll('-', '')}`);
const run = token.map((words_) => text(words_, 'bold'));
const plainParagraph = fc.array(run, { minLength: 1, maxLength: 3 }).map((runs) => paragraph(...runs));
const markedParagraph = fc
  .tuple(fc.constantFrom(...LINE_MARKS), token)
  .map(([mark, words_]) => marked(mark, words_));
const leaf = fc.oneof(
  plainParagraph,
  markedParagraph,
  run,
  token.map((words_): RichTextNode => ({ type: 'codeBlock', content: [text(words_)] })),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), token)
    .map(([level, words_]): RichTextNode => ({ type: 'heading', attrs: { level }, content: [text(words_)] })),
);
const { node: anyNode } = fc.letrec<{ node: RichTextNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom(
          'bulletList',
          'orderedList',
          'taskList',
          'listItem',
          'taskItem',
          'blockquote',
          'table',
          'tableRow',
          'tableCell',
          'tableHeader',
          'figure',
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([type, content]): RichTextNode => ({ type, content })),
  ),
}));
const anyDoc = fc.array(anyNode, { maxLength: 5 }).map((content) => doc(...content));

/** The words of a node that should be seen, and those that should not. */
function expected(node: RichTextNode, hidden = false): { seen: string[]; unseen: string[] } {
  const mark = node.attrs?.['mark'];
  const held = hidden || HELD_BACK_MARKS.some((one) => one === mark);
  const own = node.text === undefined ? [] : [node.text];
  const inner = (node.content ?? []).map((child) => expected(child, held));
  return {
    seen: [...(held ? [] : own), ...inner.flatMap((part) => part.seen)],
    unseen: [...(held ? own : []), ...inner.flatMap((part) => part.unseen)],
  };
}

const valid = (made: readonly Block[]): boolean =>
  made.every((block) => blockSchema.safeParse(block).success);

describe('properties of rich text as blocks', () => {
  it('loses no text, whatever the nodes', () => {
    fc.assert(
      fc.property(anyDoc, (node) => {
        const made = blocks(node);
        const said = words(made);
        const { seen, unseen } = expected(node);
        expect(valid(made)).toBe(true);
        for (const one of [...seen, ...unseen]) expect(said).toContain(one);
      }),
    );
  });

  it('says nothing of lines held back, and all of the rest', () => {
    fc.assert(
      fc.property(anyDoc, (node) => {
        const made = JSON.stringify(richTextBlocks(node, { language: 'ru', heldBack: HELD_BACK_MARKS }));
        const { seen, unseen } = expected(node);
        for (const one of seen) expect(made).toContain(one);
        for (const one of unseen) expect(made).not.toContain(one);
      }),
    );
  });
});
