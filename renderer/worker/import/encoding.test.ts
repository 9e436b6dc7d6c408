import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, detectEncoding, type Encoding } from './encoding.ts';

/** Writes a text in a one-byte encoding, by reading every byte there is. */
function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(Array.from(text), (sign) => table.get(sign) ?? 0x3f);
}

const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const signs = `${mark ? '\uFEFF' : ''}${text}`;
  const view = new DataView(new ArrayBuffer(signs.length * 2));
  for (let at = 0; at < signs.length; at += 1) view.setUint16(at * 2, signs.charCodeAt(at), !big);
  return new Uint8Array(view.buffer);
};

const TEXTS = {
  cs: 'Jméno;Adresa\nNováková Jana;Žižkova 12, Plzeň\nStavby Dvořák s.r.o.;Třída Míru 5, Šternberk\nŘehoř Jiří;Kroměříž\n',
  pl: 'Nazwisko;Adres\nWójcik Łukasz;ul. Świętokrzyska 3, Łódź\nŻak Małgorzata;Gdańsk\nKrąg Bożena;ul. Źródlana\n',
  ru: 'Имя;Адрес\nСоколова Анна Сергеевна;г. Тверь, ул. Ленина, 5\nООО "Рога и копыта";Москва\n',
};

describe('the encoding of a text', () => {
  it.each([
    ['cs', 'windows-1250'],
    ['cs', 'iso-8859-2'],
    ['cs', 'utf-8'],
    ['pl', 'windows-1250'],
    ['pl', 'iso-8859-2'],
    ['pl', 'utf-8'],
    ['ru', 'windows-1251'],
    ['ru', 'ibm866'],
    ['ru', 'utf-8'],
  ] as const)('%s in %s is told by its letters', (language, encoding) => {
    const text = TEXTS[language];
    const bytes = encode(text, encoding);
    expect(detectEncoding(bytes)).toEqual({ encoding, sure: true });
    expect(decodeText(bytes, encoding)).toBe(text);
  });

  it.each([
    [false, 'utf-16le'],
    [true, 'utf-16be'],
  ] as const)('UTF-16 is told with and without its mark (big: %s)', (big, encoding) => {
    for (const text of Object.values(TEXTS)) {
      for (const mark of [true, false]) {
        if (!mark && text === TEXTS.ru) continue; // has too little of the plain alphabet to show
        const bytes = utf16(text, big, mark);
        expect(detectEncoding(bytes).encoding).toBe(encoding);
        expect(decodeText(bytes, encoding)).toBe(text);
      }
    }
  });

  it('a mark of UTF-8 is no part of the first header', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${TEXTS.cs}`);
    expect(detectEncoding(bytes)).toEqual({ encoding: 'utf-8', sure: true });
    expect(decodeText(bytes, 'utf-8').startsWith('Jméno')).toBe(true);
  });

  it('a letter cut by the end of the sample does not speak against UTF-8', () => {
    const bytes = new TextEncoder().encode('ř'.repeat(200_000));
    expect(detectEncoding(bytes).encoding).toBe('utf-8');
  });

  it('names of one language are never read as those of another alphabet', () => {
    const word = (letters: string) =>
      fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 3, maxLength: 10 });
    const names = (letters: string) => fc.array(word(letters), { minLength: 15, maxLength: 40 });
    fc.assert(
      fc.property(
        names('абвгдежзиклмнопрстуфхцчшщыьэюя'),
        fc.constantFrom('windows-1251', 'ibm866'),
        (list, encoding) => {
          // What no word begins with: these letters are the byte order marks of UTF-16.
          fc.pre(!/^(?:яю|юя)/.test(list[0] ?? ''));
          expect(detectEncoding(encode(list.join(';'), encoding)).encoding).toBe(encoding);
        },
      ),
    );
  });
});
