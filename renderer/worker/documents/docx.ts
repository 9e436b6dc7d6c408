import { strFromU8, unzipSync } from 'fflate';
import { checkZip } from '#renderer/worker/import/zip-check.ts';

/** The parts of a Word document (ECMA-376) that hold text: body, heads and feet, notes, comments. */
const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;
/** Runs of text, and what parts them: tabs, breaks, and the ends of paragraphs. */
const PIECES = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?:\s[^>]*)?\/>|<\/w:(p)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    },
  );

function textOf(xml: string): string {
  let text = '';
  for (const [, run, , paragraph] of xml.matchAll(PIECES)) {
    text += run === undefined ? (paragraph === undefined ? ' ' : '\n') : unescaped(run);
  }
  return text;
}

const isBody = (name: string): number => (name === 'word/document.xml' ? 0 : 1);

/**
 * The words of a Word document, a paragraph a line. Nothing else of it is looked at.
 * @throws `ReadError` when it is damaged, or unpacks to too much.
 */
export function docxText(bytes: Uint8Array): string {
  checkZip(bytes);
  const parts = unzipSync(bytes, { filter: ({ name }) => PARTS.test(name) });
  return Object.entries(parts)
    .toSorted(([one], [other]) => isBody(one) - isBody(other))
    .map(([, part]) => textOf(strFromU8(part)))
    .join('\n');
}
