import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatLongDay } from '#shared/i18n/format.ts';
import { addDays, dayFrom, nextDayOfYear, nextWeekday } from './calendar-day.ts';
import { parseLineParts, textWithoutParts } from './line-parts.ts';
import { LANGUAGES, type IsoDate } from './values.ts';

/** A Sunday. */
const TODAY = '2026-11-22';
const due = (text: string, today: IsoDate = TODAY) => parseLineParts(text, today).due;

const days = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2150, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('the day of a task', () => {
  it.each([
    ['poslat smlouvu do 30. 11.', '2026-11-30'],
    ['poslat smlouvu do 30.11', '2026-11-30'],
    ['poslat 30.11. ráno', '2026-11-30'],
    ['poslat do 30. 11. 2027', '2027-11-30'],
    ['отправить до 30.11.2026', '2026-11-30'],
    ['отправить до 30.11.26', '2026-11-30'],
    ['отправить до 30 ноября', '2026-11-30'],
    ['send it by 30 Nov', '2026-11-30'],
    ['send it by Nov 30, 2027', '2027-11-30'],
    ['send it by the 30th of November', '2026-11-30'],
    ['send by 11/30', '2026-11-30'],
    ['zaplatit do 5. prosince 2026', '2026-12-05'],
    ['wysłać do 15 października', '2027-10-15'],
    ['до 1 мая', '2027-05-01'],
    ['archive 2026-12-01', '2026-12-01'],
    ['zavolat zítra', '2026-11-23'],
    ['zavolat pozítří', '2026-11-24'],
    ['zadzwonić jutro', '2026-11-23'],
    ['позвонить послезавтра', '2026-11-24'],
    ['call tomorrow', '2026-11-23'],
    ['dnes odeslat', '2026-11-22'],
    ['do pátku', '2026-11-27'],
    ['ke čtvrtku', '2026-11-26'],
    ['w środę', '2026-11-25'],
    ['до среды', '2026-11-25'],
    ['к понедельнику', '2026-11-23'],
    ['call Friday', '2026-11-27'],
    ['by Fri', '2026-11-27'],
    ['до пт', '2026-11-27'],
    ['on Sunday', '2026-11-29'],
    ['by Friday, 4 December', '2026-12-04'],
    ['od 1. 12. nejpozději do 5. 12.', '2026-12-05'],
    ['22. 11. podepsat', '2026-11-22'],
    ['21. 11. podepsat', '2027-11-21'],
    ['29. 2. oslava', '2028-02-29'],
  ])('reads «%s»', (text, expected) => expect(due(text)).toBe(expected));

  it.each([
    'podle čl. 3.1. smlouvy',
    'verze 2.10.',
    'na 8.30 hodin',
    'cena 12.500.000 Kč',
    '192.168.1.1',
    'nájem 31.11. neexistuje',
    'oběd 1/2 porce',
    'you may 5 times',
    'изучение окружающей среды',
    'hodit míč středu pole',
    'send it to mon@fri.com',
    '',
  ])('sees no day in «%s»', (text) => expect(due(text)).toBeNull());

  it('reads back every day as the languages write it', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...LANGUAGES), days, (day, language, today) => {
        expect(due(`Odeslat do ${formatDay(day, language)}`, today)).toBe(day);
        expect(due(`Odeslat do ${formatLongDay(day, language)}`, today)).toBe(day);
      }),
    );
  });

  it('takes a day without a year as the next such day', () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const [, month = '', date = ''] = day.split('-');
        const read = due(`do ${Number(date)}. ${Number(month)}.`, today);
        expect(read?.slice(5)).toBe(day.slice(5));
        expect(read !== null && read >= today).toBe(true);
        const dayBefore = read === null ? '' : addDays(read, -1);
        // No earlier one: seen from the day after today's match, the next is another.
        expect(due(`do ${Number(date)}. ${Number(month)}.`, dayBefore >= today ? dayBefore : today)).toBe(
          read,
        );
        expect(nextDayOfYear(today, Number(month), Number(date))).toBe(read);
      }),
    );
  });

  it('takes a weekday as one of the seven days after today', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (today, weekday) => {
        const day = nextWeekday(today, weekday);
        expect(new Date(`${day}T00:00:00Z`).getUTCDay() || 7).toBe(weekday);
        expect(day > today && day <= addDays(today, 7)).toBe(true);
      }),
    );
  });

  it('never throws, and points into the line', () => {
    const bits = fc.constantFrom(
      '@',
      'do ',
      '30',
      '.',
      '/',
      ' ',
      'Nov',
      'pátek',
      'до',
      '2026',
      '-',
      'Jana',
      ',',
    );
    const lines = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bits).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(lines, days, (text, today) => {
        const parts = parseLineParts(text, today);
        expect(parts.due === null).toBe(parts.dueAt === null);
        expect(parts.who === '').toBe(parts.whoAt === null);
        for (const span of [parts.whoAt, parts.dueAt]) {
          if (span === null) continue;
          expect(span.from >= 0 && span.from < span.to && span.to <= text.length).toBe(true);
        }
        expect(parts.due === null ? null : dayFrom(...split(parts.due))).toBe(parts.due);
      }),
      { numRuns: 500 },
    );
  });
});

const split = (day: IsoDate): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

const who = (text: string, people: readonly string[] = []) => parseLineParts(text, TODAY, people).who;

describe('the person of a task', () => {
  it.each([
    ['@Jana pošle smlouvu', 'Jana'],
    ['pošle (@Jana)', 'Jana'],
    ['отправить @Пётр, до завтра', 'Пётр'],
    ['poslat @Jana_Nováková', 'Jana Nováková'],
    ['@O’Brien', 'O’Brien'],
  ])('reads «%s»', (text, expected) => expect(who(text)).toBe(expected));

  it.each(['napsat na jana@firma.cz', 'cena @ 5', '@', 'bez nikoho'])('sees nobody in «%s»', (text) =>
    expect(who(text)).toBe(''),
  );

  it('reads the whole name of somebody who is there', () => {
    expect(who('zavolá @Jana Nováková zítra', ['Nowak', 'Jana Nováková'])).toBe('Jana Nováková');
    expect(who('zavolá @jana novakova zítra', ['Jana Nováková'])).toBe('jana novakova');
    expect(who('zavolá @Jana zítra', ['Jana Nováková'])).toBe('Jana');
  });
});

describe('the words without who and when', () => {
  it.each([
    ['@Jana pošle smlouvu do 30. 11.', 'pošle smlouvu'],
    ['Send the lease @Jana by Friday, 4 December.', 'Send the lease'],
    ['Отправить договор до 30.11.2026 @Пётр', 'Отправить договор'],
    ['Zaplatit nájem od 1. 12. do 31. 12.', 'Zaplatit nájem od 1. 12. do 31. 12.'],
    ['Dohodnout se s @Jana o termínu', 'Dohodnout se s Jana o termínu'],
    ['@Jana zítra', 'Jana zítra'],
    ['do 30. 11.', 'do 30. 11.'],
  ])('shortens «%s»', (text, expected) => expect(textWithoutParts(text, TODAY)).toBe(expected));
});
