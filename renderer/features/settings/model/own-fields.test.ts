import { beforeEach, describe, expect, it } from 'vitest';
import { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
import { aPractice } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { changeFields } from './own-fields.ts';

const field = (id: string): CustomField => ({ id, label: id, kind: 'text', options: [], currency: '' });
const rename = (id: string, label: string) => (fields: readonly CustomField[]) =>
  fields.map((one) => (one.id === id ? { ...one, label } : one));

beforeEach(async () => {
  await openTestVault();
  await practiceCommands.create(aPractice());
});

describe('the fields of the practice’s own', () => {
  it('keep both of two changes that are stored at once, as when the app locks while two fields wait', async () => {
    await changeFields('clients', () => [field('a'), field('b')]);
    await Promise.all([
      changeFields('clients', rename('a', 'Soud')),
      changeFields('clients', rename('b', 'Soudce')),
    ]);
    const practice = await practiceQueries.get();
    expect(practice?.customFields[practice.kind]?.map(({ label }) => label)).toEqual(['Soud', 'Soudce']);
  });
});
