import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '#shared/lib/media-type.ts';
import { documentText, hasText } from './text-of.ts';

const body = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>${inner}</w:body></w:document>`;
const docx = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

describe('the words of documents', () => {
  it('are read from text in the encodings of the region', () => {
    const bytes = Uint8Array.from([
      0xdf, 0xed, 0xbe, 0x65, 0xed, 0x20, 0x9e, 0xe1, 0x64, 0xe1, 0x0d, 0x0a, 0x0d, 0x0a, 0x58,
    ]);
    expect(documentText('text/plain', bytes)).toHaveLength(2);
    expect(documentText('text/plain', strToU8('Věcné břemeno\n\n  Договор аренды  \n'))).toEqual([
      'Věcné břemeno',
      'Договор аренды',
    ]);
  });

  it('are read from a Word document, a paragraph a line, the body first', () => {
    const bytes = docx({
      'word/header1.xml': body('<w:p><w:r><w:t>Head</w:t></w:r></w:p>'),
      'word/document.xml': body(
        '<w:p><w:r><w:t xml:space="preserve">Smlouva o </w:t></w:r><w:r><w:t>n&#225;jmu &amp; spr&#xE1;v&#x11B;</w:t></w:r></w:p>' +
          '<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p><w:p/>',
      ),
      'word/styles.xml': body('<w:p><w:r><w:t>Not this</w:t></w:r></w:p>'),
    });
    expect(documentText(mediaTypeOf('a.docx'), bytes)).toEqual([
      'Smlouva o nájmu & správě',
      'One two three',
      'Head',
    ]);
  });

  it('are none of a bomb, and of what is no document', () => {
    const bomb = docx({ 'word/document.xml': body('<w:t>a</w:t>'.repeat(20_000_000)) });
    expect(() => documentText(mediaTypeOf('a.docx'), bomb)).toThrow();
    expect(() => documentText(mediaTypeOf('a.docx'), strToU8('no archive'))).toThrow();
    expect(hasText(mediaTypeOf('a.jpg'))).toBe(false);
  });
});
