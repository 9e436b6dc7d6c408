import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '#shared/lib/media-type.ts';
import { hasText } from './lines.ts';
import { documentText } from './text-of.ts';

const body = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>${inner}</w:body></w:document>`;
const docx = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

describe('the words of documents', () => {
  it('are read from text in the encodings of the region', async () => {
    const bytes = Uint8Array.from([
      0xdf, 0xed, 0xbe, 0x65, 0xed, 0x20, 0x9e, 0xe1, 0x64, 0xe1, 0x0d, 0x0a, 0x0d, 0x0a, 0x58,
    ]);
    expect(await documentText('text/plain', bytes)).toHaveLength(2);
    expect(await documentText('text/plain', strToU8('Věcné břemeno\n\n  Договор аренды  \n'))).toEqual([
      'Věcné břemeno',
      'Договор аренды',
    ]);
  });

  it('are read from a Word document, a paragraph a line, the body first', async () => {
    const bytes = docx({
      'word/header1.xml': body('<w:p><w:r><w:t>Head</w:t></w:r></w:p>'),
      'word/document.xml': body(
        '<w:p><w:r><w:t xml:space="preserve">Smlouva o </w:t></w:r><w:r><w:t>n&#225;jmu &amp; spr&#xE1;v&#x11B;</w:t></w:r></w:p>' +
          '<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p><w:p/>',
      ),
      'word/styles.xml': body('<w:p><w:r><w:t>Not this</w:t></w:r></w:p>'),
    });
    expect(await documentText(mediaTypeOf('a.docx'), bytes)).toEqual([
      'Smlouva o nájmu & správě',
      'One two three',
      'Head',
    ]);
  });

  it('are read from an e-mail: subject, people, text and the names of what is attached', async () => {
    const bytes = await readFile('test/fixtures/import/dopis.eml');
    expect(hasText(mediaTypeOf('dopis.eml'))).toBe(true);
    expect(await documentText(mediaTypeOf('dopis.eml'), bytes)).toEqual([
      'Podklady k závěti',
      'Jana Nováková jana.novakova@example.cz',
      'Eva Horáková eva@kancelar.example',
      'Dobrý den, posílám podklady.',
      'seznam věcí.txt',
    ]);
  });

  it('are those of a formatted e-mail without its tags and scripts', async () => {
    const text = '<style>p { color: red }</style><p>D&#283;kuji</p><script>alert(1)</script><p>Jana</p>';
    const mail = `Subject: A\nContent-Type: text/html; charset=utf-8\n\n${text}\n`;
    expect(await documentText(mediaTypeOf('a.eml'), strToU8(mail))).toEqual(['A', 'Děkuji', 'Jana']);
  });

  it('are none of a bomb, and of what is no document', async () => {
    const bomb = docx({ 'word/document.xml': body('<w:t>a</w:t>'.repeat(20_000_000)) });
    await expect(documentText(mediaTypeOf('a.docx'), bomb)).rejects.toThrow();
    await expect(documentText(mediaTypeOf('a.docx'), strToU8('no archive'))).rejects.toThrow();
    expect(hasText(mediaTypeOf('a.jpg'))).toBe(false);
  });
});
