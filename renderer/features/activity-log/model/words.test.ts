import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '#shared/domain/audit.ts';
import { newFileId } from '#shared/domain/ids.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { within } from './filter.ts';
import { detailsText } from './words.ts';

const fileId = newFileId();
const nameOf = (id: string) => (id === fileId ? 'Nováková Jana' : undefined);
const say = (details: AuditEntry['details']) => detailsText({ details }, nameOf, translator('en'));

describe('the details of a line', () => {
  it('are said in words, and a client by name', () => {
    expect(say({ way: 'passphrase', failures: 2 })).toBe('by passphrase · 2 wrong attempts before it');
    expect(say({ document: 'summary', fileId })).toBe('client summary · Nováková Jana');
    expect(say({ table: 'tasks', count: 1, fileId })).toBe('task · Nováková Jana');
    expect(say({ scope: 'whole', records: 12 })).toBe('12 records');
    expect(say({ ok: false })).toBe('failed');
  });

  it('say nothing of what is not known here, and of a file that is gone that it is', () => {
    expect(say({ way: 'window', document: 'x', fingerprint: 'ab' })).toBe('');
    expect(say({ fileId: newFileId() })).toBe('a client file that is no longer there');
  });

  it.each(LANGUAGES)('have words in %s', (language) => {
    const details = { way: 'device', failures: 5, table: 'notes', reason: 'daily', ok: true, count: 7 };
    expect(detailsText({ details }, nameOf, translator(language))).not.toMatch(/activity\.|\{\{/);
  });
});

describe('the lines of some days', () => {
  const entry = (day: string, seq: number) => ({ seq, at: Date.parse(`${day}T12:00`) }) as AuditEntry;
  const entries = [entry('2026-11-01', 1), entry('2026-11-02', 2), entry('2026-11-03', 3)];
  it.each([
    [null, null, [3, 2, 1]],
    ['2026-11-02', null, [3, 2]],
    [null, '2026-11-02', [2, 1]],
    ['2026-11-02', '2026-11-02', [2]],
    ['2026-11-03', '2026-11-01', []],
  ])('from %s to %s', (from, to, expected) => {
    expect(within(entries, from, to).map(({ seq }) => seq)).toEqual(expected);
  });
});
