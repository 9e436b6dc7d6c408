import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidate, queryWords, rank } from './rank.ts';

const names = [
  'Dvořák Petr',
  'Nováková Jana',
  'Novotný Jan',
  'Żak Łukasz',
  'Петров Алексей',
  'Stavby Nova s.r.o.',
];
const all = names.map((name) => candidate(name, name));
const find = (query: string, from = all): readonly string[] => rank(from, queryWords(query), 10);

describe('finding by a few letters', () => {
  it('puts those that begin with them first', () => {
    expect(find('no')).toEqual(['Nováková Jana', 'Novotný Jan', 'Stavby Nova s.r.o.']);
  });

  it('looks through diacritics, also those that Unicode does not take apart', () => {
    expect(find('zak lu')).toEqual(['Żak Łukasz']);
    expect(find('DVORAK')).toEqual(['Dvořák Petr']);
  });

  it('finds Cyrillic by Cyrillic', () => {
    expect(find('пе')).toEqual(['Петров Алексей']);
  });

  it('wants every word', () => {
    expect(find('nov jana')).toEqual(['Nováková Jana']);
    expect(find('nov zzz')).toEqual([]);
  });

  it('finds by what else is known, after names', () => {
    const known = [candidate('phone', 'Aa', '777123456'), candidate('name', '777 firm')];
    expect(rank(known, queryWords('777'), 10)).toEqual(['name', 'phone']);
  });

  it('gives no more than wanted', () => {
    expect(rank(all, queryWords('a'), 2)).toHaveLength(2);
  });

  it('finds every candidate by the beginning of its own name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 2, max: 20 }), (name, length) => {
        expect(find(name.slice(0, length))).toContain(name);
      }),
    );
  });
});
