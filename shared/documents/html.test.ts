// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/values.ts';
import { documentHtml, PRINT_CSP } from './html.ts';
import { type Block, type DocumentModel, documentModelSchema, plain } from './model.ts';

const model = (changes: Partial<DocumentModel>): DocumentModel => ({
  title: 'Title',
  language: 'en',
  letterhead: [],
  subtitle: '',
  blocks: [],
  foot: '',
  ...changes,
});

const page = (changes: Partial<DocumentModel>): Document =>
  new DOMParser().parseFromString(documentHtml(model(changes), []), 'text/html');

const body = (...blocks: Block[]): HTMLElement => {
  const main = page({ blocks }).querySelector('main');
  if (main === null) throw new Error('no main');
  return main;
};

const heading = (level: 1 | 2 | 3): Block => ({ type: 'heading', level, text: plain(`h${level}`) });

describe('documentHtml', () => {
  it('carries its own rules: no script, no network', () => {
    const meta = page({}).querySelector('meta[http-equiv]');
    expect(meta?.getAttribute('content')).toBe(PRINT_CSP);
    expect(PRINT_CSP).toMatch(/^default-src 'none'/);
    expect(PRINT_CSP).not.toMatch(/script|https?:|\*/);
  });

  it('says its language and its title', () => {
    const html = page({ language: 'ru', title: 'О чём договорились', subtitle: '22.11.2026' });
    expect(html.documentElement.lang).toBe('ru');
    expect(html.title).toBe('О чём договорились');
    expect(html.querySelector('h1')?.textContent).toBe('О чём договорились');
    expect(html.querySelector('.subtitle')?.textContent).toBe('22.11.2026');
  });

  it.each([
    ['en', '"Page " counter(page) " of " counter(pages)'],
    ['cs', '"Strana " counter(page) " z " counter(pages)'],
    ['pl', '"Strona " counter(page) " z " counter(pages)'],
    ['ru', '"Страница " counter(page) " из " counter(pages)'],
  ] as const)('counts pages in %s', (language, expected) => {
    expect(documentHtml(model({ language }), [])).toContain(`content: ${expected};`);
  });

  it('shows the letterhead line by line, and none when there is none', () => {
    const lines = page({ letterhead: ['Practice', 'Street 1\nCity', ' '] }).querySelectorAll('header p');
    expect([...lines].map((line) => line.textContent)).toEqual(['Practice', 'Street 1', 'City']);
    expect(page({}).querySelector('header')).toBeNull();
  });

  it('embeds the fonts it is given', () => {
    const html = documentHtml(model({}), [
      { style: 'italic', weight: 600, unicodeRange: 'U+0400-045F', url: 'data:font/woff2;base64,AA==' },
    ]);
    expect(html).toContain("src:url(data:font/woff2;base64,AA==) format('woff2');unicode-range:U+0400-045F");
    expect(html).toContain('font-style:italic;font-weight:600');
  });

  it('marks runs', () => {
    const text = [
      { text: 'a', bold: true, italic: true },
      { text: 'b', underline: true },
      { text: 'c', strike: true, code: true },
      { text: 'd', language: 'cs' as const, quiet: true },
      { text: 'e', language: 'en' as const },
    ];
    expect(body({ type: 'paragraph', text }).innerHTML).toBe(
      '<p><i><b>a</b></i><u>b</u><code><s>c</s></code><span lang="cs" class="quiet">d</span>e</p>',
    );
  });

  it('keeps the outline: title, then headings one level down', () => {
    expect(body(heading(1), heading(2), heading(3)).innerHTML).toBe('<h2>h1</h2><h3>h2</h3><h4>h3</h4>');
  });

  it('puts a sign in the margin', () => {
    expect(body({ type: 'paragraph', margin: 'R-7', text: plain('x') }).innerHTML).toBe(
      '<p class="signed"><span class="sign">R-7</span>x</p>',
    );
  });

  it('says in words whether a box is ticked', () => {
    const list = body({
      type: 'list',
      ordered: false,
      items: [
        { text: plain('x'), checked: true, children: [{ text: plain('y') }] },
        { text: plain('z'), checked: false },
      ],
    });
    expect([...list.querySelectorAll('[role=img]')].map((box) => box.getAttribute('aria-label'))).toEqual([
      'done',
      'not done',
    ]);
    expect(list.querySelector('li > ul > li')?.textContent).toBe('y');
  });

  it('shares the line of a table and names its heads', () => {
    const table = body({
      type: 'table',
      widths: [1, 3],
      head: [{ text: plain('No') }, { text: plain('What') }],
      rows: [[{ text: plain('1'), header: true }, { text: plain('x') }]],
    });
    expect([...table.querySelectorAll('col')].map((col) => col.style.width)).toEqual(['25%', '75%']);
    expect(table.querySelectorAll('thead th[scope=col]')).toHaveLength(2);
    expect(table.querySelector('tbody th[scope=row]')?.textContent).toBe('1');
  });

  it('lays out facts, signatures, words, rules and page breaks', () => {
    const html = body(
      { type: 'facts', facts: [{ label: 'Client', value: plain('Nowak') }] },
      { type: 'signatures', boxes: [{ name: 'Nowak', label: 'Client', dateLabel: 'Date' }] },
      { type: 'words', words: ['alpha', 'beta'] },
      { type: 'quote', text: plain('q') },
      { type: 'rule' },
      { type: 'pageBreak' },
    );
    expect(html.querySelector('dl dt')?.textContent).toBe('Client');
    expect(html.querySelector('.signatures')?.textContent).toBe('ClientNowakDate');
    expect([...html.querySelectorAll('.words li')].map((word) => word.textContent)).toEqual([
      '1alpha',
      '2beta',
    ]);
    expect(html.querySelectorAll('blockquote, hr, .page-break')).toHaveLength(3);
  });
});

