import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReservedName, safeFileName, withExtension } from './safe-file-name.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'CON',
        'nul',
        'COM¹',
        'LPT9',
        '.',
        ' ',
        '..',
        '/',
        '\\',
        ':',
        '\u202E',
        '\u200B',
        '\u0000',
        'e\u0301',
        '.pdf',
        'Žluťoučký',
        'договор',
        '\uD83D',
        '👩‍👩‍👧',
        '\u00A0',
        '\u3000',
        '\n',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('safeFileName', () => {
  it('gives a name that every system takes, whatever it is given', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(safe.length).toBeLessThanOrEqual(120);
        expect(bytesOf(safe)).toBeLessThanOrEqual(200);
        expect(safe.normalize('NFC')).toBe(safe);
        expect(safe).not.toMatch(/[/\\:*?"<>|]/);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(safe).not.toMatch(/^[\s.]|[\s.]$/u);
        expect(isReservedName(safe)).toBe(false);
      }),
      { seed: 20261122, numRuns: 5000 },
    );
  });

  it('leaves a safe name alone', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeFileName(name);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { seed: 20261122, numRuns: 5000 },
    );
  });

  it.each([
    ['Dohoda – Nováková Jana 22. 11. 2026.pdf', 'Dohoda – Nováková Jana 22. 11. 2026.pdf'],
    ['Договор №7.pdf', 'Договор №7.pdf'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['trailing. . ', 'trailing'],
    ['cafe\u0301', 'caf\u00E9'],
    ['NUL.txt', '_NUL.txt'],
    ['com¹', '_com¹'],
    ['.pdf', 'document.pdf'],
    ['..', 'document'],
    ['', 'document'],
    ['.hidden', 'document.hidden'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('keeps the extension of a name that is too long', () => {
    const safe = safeFileName(`${'ž'.repeat(300)}.pdf`);
    expect(safe.endsWith('ž.pdf')).toBe(true);
    expect(bytesOf(safe)).toBeLessThanOrEqual(200);
    expect(bytesOf(safe)).toBeGreaterThan(195);
  });

  it('never cuts a character in two', () => {
    expect(safeFileName('👩'.repeat(100))).toMatch(/^(?:👩)+$/u);
  });
});

describe('isReservedName', () => {
  it.each([
    'CON',
    'prn',
    'Aux',
    'NUL',
    'nul.pdf',
    'NUL.tar.gz',
    'COM1',
    'lpt0',
    'COM²',
    'LPT³.x',
    'con .txt',
  ])('knows %s', (name) => expect(isReservedName(name)).toBe(true));
  it.each(['CONTRACT', 'console', 'COM', 'COM10', 'null', 'auxiliary.pdf', 'x.nul'])('lets %s pass', (name) =>
    expect(isReservedName(name)).toBe(false),
  );
});

describe('withExtension', () => {
  it.each([
    ['Summary', 'Summary.pdf'],
    ['Summary.PDF', 'Summary.PDF'],
    ['22. 11. 2026', '22. 11. 2026.pdf'],
    ['NUL', '_NUL.pdf'],
  ])('%s becomes %s', (name, expected) => expect(withExtension(name, '.pdf')).toBe(expected));

  it('adds the extension to a name as long as a name may be, and stays within the limits', () => {
    const safe = withExtension('я'.repeat(200), '.pdf');
    expect(safe.endsWith('я.pdf')).toBe(true);
    expect(bytesOf(safe)).toBeLessThanOrEqual(200);
  });
});
