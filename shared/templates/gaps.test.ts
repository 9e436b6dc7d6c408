import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { gapFrom, gapsIn } from './gaps.ts';

describe('gaps', () => {
  it.each(LANGUAGES)('are found as a filled-in template leaves them, in %s', (language) => {
    const t = translator(language);
    const gap = t('templates.gap', { field: t('templates.field.clientAddress') });
    const text = `A ${gap}, ${gap}.`;
    expect(gapsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([gap, gap]);
  });

  it('are nothing else in brackets', () => {
    expect(gapsIn('[1] [see: here] […] [a: … b] [: …')).toEqual([]);
    expect(gapsIn('[[Place: …]]')).toEqual([{ from: 1, to: 11 }]);
  });

  it('are gone through one after another, from wherever the cursor stands, and around the end', () => {
    const text = '[A: …] x [B: …]';
    const [first, second] = gapsIn(text);
    const cursor = (at: number) => ({ from: at, to: at });
    const from = (at: Parameters<typeof gapFrom>[1], ...more: ['next' | 'previous', 'selection' | 'edge']) =>
      gapFrom(gapsIn(text), at, ...more);
    expect(from(cursor(0), 'next', 'selection')).toEqual(first);
    expect(from({ from: 0, to: 6 }, 'next', 'selection')).toEqual(second);
    expect(from({ from: 9, to: 15 }, 'next', 'selection')).toBeUndefined();
    expect(from({ from: 9, to: 15 }, 'next', 'edge')).toEqual(first);
    expect(from({ from: 9, to: 15 }, 'previous', 'selection')).toEqual(first);
    expect(from(cursor(0), 'previous', 'selection')).toBeUndefined();
    expect(from(cursor(0), 'previous', 'edge')).toEqual(second);
    expect(gapFrom([], cursor(0), 'next', 'edge')).toBeUndefined();
  });
});
