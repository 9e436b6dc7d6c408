import { expect, it } from 'vitest';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { newFileId, type LineId } from '#shared/domain/ids.ts';
import { aNote } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { translateLine } from './translations.ts';

it('keeps the wordings of two lines that are stored at once, and forgets an empty one', async () => {
  await openTestVault();
  const note = await noteCommands.create(newFileId(), aNote());
  const [one, other] = ['a', 'b'] as LineId[] as [LineId, LineId];
  await Promise.all([translateLine(note, one, 'Rozhodnuto'), translateLine(note, other, 'Úkol')]);
  expect((await noteQueries.get(note))?.translations).toEqual({ [one]: 'Rozhodnuto', [other]: 'Úkol' });
  await translateLine(note, one, ' ');
  expect((await noteQueries.get(note))?.translations).toEqual({ [other]: 'Úkol' });
});
