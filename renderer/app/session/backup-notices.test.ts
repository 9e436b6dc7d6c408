import { describe, expect, it } from 'vitest';
import type { BackupTrouble } from '#renderer/operations/backups.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { backupNotice } from './backup-notices.ts';

const failure = { code: 'diskFull', details: { folder: '/media/usb' } } as const;
const TROUBLES: readonly BackupTrouble[] = [
  { kind: 'failed', failure: { failure } },
  { kind: 'failed', failure: new Error('anything') },
  { kind: 'placeFailed', path: '/media/usb', failure },
  { kind: 'quarantined', count: 1 },
  { kind: 'quarantined', count: 5 },
  { kind: 'shrunken' },
  { kind: 'drillFailed' },
  { kind: 'overdue', since: Date.UTC(2026, 10, 19, 12) },
];

describe.each(LANGUAGES)('what is told of backups in %s', (language) => {
  it.each(TROUBLES)('$kind has whole words, a way to the settings, and no ISO date', (trouble) => {
    const notice = backupNotice(trouble, { t: translator(language), language, open: () => undefined });
    expect(notice.text).not.toMatch(/backups\.|errors\.|\{\{|\d{4}-\d{2}/);
    expect(notice.text.length).toBeGreaterThan(30);
    expect(notice).toMatchObject({
      tone: 'warning',
      action: { label: translator(language)('backups.notice.open') },
    });
  });
});
