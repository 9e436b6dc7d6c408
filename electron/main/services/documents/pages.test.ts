import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Pdfjs from 'pdfjs-dist';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { type Block, type DocumentModel, plain } from '#shared/documents/model.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { findChromium } from '../../../launch/find-chromium.mjs';
import { printFonts } from './fonts.ts';

const executablePath = findChromium();

/** Letters of all four languages, each beyond ASCII. */
const LETTERS = 'Příliš žluťoučký kůň · Zażółć gęślą jaźń · Съешь ещё этих мягких булок';

const document = (changes: Partial<DocumentModel>): DocumentModel => ({
  title: 'Agreed',
  language: 'en',
  letterhead: ['Practice'],
  subtitle: '',
  blocks: [],
  foot: 'Practice · 3f9a1c',
  ...changes,
});
const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, n) => ({ type: 'paragraph', text: plain(`Line ${n}. ${LETTERS}`) }));

interface OutlineEntry {
  readonly title: string;
  readonly items: readonly OutlineEntry[];
}
/** What a PDF holds, as the app's own reader of PDF finds it. */
interface Held {
  /** Text of each page, white space levelled. */
  readonly pages: string[];
  readonly size: readonly [number, number];
  readonly info: Readonly<Record<string, unknown>>;
  /** Whether the title is known for a heading: readers that do not see the pages go by it. */
  readonly tagged: boolean;
  readonly outline: readonly OutlineEntry[];
}

const READER = 'https://reader.test/';
const READER_PAGE = `<!doctype html><script type="module">
  import * as pdfjs from '/pdf.min.mjs';
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
  globalThis.pdfjs = pdfjs;
</script>`;
const modules = createRequire(import.meta.url);

