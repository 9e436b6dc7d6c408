import { describe, expect, it } from 'vitest';
import { documentModelSchema } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { newFileId } from '#shared/domain/ids.ts';
import { certificate, certificates, initials, type Certified } from './certificate.ts';

const fileId = newFileId();
const certified = (change: Partial<Certified> = {}): Certified => ({
  erasure: {
    fingerprint: '0123456789abcdef'.repeat(4),
    more: ['fedcba9876543210'.repeat(4)],
    absorbed: [newFileId()],
    places: [
      { place: '/backups', reached: true },
      { place: '/media/usb', reached: false },
    ],
    counts: { clients: 1, notes: 3, tasks: 2, versions: 9 },
  },
  fileId,
  name: 'Žížalová Ela',
  naming: 'initials',
  at: Date.UTC(2026, 10, 22, 9),
  practice: undefined,
  ...change,
});

describe.each(LANGUAGES)('the certificate of an erasure in %s', (language) => {
  const textOf = (change?: Partial<Certified>): string =>
    documentText(certificate(certified(change), language));

  it('says what, when, how and where, with the fingerprint', () => {
    const text = textOf();
    for (const part of [
      '01234567 89abcdef',
      'fedcba98 76543210',
      '/backups',
      '/media/usb',
      fileId.slice(0, 8),
      '3',
      '10',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/erasure\.|\{\{|undefined/);
    expect(documentModelSchema.safeParse(certificate(certified(), language)).success).toBe(true);
  });

  it('names the client only as far as was chosen', () => {
    expect(textOf({ naming: 'name' })).toContain('Žížalová Ela');
    expect(textOf()).toContain('Ž. E.');
    for (const naming of ['initials', 'number'] as const)
      expect(textOf({ naming })).not.toContain('Žížalová');
    expect(textOf({ naming: 'number' })).not.toContain('Ž. E.');
  });

  it('does not speak of other places where there are none', () => {
    const { erasure } = certified();
    expect(textOf({ erasure: { ...erasure, places: [] } })).not.toContain('/backups');
  });
});

it('several erasures have a page each, with the title on each', () => {
  const second = certified({ fileId: newFileId(), name: 'Kos Jan', naming: 'name' });
  const all = certificates([certified(), second], 'en');
  expect(documentModelSchema.safeParse(all).success).toBe(true);
  expect(all.blocks.filter(({ type }) => type === 'pageBreak')).toHaveLength(1);
  const text = documentText(all);
  expect(text.match(/Certificate of erasure/g)).toHaveLength(2);
  expect(text).toContain('Kos Jan');
  expect(text).not.toContain('Žížalová');
  expect(() => certificates([], 'en')).toThrow('without');
});

it('initials are taken of every word, whatever its alphabet', () => {
  expect(initials('Žížalová Ela')).toBe('Ž. E.');
  expect(initials('  Иванова   Мария ')).toBe('И. М.');
  expect(initials('𝒳 Company')).toBe('𝒳. C.');
});
