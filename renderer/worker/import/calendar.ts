import ICAL from 'ical.js';
import { ReadError } from './read-error.ts';
import { type BrokenRow, type Table, tableOfEntries } from './table.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** Day and time on this machine; of a whole day, or of a time without a zone, as it is written. */
function wall(time: ICAL.Time): { readonly day: string; readonly time: string } {
  const date = time.toJSDate();
  const day = `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return { day, time: time.isDate ? '' : `${two(date.getHours())}:${two(date.getMinutes())}` };
}

const addresses = (part: ICAL.Component): readonly string[] =>
  ['organizer', 'attendee'].flatMap((name) =>
    part.getAllProperties(name).map((line) => String(line.getFirstValue()).replace(/^mailto:/i, '')),
  );
const names = (part: ICAL.Component): readonly string[] =>
  ['organizer', 'attendee'].flatMap((name) =>
    part.getAllProperties(name).flatMap((line) => {
      const given: unknown = line.getParameter('cn');
      return typeof given === 'string' && given !== '' ? [given] : [];
    }),
  );

function entryOf(part: ICAL.Component): ReadonlyMap<string, string> {
  const entry = new Map<string, string>();
  const put = (header: string, text: string): void => {
    if (text !== '') entry.set(header, text);
  };
  const text = (name: string): string => String(part.getFirstPropertyValue(name) ?? '');
  put('Title', text('summary') || text('description').split('\n')[0] || '');
  const time =
    part.getFirstPropertyValue(part.name === 'vtodo' ? 'due' : 'dtstart') ??
    part.getFirstPropertyValue('dtstart');
  if (time instanceof ICAL.Time) {
    const at = wall(time);
    put('Date', at.day);
    put('Time', at.time);
  }
  put('Text', text('description'));
  put('Place', text('location'));
  put('Attendees', names(part).join(', '));
  put(
    'Client e-mail',
    addresses(part)
      .filter((address) => address.includes('@'))
      .join(', '),
  );
  put('Recurrence', text('rrule'));
  if (part.name === 'vtodo') put('Done', /^(completed|cancelled)$/i.test(text('status')) ? 'yes' : 'no');
  return entry;
}

/** Reads the events and tasks of a calendar (RFC 5545). Changed occurrences of a recurring event are left out. Throws {@link ReadError}. */
export function readCalendar(text: string): Table {
  let calendars: readonly ICAL.Component[];
  try {
    const parsed = ICAL.parse(text) as unknown as readonly unknown[];
    const list = Array.isArray(parsed[0]) ? parsed : [parsed];
    calendars = list.map((one) => new ICAL.Component(one as string));
  } catch {
    throw new ReadError('damaged');
  }
  const entries: ReadonlyMap<string, string>[] = [];
  const broken: BrokenRow[] = [];
  for (const calendar of calendars) {
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const all = [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')];
    for (const part of all.filter((one) => !one.hasProperty('recurrence-id'))) {
      try {
        entries.push(entryOf(part));
      } catch {
        broken.push({ row: entries.length + broken.length + 1, reason: 'entry' });
      }
    }
  }
  ICAL.TimezoneService.reset();
  return tableOfEntries(entries, broken);
}