/** A page that has pdf.js: it needs a newer Node than the one that runs the tests, so it runs where it will run. */
async function openReader(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.route(`${READER}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: READER_PAGE });
    const body = await readFile(modules.resolve(`pdfjs-dist/build/${name}`));
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(READER);
  return page;
}

const read = (reader: Page, base64: string): Promise<Held> =>
  reader.evaluate(async (text) => {
    const { getDocument } = Reflect.get(globalThis, 'pdfjs') as typeof Pdfjs;
    const pdf = await getDocument({ data: Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)) })
      .promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(
        items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
          .join('')
          .replaceAll(/\s+/g, ' '),
      );
    }
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    const { info } = await pdf.getMetadata();
    const tree = await (await pdf.getPage(1)).getStructTree();
    const outline = await pdf.getOutline();
    return {
      pages,
      size: [Math.round(width), Math.round(height)] as const,
      info: info as Record<string, unknown>,
      tagged: JSON.stringify(tree).includes('"H1"'),
      outline: outline ?? [],
    };
  }, base64);

const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, text: plain(text) });

describe.skipIf(executablePath === null)('pages, as Chromium lays them out', () => {
  let browser: Browser;
  let reader: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    reader = await openReader(browser);
  });
  afterAll(() => browser.close());

  /** Prints as the print window does, and lists every request the page made. */
  async function print(
    model: DocumentModel,
  ): Promise<Held & { readonly asked: string[]; readonly fonts: Set<string | undefined> }> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const asked: string[] = [];
    try {
      const page = await context.newPage();
      await page.route('**/*', (route) => {
        asked.push(route.request().url());
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: documentHtml(model, printFonts),
        });
      });
      await page.goto('https://print.test/');
      const devtools = await context.newCDPSession(page);
      const { data } = await devtools.send('Page.printToPDF', {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      const raw = Buffer.from(data, 'base64').toString('latin1');
      const fonts = [...raw.matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name);
      return { ...(await read(reader, data)), asked, fonts: new Set(fonts) };
    } finally {
      await context.close();
    }
  }

  it('asks the network for nothing but itself', async () => {
    const { asked } = await print(document({ blocks: paragraphs(3) }));
    expect(asked).toEqual(['https://print.test/']);
  });

  it.each(LANGUAGES)(
    'writes every letter, in a font it carries, and counts the pages (%s)',
    async (language) => {
      const { info, tagged, pages, fonts } = await print(document({ language, blocks: paragraphs(60) }));
      expect(fonts).toEqual(new Set(['Inter-Regular', 'Inter-SemiBold']));
      expect(pages.length).toBeGreaterThan(1);
      expect(pages[0]?.slice(0, 300)).toContain(LETTERS);
      const count = { en: 'Page # of', cs: 'Strana # z', pl: 'Strona # z', ru: 'Страница # из' }[language];
      for (const [index, text] of pages.entries()) {
        expect(text).toContain(`${count.replace('#', `${index + 1}`)} ${pages.length}`);
        expect(text).toContain('Practice · 3f9a1c');
      }
      expect(info).toMatchObject({ Title: 'Agreed', Language: language });
      expect(tagged).toBe(true);
    },
  );

  it('is A4, whatever the machine prints on', async () => {
    expect((await print(document({}))).size).toEqual([595, 842]);
  });

  it('repeats the title from the second page on', async () => {
    const { pages } = await print(document({ title: 'Unrepeatable', blocks: paragraphs(60) }));
    for (const text of pages) expect(text.split('Unrepeatable')).toHaveLength(2);
  });

  it('outlines the headings', async () => {
    const blocks = [heading(1, 'Decisions'), heading(2, 'Lease'), ...paragraphs(1), heading(1, 'Tasks')];
    const [top] = (await print(document({ blocks }))).outline;
    expect(top?.title).toBe('Agreed');
    expect(top?.items.map(({ title }) => title)).toEqual(['Decisions', 'Tasks']);
    expect(top?.items[0]?.items[0]?.title).toBe('Lease');
  });

  it('never leaves a heading at the foot of a page, nor parts a signature', async () => {
    // However many lines stand above, whatever belongs together moves together. One document for all: each begins a page.
    const lines = Array.from({ length: 16 }, (_, n) => 20 + n);
    const { pages } = await print(
      document({
        blocks: lines.flatMap((above): Block[] => [
          ...paragraphs(above),
          heading(1, `HEADING${above}.`),
          { type: 'paragraph', text: plain(`AFTER${above}.`) },
          {
            type: 'signatures',
            boxes: [{ name: `NAME${above}.`, label: `LABEL${above}.`, dateLabel: `DATE${above}.` }],
          },
          { type: 'pageBreak' },
        ]),
      }),
    );
    const on = (word: string): number => pages.findIndex((text) => text.includes(word));
    for (const above of lines) {
      expect(on(`HEADING${above}.`)).toBe(on(`AFTER${above}.`));
      const label = on(`LABEL${above}.`);
      expect([on(`NAME${above}.`), on(`DATE${above}.`)]).toEqual([label, label]);
    }
    // Some had to move to a second page, and others had not.
    const moved = lines.filter((above) => on(`AFTER${above}.`) < on(`LABEL${above}.`));
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(lines.length);
  });

  it('repeats the head of a table and parts no row', async () => {
    const rows = Array.from({ length: 80 }, (_, n) => [{ text: plain(`START${n} first\nsecond\nEND${n}.`) }]);
    const { pages } = await print(
      document({ blocks: [{ type: 'table', widths: [], head: [{ text: plain('COLUMN') }], rows }] }),
    );
    for (const text of pages) expect(text).toContain('COLUMN');
    for (let n = 0; n < rows.length; n += 1)
      expect(pages.findIndex((text) => text.includes(`START${n} `))).toBe(
        pages.findIndex((text) => text.includes(`END${n}.`)),
      );
  });

  it('breaks the page where it is told to', async () => {
    const { pages } = await print(
      document({ blocks: [...paragraphs(1), { type: 'pageBreak' }, ...paragraphs(1)] }),
    );
    expect(pages).toHaveLength(2);
  });

  it('shows the sign beside its paragraph', async () => {
    const { pages } = await print(
      document({ blocks: [{ type: 'paragraph', margin: 'R-7', text: plain('Wanted') }] }),
    );
    expect(pages[0]).toContain('R-7');
  });
});
