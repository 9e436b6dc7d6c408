import ICAL from 'ical.js';
import type { BrokenRow, Table } from './table.ts';
import { tableOfEntries } from './table.ts';

type Line = ReturnType<ICAL.Component['getAllProperties']>[number];

/** Properties that hold pictures, sounds and keys: nothing that is imported. */
const DROPPED = /^(?:[\w-]+\.)?(photo|logo|sound|key|agent)\b/i;

const SIGNS = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  [';', '\\;'],
  [',', '\\,'],
]);

/** The bytes that quoted-printable text stands for, as text; signs that part values are escaped as later versions do. */
function quotedPrintable(text: string, charset: string): string {
  const decoder = new TextDecoder(charset);
  return text.replaceAll(/(?:=[\dA-F]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16));
    const decoded = decoder.decode(bytes).replaceAll('\r\n', '\n');
    return Array.from(decoded, (sign) => SIGNS.get(sign) ?? sign).join('');
  });
}

const charsetOf = (parameters: readonly string[]): string => {
  const named = parameters.find((one) => /^charset=/i.test(one))?.slice('charset='.length) ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
};

/** A line of a card of version 2.1 as later versions write it: parameters with names, values without an encoding. */
function modernised(line: string): string {
  const colon = line.indexOf(':');
  if (colon < 0) return line;
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const quoted = parameters.some((one) => /^(encoding=)?quoted-printable$/i.test(one));
  const kept = parameters.filter(
    (one) => !/^(encoding|charset)=|^(quoted-printable|8bit|7bit|base64)$/i.test(one),
  );
  const types = kept.filter((one) => !one.includes('='));
  const named = kept.filter((one) => one.includes('='));
  const head = [name, ...(types.length > 0 ? [`TYPE=${types.join(',')}`] : []), ...named].join(';');
  const value = line.slice(colon + 1);
  return `${head}:${quoted ? quotedPrintable(value, charsetOf(parameters)) : value}`;
}

/** The lines of a card, put together again; a soft break of quoted-printable goes on in the next line. */
function linesOf(card: string): readonly string[] {
  const lines: string[] = [];
  let soft = false;
  for (const raw of card.split(/\r\n|\r|\n/)) {
    const last = lines.length - 1;
    if (soft) lines[last] = `${(lines[last] ?? '').slice(0, -1)}${raw}`;
    else if (/^[ \t]/.test(raw) && last >= 0) lines[last] += raw.slice(1);
    else if (raw.trim() !== '') lines.push(raw);
    soft =
      (lines.at(-1) ?? '').endsWith('=') && /;(encoding=)?quoted-printable[;:]/i.test(lines.at(-1) ?? '');
  }
  return lines.filter((line) => !DROPPED.test(line));
}

function parse(card: string): ICAL.Component {
  const lines = linesOf(card);
  const old = lines.some((line) => /^version:2\.1/i.test(line));
  const text = (old ? lines.map(modernised) : lines).map((line) =>
    line.replace(/^version:2\.1/i, 'VERSION:3.0'),
  );
  const parsed = ICAL.parse(text.join('\r\n')) as unknown as readonly unknown[];
  return new ICAL.Component(parsed as unknown as string);
}

const flat = (value: unknown): string => {
  if (Array.isArray(value))
    return value
      .map(flat)
      .filter((part) => part !== '')
      .join(', ');
  return typeof value === 'string'
    ? value.trim()
    : String((value as { toString: () => string } | null) ?? '');
};
const parts = (line: Line | null): readonly string[] => {
  const value: unknown = line?.getFirstValue() ?? '';
  return Array.isArray(value) ? value.map(flat) : [flat(value)];
};

/** An address as it is written on an envelope. */
function addressText(line: Line): string {
  const [box = '', extra = '', street = '', city = '', region = '', code = '', country = ''] = parts(line);
  const town = [code, city].filter((part) => part !== '').join(' ');
  return [street, extra, box, town, region, country].filter((part) => part !== '').join('\n');
}

/** What a card says, by headers that the suggestion of columns knows. */
function entryOf(card: ICAL.Component): ReadonlyMap<string, string> {
  const entry = new Map<string, string>();
  const put = (header: string, text: string): void => {
    if (text !== '') entry.set(header, text);
  };
  const all = (name: string): readonly Line[] => card.getAllProperties(name);
  const first = (name: string): string => flat(card.getFirstPropertyValue(name));
  const [last = '', given = '', middle = ''] = parts(card.getFirstProperty('n'));
  if (last === '' && given === '') {
    const [organisation] = parts(card.getFirstProperty('org'));
    if (first('fn') !== organisation) put('Name', first('fn'));
  }
  put('First name', given);
  put('Middle name', middle);
  put('Last name', last);
  put('Organisation', parts(card.getFirstProperty('org'))[0] ?? '');
  put('Job title', first('title') || first('role'));
  all('email').forEach((line, index) => put(`E-mail ${String(index + 1)}`, flat(line.getFirstValue())));
  all('tel').forEach((line, index) =>
    put(`Phone ${String(index + 1)}`, flat(line.getFirstValue()).replace(/^tel:/i, '')),
  );
  const [address] = all('adr');
  if (address) put('Address', addressText(address));
  put('Birthday', first('bday').slice(0, 10));
  put('Anniversary', first('anniversary').slice(0, 10));
  put('Nickname', first('nickname'));
  put('Notes', first('note'));
  put(
    'Tags',
    all('categories')
      .map((line) => line.getValues().map(flat).join(', '))
      .join(', '),
  );
  return entry;
}

/** Reads contact cards (vCard 2.1, 3.0, 4.0). A card that is malformed is told; the others are read. Throws `ReadError`. */
export function readCards(text: string): Table {
  const cards = text.match(/^begin:vcard[\s\S]*?^end:vcard[ \t]*$/gim) ?? [];
  const entries: ReadonlyMap<string, string>[] = [];
  const broken: BrokenRow[] = [];
  cards.forEach((card, index) => {
    try {
      entries.push(entryOf(parse(card)));
    } catch {
      broken.push({ row: index + 1, reason: 'entry' });
    }
  });
  return tableOfEntries(entries, broken);
}
