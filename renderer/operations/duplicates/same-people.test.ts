import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord, type ClientBody } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { partyRecord, type PartyBody } from '#shared/domain/party.ts';
import { vault } from '#renderer/db/index.ts';
import { duplicateCommands, duplicateQueries } from '#renderer/entities/duplicate/index.ts';
import { aClient, aParty } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { findSamePeople, refOf } from './find.ts';
import { mergeClients } from './merge.ts';

const [firm, jana, third] = [newFileId(), newFileId(), newFileId()];
const [contact, witness] = [newRecordId(), newRecordId()];
const idOf = (fileId: FileId): RecordId => fileId as string as RecordId;
const client = { table: 'clients', id: idOf(jana) } as const;
const party = (id: RecordId) => ({ table: 'parties', id }) as const;

const addClient = (fileId: FileId, body: Partial<ClientBody>) =>
  vault().commit((change) => change.put(clientRecord, { id: idOf(fileId), fileId }, aClient(body)));
const addParty = (fileId: FileId, id: RecordId, body: Partial<PartyBody>) =>
  vault().commit((change) => change.put(partyRecord, { id, fileId }, aParty(body)));

/** The names of each pair that is still asked about, with the places. */
async function asked(): Promise<readonly string[]> {
  const people = [...(await vault().all(clientRecord)), ...(await vault().all(partyRecord))];
  const pairs = await findSamePeople(people, await duplicateQueries.all(), new AbortController().signal);
  return pairs.map(({ one, other }) =>
    [one, other]
      .map((person) => `${person.name} ${refOf(person).table}`)
      .toSorted()
      .join(' + '),
  );
}
const placesOf = async (fileId: FileId, id: RecordId) =>
  ((await duplicateQueries.elsewhere(fileId)).get(id) ?? []).map(({ clientName, role }) => [
    clientName,
    role,
  ]);

beforeEach(async () => {
  await openTestVault();
  await addClient(firm, { name: 'Stavby Dvořák s.r.o.', email: 'info@stavby.cz', phone: '' });
  await addClient(jana, { name: 'Nováková Jana', email: 'jana@x.cz', phone: '' });
  await addClient(third, { name: 'Svoboda Karel', email: '', phone: '' });
  await addParty(firm, contact, { name: 'Jana Novakova', email: '', phone: '602 000 111', role: 'contact' });
  await addParty(third, witness, { name: 'J. Nováková', email: 'JANA@x.cz', phone: '', role: 'witness' });
});

describe('people of different files', () => {
  it('are asked about with the fewest pairs that reach all of them, never clients alone', async () => {
    expect(await asked()).toEqual([
      'J. Nováková parties + Nováková Jana clients',
      'Jana Novakova parties + Nováková Jana clients',
    ]);
  });

  it('are asked about by one number, whatever their names, and not with another of its kind', async () => {
    const ico = (value: string) => ({ numbers: [{ kind: 'ico' as const, value }], email: '', phone: '' });
    const [one, other, another] = [newRecordId(), newRecordId(), newRecordId()];
    await addParty(firm, one, { name: 'Alfa', role: 'opponent', ...ico('27082440') });
    await addParty(jana, other, { name: 'Beta Holding', role: 'witness', ...ico('270 82 440') });
    await addParty(jana, another, { name: 'Alfa', ...ico('25596641') });
    const pairs = await asked();
    expect(pairs).toContain('Alfa parties + Beta Holding parties');
    expect(pairs.filter((pair) => pair === 'Alfa parties + Alfa parties')).toEqual([]);
  });

  it('of one file, and those who share the address of a firm alone, are not', async () => {
    await addParty(jana, newRecordId(), { name: 'Nováková Jana', email: 'jana@x.cz', phone: '' });
    await addParty(third, newRecordId(), { name: 'Petr Malý', email: 'info@stavby.cz', phone: '' });
    const pairs = await asked();
    expect(pairs).not.toContain('Nováková Jana clients + Nováková Jana parties');
    expect(pairs.join()).not.toContain('Malý');
  });

  it('are told in each file where else they stand, once they are linked, and that is undone', async () => {
    await duplicateCommands.samePerson(client, party(contact));
    const action = await duplicateCommands.samePerson(party(witness), party(contact));
    expect(await placesOf(firm, contact)).toEqual([
      ['Nováková Jana', null],
      ['Svoboda Karel', 'witness'],
    ]);
    expect(await placesOf(jana, client.id)).toHaveLength(2);
    expect(await asked()).toEqual([]);
    await vault().undo(action ?? 0);
    expect(await placesOf(third, witness)).toEqual([]);
    expect(await asked()).toEqual(['J. Nováková parties + Nováková Jana clients']);
  });

  it('who are different are not asked about again, nor is who is the same as one of them', async () => {
    await duplicateCommands.otherPerson(client, party(contact));
    expect(await asked()).not.toContain('Jana Novakova parties + Nováková Jana clients');
    await duplicateCommands.samePerson(client, party(witness));
    expect(await asked()).toEqual([]);
  });

  it('are parted one by one: the others stay linked, and the one is not proposed again', async () => {
    await duplicateCommands.samePerson(client, party(contact));
    await duplicateCommands.samePerson(client, party(witness));
    const action = await duplicateCommands.partPerson(client, party(contact));
    expect(await placesOf(jana, client.id)).toEqual([]);
    expect(await placesOf(third, witness)).toEqual([['Stavby Dvořák s.r.o.', 'contact']]);
    expect(await asked()).toEqual([]);
    await vault().undo(action ?? 0);
    expect(await placesOf(jana, client.id)).toHaveLength(2);
  });

  it('stay linked when the file of one goes into another, and when somebody was removed and is back', async () => {
    await duplicateCommands.samePerson(client, party(contact));
    const [into, from] = [
      await vault().get(clientRecord, idOf(third)),
      await vault().get(clientRecord, client.id),
    ];
    if (!into || !from) throw new Error('No such client');
    await mergeClients({ into, from, choices: {} });
    expect(await placesOf(firm, contact)).toEqual([['Svoboda Karel', null]]);
    expect(await placesOf(third, idOf(third))).toEqual([['Stavby Dvořák s.r.o.', 'contact']]);
    await vault().act((change) => change.remove(partyRecord, contact));
    expect(await placesOf(third, idOf(third))).toEqual([]);
    await vault().undo();
    expect(await placesOf(third, idOf(third))).toHaveLength(1);
  });
});
