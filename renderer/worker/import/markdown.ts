import { decodeText, detectEncoding } from './encoding.ts';
import { type Table, tableOfEntries } from './table.ts';

/** What stands before the text of a note between two lines of dashes: «client: Novák». */
const FRONT = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const HEADING = /^#\s+(.+?)\s*#*\s*$/m;
const DAY = /(\d{4}-\d{2}-\d{2}|\d{8}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})/;

/** Reads notes in Markdown, each file a row. Title, day and client are taken from what precedes the text, its heading or its name. */
export function readNotes(
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Table {
  return tableOfEntries(
    files.map(({ name, bytes }) => {
      const whole = decodeText(bytes, detectEncoding(bytes).encoding);
      const front = FRONT.exec(whole);
      const body = whole.slice(front?.[0].length ?? 0).trim();
      const bare = name.replace(/\.(md|markdown)$/i, '');
      const heading = HEADING.exec(body)?.[1];
      const entry = new Map<string, string>([
        ['Title', heading ?? bare.replace(DAY, '').replace(/^[\s_–-]+|[\s_–-]+$/g, '')],
        ['Date', DAY.exec(bare)?.[0] ?? ''],
      ]);
      for (const line of (front?.[1] ?? '').split(/\r?\n/)) {
        const [, key = '', value = ''] = /^([\p{L}\w -]+):\s*(.*)$/u.exec(line) ?? [];
        const text = value.replaceAll(/^["'[]+|["'\]]+$/g, '');
        if (text === '') continue;
        if (/^(title|nadpis|název|tytuł|заголовок)$/i.test(key)) entry.set('Title', text);
        else if (/^(date|created|datum|data|дата)$/i.test(key)) entry.set('Date', text);
        else entry.set(key, text);
      }
      entry.set('Text', heading === undefined ? body : body.replace(HEADING, '').trim());
      return entry;
    }),
  );
}
