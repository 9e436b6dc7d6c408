import { describe, expect, test } from 'vitest';
import { documentModelSchema } from '#shared/documents/model.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { recoverySheet, vaultSign } from './recovery-sheet.ts';

const WORDS = Array.from({ length: 15 }, (_, index) => `word${index + 1}`);
const VAULT = '01234567-89ab-4cde-8f01-23456789abcd';

describe.each(LANGUAGES)('the recovery sheet in %s', (language) => {
  const sheet = recoverySheet(WORDS, VAULT, '2026-11-22', language);

  test('is a document with all words in their order', () => {
    const { blocks } = documentModelSchema.parse(sheet);
    expect(blocks.filter(({ type }) => type === 'words')).toEqual([{ type: 'words', words: WORDS }]);
  });

  test('names the vault by its sign and the day in the words of the language', () => {
    expect(sheet.subtitle).toContain(vaultSign(VAULT));
    expect(sheet.subtitle).toMatch(/2026/);
    expect(sheet.subtitle).not.toContain('2026-11-22');
  });

  test('tells a finder nothing about whose data it opens', () => {
    expect(sheet.letterhead).toEqual([]);
    expect(JSON.stringify(sheet)).not.toContain(VAULT);
  });
});
