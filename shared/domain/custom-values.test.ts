import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomField } from './custom-field.ts';
import { customText, numberFrom } from './custom-values.ts';

const field = (changes: Partial<CustomField>): CustomField => ({
  id: 'f',
  label: 'Field',
  kind: 'text',
  options: [],
  currency: '',
  ...changes,
});
const WORDS = {
  language: 'cs',
  yes: 'ano',
  no: 'ne',
  partyName: (id: string) => (id === 'p' ? 'Petr' : undefined),
} as const;
const OPTIONS = [
  { id: 'a', label: 'Alfa' },
  { id: 'b', label: 'Beta' },
];

describe('a number as people write it', () => {
  it.each([
    ['12 500,50', 12_500.5],
    ['12,500.50', 12_500.5],
    ['12.500,50', 12_500.5],
    ['1 000', 1000],
    ['−3', -3],
    ['0,5', 0.5],
  ])('%s is read', (text, number) => {
    expect(numberFrom(text)).toBe(number);
  });
  it.each(['', 'twelve', '12 Kč', '1-2', '--1', '.'])('%s is none', (text) => {
    expect(numberFrom(text)).toBeNull();
  });
  it('is what was written, in any of the languages', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(cents, fc.constantFrom('cs', 'pl', 'ru', 'en'), (amount, language) => {
        const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(amount / 100);
        expect(numberFrom(written)).toBeCloseTo(amount / 100, 6);
      }),
    );
  });
});

describe('the text of a value', () => {
  it('is as the kind is read', () => {
    expect(customText(field({}), 'words', WORDS)).toBe('words');
    expect(customText(field({ kind: 'number' }), 1234.5, WORDS).replaceAll('\u00A0', ' ')).toBe('1 234,5');
    expect(customText(field({ kind: 'money', currency: 'CZK' }), 300, WORDS)).toContain('Kč');
    expect(customText(field({ kind: 'date' }), '2026-11-22', WORDS).replaceAll('\u00A0', ' ')).toBe(
      '22. 11. 2026',
    );
    expect(customText(field({ kind: 'choice', options: OPTIONS }), 'b', WORDS)).toBe('Beta');
    expect(customText(field({ kind: 'choices', options: OPTIONS }), ['b', 'gone', 'a'], WORDS)).toBe(
      'Beta, Alfa',
    );
    expect(customText(field({ kind: 'yesNo' }), false, WORDS)).toBe('ne');
    expect(customText(field({ kind: 'party' }), 'p', WORDS)).toBe('Petr');
  });
  it('is empty without a value, without its option, without its party', () => {
    expect(customText(field({}), undefined, WORDS)).toBe('');
    expect(customText(field({ kind: 'choice', options: OPTIONS }), 'gone', WORDS)).toBe('');
    expect(customText(field({ kind: 'party' }), 'gone', WORDS)).toBe('');
  });
  it('keeps what was typed in place of a number', () => {
    expect(customText(field({ kind: 'number' }), 'about ten', WORDS)).toBe('about ten');
  });
});
