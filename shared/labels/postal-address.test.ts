import fc from 'fast-check';
import { expect, it } from 'vitest';
import { postalLines } from './postal-address.ts';

it.each([
  ['Dlouhá 12\n110 00 Praha 1', ['Dlouhá 12', '110 00 Praha 1']],
  ['Dlouhá 12, 110 00 Praha 1', ['Dlouhá 12', '110 00 Praha 1']],
  ['Dlouhá 12, Praha 1, 110 00', ['Dlouhá 12', '110 00 Praha 1']],
  ['110 00 Praha 1, Dlouhá 12', ['Dlouhá 12', '110 00 Praha 1']],
  ['110 00\nPraha 1\nDlouhá 12', ['Dlouhá 12', '110 00 Praha 1']],
  [
    'Horní Lhota 5, 76312 Horní Lhota, Česká republika',
    ['Horní Lhota 5', '76312 Horní Lhota', 'Česká republika'],
  ],
  ['c/o Novák\nDlouhá 12, byt 4\n110 00 Praha 1', ['c/o Novák', 'Dlouhá 12, byt 4', '110 00 Praha 1']],
  ['ul. Marszałkowska 1 m. 5, 00-950 Warszawa', ['ul. Marszałkowska 1 m. 5', '00-950 Warszawa']],
  ['ul. Długa 3\nKraków 31-147\nPolska', ['ul. Długa 3', '31-147 Kraków', 'Polska']],
  ['12 High Street\nLondon\nSW1A 1AA', ['12 High Street', 'London', 'SW1A 1AA']],
])('puts the town last: %j', (address, lines) => {
  expect(postalLines(address)).toEqual(lines);
});

it.each([
  [
    '123456, Московская обл., г. Химки, ул. Тверская, д. 1, кв. 5',
    ['ул. Тверская, д. 1, кв. 5', 'г. Химки', 'Московская обл.', '123456'],
  ],
  ['ул. Тверская, д. 1, кв. 5\nг. Москва\n123456', ['ул. Тверская, д. 1, кв. 5', 'г. Москва', '123456']],
  ['191186 Санкт-Петербург, Невский проспект, 28', ['Невский проспект, 28', 'Санкт-Петербург', '191186']],
  [
    'г. Москва, пер. Хитровский, 3/1, 109028, Россия',
    ['пер. Хитровский, 3/1', 'г. Москва', '109028', 'Россия'],
  ],
])('puts the code last in Russia: %j', (address, lines) => {
  expect(postalLines(address)).toEqual(lines);
});

it('loses no letter and no digit of whatever is typed', () => {
  const pieces = fc.constantFrom(
    'Dlouhá 12',
    '110 00',
    '110 00 Praha 1',
    'Praha',
    '00-950',
    'Kraków 31-147',
    'ул. Тверская',
    'д. 1',
    '123456',
    'г. Москва',
    'Россия',
    'Polska',
    '28',
    ',',
    '\n',
    ', ',
    ' ',
  );
  const signs = (text: string): string =>
    Array.from(text.replaceAll(/[^\p{L}\p{N}]/gu, ''))
      .toSorted()
      .join('');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (all) => {
      const address = all.join(',');
      expect(signs(postalLines(address).join('\n'))).toBe(signs(address));
    }),
  );
  fc.assert(
    fc.property(fc.string(), (address) => {
      expect(signs(postalLines(address).join('\n'))).toBe(signs(address));
    }),
  );
});
