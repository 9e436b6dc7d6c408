import { expect, it } from 'vitest';
import { translator } from '#shared/i18n/translate.ts';
import { columnTitle, headerTitle } from './titles.ts';

const cs = translator('cs');

it('names the parts of a mail in the language of the user, and columns of a table as the file does', () => {
  const mail = { headers: ['Title', 'Client e-mail', 'X-Spam'], format: 'mail' } as const;
  expect(mail.headers.map((_, column) => columnTitle(mail, column, 'notes', cs))).toEqual([
    cs('imports.field.title'),
    cs('imports.field.clientEmail'),
    'X-Spam',
  ]);
  expect(headerTitle('Title', { format: 'csv', target: 'notes' }, cs)).toBe('Title');
  expect(columnTitle({ headers: [''], format: 'csv' }, 0, 'notes', cs)).toBe(
    cs('imports.columns.noHeader', { number: 1 }),
  );
});
