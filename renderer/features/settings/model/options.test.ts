import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionsFrom } from './options.ts';

const BEFORE = [
  { id: '1', label: 'Red' },
  { id: '2', label: 'Green' },
  { id: '3', label: 'Blue' },
];
const make = (text: string) => {
  let last = 100;
  return optionsFrom(text, BEFORE, () => String((last += 1))).map(({ id, label }) => `${id} ${label}`);
};

describe('what can be chosen', () => {
  it('keeps its ids when lines are moved, taken away, added or renamed', () => {
    expect(make('Blue\nRed\nGreen')).toEqual(['3 Blue', '1 Red', '2 Green']);
    expect(make('Red\n\nBlue\n')).toEqual(['1 Red', '3 Blue']);
    expect(make('Red\nPink\nGreen\nBlue')).toEqual(['1 Red', '101 Pink', '2 Green', '3 Blue']);
    expect(make('Red\nGrass green\nBlue')).toEqual(['1 Red', '2 Grass green', '3 Blue']);
  });

  it('never gives one id to two options', () => {
    const line = fc.constantFrom('Red', 'Green', 'Blue', 'Pink', 'Grey', '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const ids = make(lines.join('\n')).map((one) => one.split(' ')[0]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
