import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '#shared/documents/model.ts';
import { documentModelSchema } from '#shared/documents/model.ts';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { aSheet } from '#test/builders/bodies.ts';
import { canonicalJson, sheetHash, sheetVersion, withVersion } from './version.ts';

const sheet = (version: number, hash: string) => ({
  ...aSheet({ version, hash }),
  id: newRecordId(),
  fileId: newFileId(),
  rev: 'r',
  parent: null,
  stamp: 's',
});
const document: DocumentModel = {
  title: 'What we agreed',
  language: 'en',
  letterhead: [],
  subtitle: '',
  blocks: [],
  foot: 'Confidential',
};

describe('the version of a sheet', () => {
  it('is 1 for the first, the same while nothing changed, and the next when something did', () => {
    expect(sheetVersion('a', [])).toEqual({ version: 1, hash: 'a', isNew: true });
    expect(sheetVersion('b', [sheet(2, 'b'), sheet(1, 'a')])).toEqual({
      version: 2,
      hash: 'b',
      isNew: false,
    });
    expect(sheetVersion('a', [sheet(1, 'a'), sheet(2, 'b')])).toEqual({ version: 3, hash: 'a', isNew: true });
  });

  it('stands under the title and at the foot, with the first eight digits of the hash', () => {
    const made = withVersion(document, { version: 3, hash: '0123456789abcdef'.repeat(4), isNew: true });
    expect(made.subtitle).toBe('Version 3 · 01234567');
    expect(made.foot).toBe('Confidential · Version 3 · 01234567');
  });

  it('fits the foot whatever the confidentiality line', () => {
    const made = withVersion(
      { ...document, foot: 'x'.repeat(500) },
      { version: 3, hash: 'a'.repeat(64), isNew: true },
    );
    expect(documentModelSchema.safeParse(made).success).toBe(true);
    expect(made.foot).toContain('Version 3 · aaaaaaaa');
  });
});

describe('the hash of a sheet', () => {
  it('is SHA-256 over canonical JSON', () => {
    expect(canonicalJson({ b: [1, undefined, { d: 'x', c: undefined }], a: null })).toBe(
      '{"a":null,"b":[1,null,{"d":"x"}]}',
    );
    expect(sheetHash(document)).toMatch(/^[0-9a-f]{64}$/u);
    expect(sheetHash({ ...document, title: 'Other' })).not.toBe(sheetHash(document));
  });
});
