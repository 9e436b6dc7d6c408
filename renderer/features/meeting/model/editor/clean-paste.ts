import DOMPurify from 'dompurify';

const TAGS = (
  'p h1 h2 h3 h4 h5 h6 div br hr blockquote pre code ul ol li table thead tbody tfoot tr th td ' +
  'a b strong i em u s del strike span'
).split(' ');

/** What the editor itself puts on the clipboard. */
const OWN_ATTRIBUTES = [
  'data-pm-slice',
  'data-mark',
  'data-line',
  'data-who',
  'data-due',
  'data-type',
  'data-checked',
  'data-merge-field',
  'data-label',
];
const ATTRIBUTES = ['href', 'colspan', 'rowspan', 'start', ...OWN_ATTRIBUTES];

const WORD_LIST = /mso-list:\s*(?!ignore)/i;
const WORD_BULLET = /mso-list:\s*ignore/i;
const styleOf = (element: Element): string => element.getAttribute('style') ?? '';

/** Word writes list items as paragraphs with a typed bullet: makes them lists again. */
function restoreWordLists(root: ParentNode): void {
  let list: HTMLElement | null = null;
  for (const paragraph of root.querySelectorAll('p')) {
    if (!WORD_LIST.test(styleOf(paragraph))) continue;
    const bullet = [...paragraph.querySelectorAll('span')].find((span) => WORD_BULLET.test(styleOf(span)));
    const ordered = /[\p{L}\d]\s*[.)]/u.test(bullet?.textContent ?? '');
    bullet?.remove();
    const tag = ordered ? 'OL' : 'UL';
    if (list === null || list.nextElementSibling !== paragraph || list.tagName !== tag) {
      list = paragraph.ownerDocument.createElement(tag);
      paragraph.before(list);
    }
    const item = paragraph.ownerDocument.createElement('li');
    list.append(item);
    item.append(paragraph);
  }
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Web editors write bold and italic as styles, and wrap everything in a bold that is none. */
function restoreStyles(root: ParentNode): void {
  for (const bold of root.querySelectorAll('b, strong')) {
    if (/font-weight:\s*(normal|400)/i.test(styleOf(bold))) rename(bold, 'span');
  }
  for (const span of root.querySelectorAll('span')) {
    const style = styleOf(span);
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) rename(span, 'strong');
    else if (/font-style:\s*italic/i.test(style)) rename(span, 'em');
  }
}

/** Word separates paragraphs with paragraphs of one hard space. */
function dropHollowParagraphs(root: ParentNode): void {
  for (const paragraph of root.querySelectorAll('p')) {
    if (/^[\s\u00a0]*$/.test(paragraph.textContent) && paragraph.textContent.includes('\u00a0')) {
      paragraph.remove();
    }
  }
}

/**
 * HTML from a clipboard with nothing left but text and its structure: no scripts, handlers, styles, images or addresses
 * other than links to http, https and mailto. Made in documents that load nothing, so no request leaves the machine.
 */
export function cleanPastedHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  restoreWordLists(parsed.body);
  restoreStyles(parsed.body);
  dropHollowParagraphs(parsed.body);
  return DOMPurify.sanitize(parsed.body.innerHTML, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
    FORBID_CONTENTS: [
      'script',
      'style',
      'title',
      'xml',
      'template',
      'noscript',
      'iframe',
      'object',
      'svg',
      'math',
    ],
  });
}
