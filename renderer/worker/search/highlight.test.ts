import { describe, expect, it } from 'vitest';
import { highlightsIn } from './highlight.ts';
import { parseQuery } from './query.ts';

const found = (text: string, query: string, similar = false): readonly string[] =>
  highlightsIn(text, parseQuery(query), similar).map(({ from, to }) => text.slice(from, to));

describe('what was found in a text', () => {
  it('is shown as it is written there', () => {
    expect(found('Nájem a nájmu, ne smlouva', 'najem ')).toEqual(['Nájem', 'nájmu']);
    expect(found('Договорённость о договоре', 'договор')).toEqual(['Договорённость', 'договоре']);
  });

  it('is exactly what is in quotes, as a whole', () => {
    expect(found('věcné břemeno, vecne bremeno', '"věcné břemeno"')).toEqual(['věcné břemeno']);
    expect(found('Ve věci R-7 a R-8', 'R-7 ')).toEqual(['R-7']);
  });

  it('has small errors only when they were forgiven', () => {
    expect(found('Dvořáková', 'dvorkaova ')).toEqual([]);
    expect(found('Dvořáková', 'dvorkaova ', true)).toEqual(['Dvořáková']);
  });
});
