import type { Language } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Block, DocumentModel, Inline } from './model.ts';
import { LABEL_STYLE, labelSheets } from './labels.ts';
import { printStyle } from './print-style.ts';

type ListItem = Extract<Block, { type: 'list' }>['items'][number];
type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['head'][number];

/** One file of the print font. */
export interface FontFace {
  readonly style: 'normal' | 'italic';
  readonly weight: 400 | 600;
  /** CSS `unicode-range` of the characters in it. */
  readonly unicodeRange: string;
  /** `data:` URL of a WOFF2 file. */
  readonly url: string;
}

/** What a printed page may load: nothing but its own style and the fonts inside it. No script, no network. */
export const PRINT_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Longest running head, in characters: one line of the page. */
const HEAD_LENGTH = 90;

/** Control characters (line ends stay), characters that turn the direction of text, and halves of characters. */
const UNWANTED = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu;

const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNWANTED, '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand anywhere in HTML, attribute values included. */
const escape = (text: string): string => clean(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** Text as a CSS string that can end neither the string nor the style element. */
const cssString = (text: string): string =>
  `"${clean(text).replaceAll(/[^\p{L}\p{N} .,;:·–—()№/]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;

const TAGS = [
  ['bold', 'b'],
  ['italic', 'i'],
  ['underline', 'u'],
  ['strike', 's'],
  ['code', 'code'],
] as const;

function inline(run: Inline, language: Language): string {
  const marked = TAGS.reduce(
    (html, [mark, tag]) => (run[mark] === true ? `<${tag}>${html}</${tag}>` : html),
    escape(run.text),
  );
  const lang = run.language === undefined || run.language === language ? '' : ` lang="${run.language}"`;
  const quiet = run.quiet === true ? ' class="quiet"' : '';
  return lang + quiet === '' ? marked : `<span${lang}${quiet}>${marked}</span>`;
}

const inlines = (runs: readonly Inline[], language: Language): string =>
  runs.map((run) => inline(run, language)).join('');

function item({ text, checked, children }: ListItem, language: Language): string {
  const nested =
    children === undefined || children.length === 0
      ? ''
      : `<ul>${children.map((child) => item(child, language)).join('')}</ul>`;
  const body = `${inlines(text, language)}${nested}`;
  if (checked === undefined) return `<li>${body}</li>`;
  const label = escape(translator(language)(checked ? 'documents.checked' : 'documents.unchecked'));
  return `<li class="checkable"><span class="box${checked ? ' checked' : ''}" role="img" aria-label="${label}"></span>${body}</li>`;
}

function table({ widths, head, rows }: Table, language: Language): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths
    .map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`)
    .join('');
  const cell = ({ text, header, end }: Cell, scope: 'col' | 'row'): string => {
    const set = end === true ? ' class="end"' : '';
    return header === true || scope === 'col'
      ? `<th scope="${scope}"${set}>${inlines(text, language)}</th>`
      : `<td${set}>${inlines(text, language)}</td>`;
  };
  const line = (cells: readonly Cell[], scope: 'col' | 'row'): string =>
    `<tr>${cells.map((one) => cell(one, scope)).join('')}</tr>`;
  const top = head.length === 0 ? '' : `<thead>${line(head, 'col')}</thead>`;
  const layout = columns === '' ? '' : ' style="table-layout:fixed"';
  return `<table${layout}><colgroup>${columns}</colgroup>${top}<tbody>${rows.map((row) => line(row, 'row')).join('')}</tbody></table>`;
}

function signatures({ boxes }: Extract<Block, { type: 'signatures' }>): string {
  const box = ({ name, label, dateLabel }: (typeof boxes)[number]): string =>
    `<div><p class="quiet">${escape(label)}</p><div class="space"></div><p>${escape(name)}</p><p class="date">${escape(dateLabel)}</p></div>`;
  return `<div class="signatures">${boxes.map(box).join('')}</div>`;
}

const facts = (all: Extract<Block, { type: 'facts' }>['facts'], language: Language): string =>
  `<dl class="facts">${all
    .map((fact) => `<div><dt>${escape(fact.label)}</dt><dd>${inlines(fact.value, language)}</dd></div>`)
    .join('')}</dl>`;

