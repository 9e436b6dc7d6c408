import { expect, it } from 'vitest';
import { aPractice } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { practiceCommands } from './practice-commands.ts';
import { practiceQueries } from './practice-queries.ts';

it('keeps both of two changes to one value that are stored at once, as when the app locks while two fields wait', async () => {
  await openTestVault();
  await practiceCommands.create(aPractice());
  await Promise.all([
    practiceCommands.change(({ letterhead }) => ({ letterhead: { ...letterhead, name: 'Horáková' } })),
    practiceCommands.change(({ letterhead }) => ({ letterhead: { ...letterhead, phone: '777 123 456' } })),
  ]);
  expect((await practiceQueries.get())?.letterhead).toMatchObject({ name: 'Horáková', phone: '777 123 456' });
});
