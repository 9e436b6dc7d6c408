import { expect, it } from 'vitest';
import { translator } from './translate.ts';

it.each([
  ['en', '12,345 records'],
  ['cs', '12\u00A0345 záznamů'],
  ['pl', '12\u00A0345 zapisów'],
  ['ru', '12\u00A0345 записей'],
] as const)('writes what is counted as %s does', (language, text) => {
  expect(translator(language)('restore.which.records', { count: 12_345 })).toBe(text);
});

it('leaves every other number as it is given', () => {
  expect(translator('en')('unlock.newer.happened', { format: 12_345 })).toContain('12345');
});