/** What of a text a page shows: no control or direction-turning characters, each line end as one. */
const shown = (text: string): string =>
  text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, '');

/** The style sheet with its texts taken out. */
const rules = (parsed: Document): string | undefined =>
  parsed.querySelector('style')?.textContent?.replaceAll(/content: "[^"]*";/g, 'content;');

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '"; } body { display:none } /*',
    "'><svg onload=1>",
    '&lt;b&gt;',
    '\\"; content: url(//x)',
    '<!--',
    ']]>',
    '</title>',
    'invoice\u202Efdp.exe',
    '\u2066x',
    '\u0000\u001B[31m',
    '{page}',
  ),
);

describe('text that would rather be something else', () => {
  it('stays text wherever it stands', () => {
    const expected = new Map(
      LANGUAGES.map((language) => [language, rules(page({ title: 'x', foot: 'x', language }))]),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom(...LANGUAGES), (text, language) => {
        const inlines = [{ text, bold: true }];
        const blocks: Block[] = [
          { type: 'heading', level: 1, text: inlines },
          { type: 'paragraph', text: inlines, margin: `m${text}` },
          { type: 'list', ordered: true, items: [{ text: inlines, checked: true }] },
          { type: 'table', widths: [], head: [{ text: inlines }], rows: [[{ text: inlines }]] },
          { type: 'facts', facts: [{ label: text, value: inlines }] },
          { type: 'signatures', boxes: [{ name: text, label: text, dateLabel: text }] },
          { type: 'words', words: [text] },
        ];
        const document = documentModelSchema.parse(
          model({ title: text, subtitle: text, foot: text, language, letterhead: [text], blocks }),
        );
        const parsed = new DOMParser().parseFromString(documentHtml(document, []), 'text/html');
        expect(
          parsed.querySelectorAll('script, img, svg, iframe, link, [onload], [onerror], [src]'),
        ).toHaveLength(0);
        expect(parsed.querySelectorAll('style')).toHaveLength(1);
        expect(rules(parsed)).toBe(expected.get(language));
        expect(parsed.querySelector('h1')?.textContent).toBe(shown(text));
        expect(parsed.querySelector('h2')?.textContent).toBe(shown(text));
        expect(parsed.querySelector('.sign')?.textContent).toBe(shown(`m${text}`));
        expect(parsed.querySelector('td')?.textContent).toBe(shown(text));
        expect(parsed.querySelector('dt')?.textContent).toBe(shown(text));
        expect(parsed.querySelector('main')?.children).toHaveLength(blocks.length);
      }),
      { seed: 20261122, numRuns: 250 },
    );
  });
});