/** Squares around a code that must stay white, so that a phone finds it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

function code({ rows, label, facts: beside }: Extract<Block, { type: 'code' }>, language: Language): string {
  const size = rows.length + 2 * QUIET_ZONE;
  // One stroke for each run of dark squares: no seams between them on paper.
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index + QUIET_ZONE} ${y + QUIET_ZONE}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
  return `<div class="code"><figure><svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escape(label)}" shape-rendering="crispEdges"><path d="${path}"/></svg><figcaption>${escape(label)}</figcaption></figure>${facts(beside, language)}</div>`;
}

function block(value: Block, language: Language): string {
  switch (value.type) {
    case 'heading':
      return `<h${value.level + 1}>${inlines(value.text, language)}</h${value.level + 1}>`;
    case 'paragraph': {
      const text = inlines(value.text, language);
      if (value.margin === undefined || value.margin === '') return `<p>${text}</p>`;
      return `<p class="signed"><span class="sign">${escape(value.margin)}</span>${text}</p>`;
    }
    case 'quote':
      return `<blockquote>${inlines(value.text, language)}</blockquote>`;
    case 'list': {
      const tag = value.ordered ? 'ol' : 'ul';
      return `<${tag}>${value.items.map((one) => item(one, language)).join('')}</${tag}>`;
    }
    case 'table':
      return table(value, language);
    case 'facts':
      return facts(value.facts, language);
    case 'code':
      return code(value, language);
    case 'signatures':
      return signatures(value);
    case 'words':
      return `<ol class="words">${value.words
        .map((word, index) => `<li><span class="number">${index + 1}</span>${escape(word)}</li>`)
        .join('')}</ol>`;
    case 'labels':
      return labelSheets(value.sheet, value.start, value.labels, escape);
    case 'rule':
      return '<hr>';
    case 'pageBreak':
      return '<div class="page-break"></div>';
    default:
      return assertNever(value);
  }
}

/** «page x of y» as a CSS `content` value in the language of the document. */
function pageCount(language: Language): string {
  const [page, pages] = ['{page}', '{pages}'];
  const text = translator(language)('documents.pageOf', { page, pages });
  return text
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === page ? 'counter(page)' : part === pages ? 'counter(pages)' : cssString(part)))
    .join(' ');
}

function opening(document: DocumentModel): string {
  const lines = document.letterhead.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '');
  const letterhead =
    lines.length === 0 ? '' : `<header>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</header>`;
  const subtitle = document.subtitle === '' ? '' : `<p class="subtitle">${escape(document.subtitle)}</p>`;
  return `${letterhead}<div class="title"><h1>${escape(document.title)}</h1>${subtitle}</div>`;
}

const fontFace = ({ style, weight, unicodeRange, url }: FontFace): string =>
  `@font-face{font-family:Inter;font-style:${style};font-weight:${weight};font-display:block;src:url(${url}) format('woff2');unicode-range:${unicodeRange}}`;

const oneLine = (text: string): string =>
  text.length > HEAD_LENGTH
    ? `${Array.from(text)
        .slice(0, HEAD_LENGTH - 1)
        .join('')}…`
    : text;

/**
 * A document as one HTML page that needs nothing else: screen preview, paper and PDF are this page. Every text in it is
 * escaped; it runs no script and loads nothing.
 */
export function documentHtml(document: DocumentModel, fonts: readonly FontFace[]): string {
  const { language } = document;
  const isLabels = document.blocks.some(({ type }) => type === 'labels');
  const style = isLabels
    ? LABEL_STYLE
    : printStyle({
        head: cssString(oneLine(document.title)),
        foot: cssString(document.foot),
        pages: pageCount(language),
      });
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${PRINT_CSP}">`,
    `<title>${escape(document.title)}</title>`,
    `<style>${fonts.map(fontFace).join('')}${style}</style></head>`,
    `<body${document.letterhead.length === 0 ? ' class="plain"' : ''}>${isLabels ? '' : opening(document)}<main>`,
    document.blocks.map((value) => block(value, language)).join(''),
    '</main></body></html>',
  ].join('');
}
