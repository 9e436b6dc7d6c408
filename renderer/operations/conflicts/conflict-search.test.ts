import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { engagementRecord } from '#shared/domain/engagement.ts';
import { newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { emptyParty, partyRecord } from '#shared/domain/party.ts';
import { closeVault, vault } from '#renderer/db/index.ts';
import { aClient, anEngagement, aNote, SOME_MOMENT } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { searchReady, startSearch } from '#renderer/entities/search/index.ts';
import { checkConflicts } from './conflict-search.ts';

const fileId = newFileId();
const clientId = fileId as string as RecordId;
const textOf = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const check = (...queries: readonly string[]) => checkConflicts(queries, SOME_MOMENT);

describe('a conflict check', () => {
  let endSearch = (): void => undefined;
  beforeEach(async () => {
    await openTestVault();
    await vault().commit((change) => {
      change.put(
        clientRecord,
        { id: clientId, fileId },
        aClient({ name: 'Zelenka Karel', email: '', phone: '' }),
      );
      change.put(
        partyRecord,
        { id: newRecordId(), fileId },
        { ...emptyParty('Nováková Jana', 'opponent'), formerNames: 'Svobodová Jana\nKrátká Jana' },
      );
      change.put(
        engagementRecord,
        { id: newRecordId(), fileId },
        anEngagement({ title: 'Spor s Kovaříkovou' }),
      );
      for (const text of ['S Petrem Havlem jsme se nedohodli.', 'Havel nepřišel.']) {
        change.put(noteRecord, { id: newRecordId(), fileId }, aNote({ attendees: [], body: textOf(text) }));
      }
    });
    endSearch = startSearch();
  });
  afterEach(async () => {
    endSearch();
    await closeVault();
  });

  it('tells what was found, where, in which role and file, why, and how much was gone through', async () => {
    const reads: number[] = [];
    await searchReady((read) => reads.push(read));
    expect(reads.at(-1)).toBe(5);
    const result = await check('Новак', 'Svoboda', 'Petr Havel');
    expect(result.searched).toEqual({
      clients: 1,
      parties: 1,
      notes: 2,
      requirements: 0,
      questions: 0,
      tasks: 0,
      engagements: 1,
      money: 0,
    });
    expect(result.hits).toMatchObject([
      { query: 2, place: 'note', nameKind: 'text', found: expect.stringContaining('Petrem Havlem'), more: 1 },
      { query: 1, nameKind: 'formerName', found: 'Svobodová Jana', bearer: 'Nováková Jana' },
      {
        query: 0,
        place: 'party',
        role: 'opponent',
        client: 'Zelenka Karel',
        found: 'Nováková Jana',
        bearer: '',
      },
    ]);
    expect(result.hits[2]?.reasons).toEqual(['gender', 'script', 'partial']);
    expect(result.hitCount).toBe(4);
  });

  it('finds who is named in the title of an engagement', async () => {
    expect((await check('Kovaříková')).hits).toMatchObject([
      { place: 'engagement', nameKind: 'text', client: 'Zelenka Karel' },
    ]);
  });

  it('finds a party by its number, however it is written', async () => {
    const [party] = await vault().all(partyRecord);
    await vault().commit((change) =>
      change.update(partyRecord, party?.id ?? newRecordId(), () => ({
        numbers: [{ kind: 'ico' as const, value: '27082440' }],
      })),
    );
    expect((await check('IČO 270 82 440')).hits).toMatchObject([
      { place: 'party', role: 'opponent', nameKind: 'number', found: '27082440', bearer: 'Nováková Jana' },
    ]);
  });

  it('follows what is changed, removed and brought back', async () => {
    expect((await check('Zelenka')).hits).toHaveLength(1);
    await vault().commit((change) => change.update(clientRecord, clientId, () => ({ name: 'Modrý Karel' })));
    expect((await check('Zelenka')).hits).toEqual([]);
    expect((await check('Modrá')).hits).toHaveLength(1);
    await vault().undo();
    expect((await check('Zelenka')).hits).toHaveLength(1);
    const [party] = await vault().all(partyRecord);
    await vault().commit((change) => change.remove(partyRecord, party?.id ?? newRecordId()));
    expect(await check('Novák')).toMatchObject({ hits: [], searched: { parties: 0 } });
  });
});
