import { beforeEach, expect, it } from 'vitest';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { aClient, aPractice } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { startMeeting } from './start-meeting.ts';

/** 23:30 in Prague; an hour later it is another day there. */
const LATE = Date.UTC(2026, 10, 22, 22, 30);
const at = (now: number) => ({ now: () => now });

let fileId: FileId;
beforeEach(async () => {
  await openTestVault();
  await practiceCommands.create(aPractice({ kind: 'tutoring', language: 'cs' }));
  fileId = await clientCommands.create(aClient({ language: 'ru' }));
});

it('starts from the first template of the kind, in the language of the practice', async () => {
  const note = await noteQueries.get(await startMeeting(fileId, at(LATE)));
  expect(note).toMatchObject({ startedAt: LATE, wrappedAt: null, channel: 'inPerson' });
  expect(note?.title).not.toBe('');
  expect(note?.templateId).toMatch(/tutoring/);
  expect(note?.agenda.length).toBeGreaterThan(0);
  expect(note?.attendees).toEqual([
    { name: 'Nováková Jana', side: 'client' },
    { name: 'Eva Horáková', side: 'practice' },
  ]);
});

it.each(LANGUAGES)('has a template in %s', async (language) => {
  await practiceCommands.change({ language, kind: 'other' });
  expect((await noteQueries.get(await startMeeting(fileId)))?.title).not.toBe('');
});

it('goes on with the open note of the same day', async () => {
  const first = await startMeeting(fileId, at(LATE));
  expect(await startMeeting(fileId, at(LATE + 60_000))).toBe(first);
  expect(await startMeeting(fileId, at(LATE + 3_600_000))).not.toBe(first);
});

it('starts another after the wrap-up', async () => {
  const first = await startMeeting(fileId, at(LATE));
  await noteCommands.change(first, { wrappedAt: LATE });
  expect(await startMeeting(fileId, at(LATE))).not.toBe(first);
});

it('starts one when asked twice at once', async () => {
  const [one, other] = await Promise.all([startMeeting(fileId, at(LATE)), startMeeting(fileId, at(LATE))]);
  expect(one).toBe(other);
  expect(await noteQueries.inFile(fileId)).toHaveLength(1);
});

it('invites the contact person of an organisation', async () => {
  const firm = await clientCommands.create(
    aClient({ type: 'organisation', name: 'Stavby s.r.o.', contactPerson: 'Petr Dvořák' }),
  );
  const note = await noteQueries.get(await startMeeting(firm, at(LATE)));
  expect(note?.attendees[0]).toEqual({ name: 'Petr Dvořák', side: 'client' });
});
