import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Enclosed } from './protocol.ts';
import { type BrokenRow, type Table, tableOfEntries } from './table.ts';

const two = (number: number): string => String(number).padStart(2, '0');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};

/** The words of a formatted message: no tag of it, no script and no picture goes any further. */
const plain = (html: string): string =>
  html
    .replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code < 0x11_00_00 ? String.fromCodePoint(code) : '';
    })
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const textOf = ({ text, html }: Email): string => (text ?? plain(html ?? '')).replaceAll('\r\n', '\n').trim();

const peopleIn = ({ from, to, cc }: Email): readonly Address[] =>
  [from, ...(to ?? []), ...(cc ?? [])].filter((one) => one !== undefined);

const peopleOf = (people: readonly (Address | undefined)[]): string =>
  people
    .flatMap((one) => (one === undefined ? [] : (one.group ?? [one])))
    .map(({ name, address }) => (name === '' || name === address ? address : `${name} <${address}>`))
    .filter((text) => text !== '')
    .join(', ');

const bytesOf = (content: Email['attachments'][number]['content']): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(new Uint8Array(content));

/** One e-mail as it is read by people. */
interface ReadMail {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  /** Milliseconds since the epoch; null when it says none. */
  readonly sentAt: number | null;
  readonly text: string;
  readonly enclosed: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/** A picture that belongs to the look of a formatted message, and is no document of its own. */
const isDecoration = ({ related, mimeType }: Email['attachments'][number]): boolean =>
  related === true && mimeType.startsWith('image/');

/** Reads an e-mail; null when it is none. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail | null> {
  const mail = await PostalMime.parse(bytes).catch(() => null);
  if (!mail || (mail.from === undefined && mail.subject === undefined && mail.date === undefined))
    return null;
  const sentAt = mail.date === undefined ? Number.NaN : new Date(mail.date).getTime();
  return {
    subject: mail.subject ?? '',
    from: peopleOf([mail.from]),
    to: peopleOf(mail.to ?? []),
    cc: peopleOf(mail.cc ?? []),
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
    text: textOf(mail),
    enclosed: mail.attachments
      .filter((one) => !isDecoration(one))
      .map(({ filename, content }) => ({ name: filename ?? '', bytes: bytesOf(content) })),
  };
}

/** The words of an e-mail: its subject, whom it is from and to, its text, and the names of what is attached. */
export async function mailWords(bytes: Uint8Array): Promise<string> {
  const mail = await PostalMime.parse(bytes);
  const people = peopleIn(mail).map(({ name, address }) => `${name} ${address ?? ''}`);
  const names = mail.attachments.flatMap(({ filename }) => filename ?? []);
  return [mail.subject ?? '', ...people, textOf(mail), ...names].join('\n');
}

/** Reads e-mails, each a row; what is attached comes along. Throws `ReadError` when none can be read. */
export async function readMails(
  files: readonly { readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Table & { readonly enclosed: readonly Enclosed[] }> {
  const entries: ReadonlyMap<string, string>[] = [];
  const broken: BrokenRow[] = [];
  const enclosed: Enclosed[] = [];
  for (const [index, { bytes }] of files.entries()) {
    const mail = await PostalMime.parse(bytes).catch(() => null);
    if (!mail || (mail.from === undefined && mail.subject === undefined && mail.date === undefined)) {
      broken.push({ row: index + 1, reason: 'entry' });
      continue;
    }
    const people = peopleIn(mail);
    const date = mail.date === undefined ? new Date(Number.NaN) : new Date(mail.date);
    const entry = new Map<string, string>([['Title', mail.subject ?? '']]);
    if (!Number.isNaN(date.getTime())) {
      entry.set('Date', `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
      entry.set('Time', `${two(date.getHours())}:${two(date.getMinutes())}`);
    }
    entry.set('Text', textOf(mail));
    entry.set('Attendees', people.map(({ name, address }) => name || (address ?? '')).join(', '));
    entry.set('Client e-mail', people.flatMap(({ address }) => address ?? []).join(', '));
    entries.push(entry);
    for (const { filename, content, related } of mail.attachments) {
      if (related === true || filename === null) continue;
      enclosed.push({ row: entries.length, name: filename, bytes: bytesOf(content) });
    }
  }
  return { ...tableOfEntries(entries, broken), enclosed };
}
