import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord, type Client } from '#shared/domain/client.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { type DuplicateRule, importRecord } from '#shared/domain/import.ts';
import { newFileId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';
import { read } from '#renderer/worker/import/read.ts';
import type { ReadFile } from '#renderer/worker/import/protocol.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import type { ClientReading } from './client-draft.ts';
import { detectDateOrder } from './dates.ts';
import { type Decisions, Pace, planClients } from './plan.ts';
import { rememberedSource, rememberSource, runImport, type ImportOutcome } from './run-import.ts';
import { signatureOf, suggestColumns, suggestTarget } from './suggest.ts';
import { undoImport } from './undo-import.ts';

const TODAY = '2026-11-22';
const ALWAYS = new AbortController().signal;

let world: TestVault;
beforeEach(async () => {
  world = await openTestVault();
});

async function fixture(name: string): Promise<ReadFile> {
  const bytes = new Uint8Array(await readFile(`test/fixtures/import/${name}`));
  return read([{ name, bytes }], {});
}

const readingOf = (file: ReadFile): ClientReading => ({
  headers: file.headers,
  columns: suggestColumns(file, 'clients', []),
  dateOrder: detectDateOrder(
    file.rows.flatMap(({ cells }) => cells),
    TODAY,
  ),
  decimal: ',',
  today: TODAY,
  custom: [],
  contacts: true,
});

const plan = async (file: ReadFile, reading = readingOf(file)) =>
  planClients(file, reading, await vault().all(clientRecord), new Pace(ALWAYS, () => undefined));

async function run(
  file: ReadFile,
  decisions: Decisions = { rule: 'skip', single: new Map() },
): Promise<ImportOutcome> {
  return runImport(await plan(file), decisions, {
    fileName: 'klienti.csv',
    language: 'cs',
    enclosed: [],
    signal: ALWAYS,
    onProgress: () => undefined,
  });
}

const named = async (name: string): Promise<Client | undefined> =>
  (await vault().all(clientRecord)).find((client) => client.name === name);

async function addClient(body: Parameters<typeof aClient>[0]): Promise<FileId> {
  const fileId = newFileId();
  await vault().commit((change) =>
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient(body)),
  );
  return fileId;
}

const everything = async () =>
  JSON.stringify({
    clients: (await vault().all(clientRecord)).map((one) => clientRecord.schema.parse(one)),
    parties: (await vault().all(partyRecord)).map((one) => partyRecord.schema.parse(one)),
  });

describe('a field of the practice’s own that leads to a person', () => {
  const judge: CustomField = { id: 'judge', label: 'Soudce', kind: 'party', options: [], currency: '' };
  const table = (...rows: readonly string[]) =>
    read([{ name: 'a.csv', bytes: new TextEncoder().encode(['Jméno;Soudce', ...rows].join('\r\n')) }], {});
  const take = async (file: ReadFile, rule: DuplicateRule) =>
    runImport(
      await plan(file, {
        ...readingOf(file),
        custom: [judge],
        columns: suggestColumns(file, 'clients', [judge]),
      }),
      { rule, single: new Map() },
      { fileName: 'a.csv', language: 'cs', enclosed: [], signal: ALWAYS, onProgress: () => undefined },
    );

  it('makes the person or finds them in the file, and both go when the import is taken back', async () => {
    await take(await table('Nováková Jana;Černá Eva', 'Řehoř Jiří;'), 'skip');
    const client = await named('Nováková Jana');
    const [person, ...others] = await vault().all(partyRecord);
    expect(others).toEqual([]);
    expect(person).toMatchObject({ name: 'Černá Eva', role: 'other', fileId: client?.fileId });
    expect(client?.custom).toEqual({ judge: person?.id });
    expect((await named('Řehoř Jiří'))?.custom).toEqual({});

    await take(await table('Nováková Jana;cerna eva'), 'update');
    expect(await vault().all(partyRecord)).toHaveLength(1);
    await take(await table('Nováková Jana;Bílý Petr'), 'update');
    expect((await vault().undo()).state).toBe('done');
    expect((await named('Nováková Jana'))?.custom).toEqual({ judge: person?.id });
    expect(await vault().all(partyRecord)).toHaveLength(1);
    expect((await vault().redo()).state).toBe('done');
    const bily = (await vault().all(partyRecord)).find(({ name }) => name === 'Bílý Petr');
    expect((await named('Nováková Jana'))?.custom).toEqual({ judge: bily?.id });
  });
});

describe('an import of clients', () => {
  it('reads the table of a Czech Excel: encoding, delimiter, columns, dates', async () => {
    const file = await fixture('klienti-excel.csv');
    expect(file).toMatchObject({ encoding: 'windows-1250', sure: true, delimiter: ';' });
    expect(suggestTarget(file.headers)).toBe('clients');
    expect(readingOf(file).columns).toEqual([
      'lastName',
      'firstName',
      'organisation',
      'email',
      'phone',
      'ico',
      'street',
      'postcode',
      'city',
      'birthDate',
      'stage',
      'tags',
      'keyFacts',
    ]);
    expect(await run(file)).toMatchObject({ added: 4, updated: 0, skipped: 0, failed: 1 });
    expect(await named('Nováková Jana')).toMatchObject({
      type: 'person',
      email: 'jana.novakova@example.cz',
      address: 'Žižkova 12\n301 00 Plzeň',
      birthDate: '1985-09-28',
      stage: 'retention',
      tags: ['rodina', 'dědictví'],
      keyFacts: 'Ráda píše dopisy',
      language: 'cs',
    });
    const firm = await named('Stavby Dvořák s.r.o.');
    expect(firm).toMatchObject({ type: 'organisation', numbers: [{ kind: 'ico', value: '27082440' }] });
    const people = await vault().inFile(partyRecord, firm?.fileId ?? PRACTICE_FILE);
    expect(people.map(({ name, role, email }) => [name, role, email])).toEqual([
      ['Dvořák Karel', 'contact', 'karel@stavby.example'],
      ['Dvořáková Eva', 'contact', 'eva@stavby.example'],
    ]);
    expect(await named('Žák Tomáš')).toMatchObject({ birthDate: '1970-05-01', stage: 'acquisition' });
  });

  it('tells what it did not understand, with row and column', async () => {
    const { problems } = await plan(await fixture('klienti-excel.csv'));
    expect(problems).toEqual([
      { row: 4, reason: 'badDate', column: 'Datum narození', value: '31.2.1990', fatal: false },
      { row: 5, reason: 'noName', column: '', value: '', fatal: true },
    ]);
  });

  it('knows who is there by number, e-mail, phone and name, and does as it is told', async () => {
    await addClient({ name: 'Novak Jana', email: 'JANA.NOVAKOVA@example.cz', phone: '1' });
    await addClient({ name: 'Zak Tomas', phone: '00420 777 123 456' });
    await addClient({ name: 'ŘEHOŘ, Jiří' });
    const file = await fixture('klienti-excel.csv');
    const { rows } = await plan(file);
    expect(rows.map(({ match }) => match?.why ?? null)).toEqual(['email', null, 'name', 'phone']);
    expect(await run(file)).toMatchObject({ added: 1, updated: 0, skipped: 3 });
    const again: Decisions = { rule: 'update', single: new Map([[7, 'add']]) };
    expect(await run(file, again)).toMatchObject({ added: 1, updated: 2, skipped: 1 });
    expect(await named('Novak Jana')).toMatchObject({
      aliases: 'Nováková Jana',
      phone: '+420 601 111 222',
      morePhones: '1',
      birthDate: '1985-09-28',
    });
    expect(await named('Žák Tomáš')).toBeDefined();
  });

  it('takes two of one name for two when their birth dates or numbers differ', async () => {
    await addClient({ name: 'Nováková Jana', email: '', phone: '', birthDate: '1950-01-01' });
    const { rows } = await plan(await fixture('klienti-excel.csv'));
    expect(rows[0]?.match).toBeNull();
  });

  it('recognises a row that says the same person again', async () => {
    const text = 'name;email\nNovák Petr;p@x.cz\nPetr Novák;p@x.cz\n';
    const file = await read([{ name: 'a.csv', bytes: Uint8Array.from(new TextEncoder().encode(text)) }], {});
    expect(await run(file)).toMatchObject({ added: 1, skipped: 1 });
  });

  it('is one action: undone at once, and done again', async () => {
    await addClient({ name: 'Nováková Jana' });
    const before = await everything();
    await run(await fixture('klienti-excel.csv'), { rule: 'update', single: new Map() });
    const after = await everything();
    expect(after).not.toBe(before);
    expect((await vault().undo()).state).toBe('done');
    expect(await everything()).toBe(before);
    expect(await vault().all(importRecord)).toEqual([]);
    expect((await vault().redo()).state).toBe('done');
    expect(await everything()).toBe(after);
  });

  it('is undone after a restart too, with what it had changed', async () => {
    await addClient({ name: 'Nováková Jana', email: 'old@x.cz' });
    const before = await everything();
    const { id } = await run(await fixture('klienti-excel.csv'), { rule: 'update', single: new Map() });
    expect(await named('Nováková Jana')).toMatchObject({ email: 'jana.novakova@example.cz' });
    await world.reopen();
    expect(await undoImport(id as RecordId)).toEqual({ removed: 5, restored: 1, kept: 0 });
    expect(await everything()).toBe(before);
    expect(await undoImport(id as RecordId)).toEqual({ removed: 0, restored: 0, kept: 0 });
  });

  it('keeps what was changed since, and whose file has been written in', async () => {
    const { id } = await run(await fixture('klienti-excel.csv'));
    const jana = await named('Nováková Jana');
    const zak = await named('Žák Tomáš');
    await vault().commit((change) =>
      change.update(clientRecord, jana?.id as RecordId, () => ({ phone: '1' })),
    );
    await vault().commit((change) =>
      change.put(taskRecord, { id: newRecordId(), fileId: zak?.fileId as FileId }, aTask({ title: 'Call' })),
    );
    expect(await undoImport(id as RecordId)).toEqual({ removed: 4, restored: 0, kept: 2 });
    const left = (await vault().all(clientRecord)).map(({ name }) => name);
    expect(left.toSorted()).toEqual(['Nováková Jana', 'Žák Tomáš']);
  });

  it('changes nothing when it is cancelled', async () => {
    const before = await everything();
    const control = new AbortController();
    const file = await fixture('klienti-excel.csv');
    const planned = await plan(file);
    control.abort(new Error('enough'));
    const options = {
      fileName: 'a',
      language: 'cs',
      enclosed: [],
      signal: control.signal,
      onProgress: () => undefined,
    } as const;
    await expect(runImport(planned, { rule: 'skip', single: new Map() }, options)).rejects.toThrow('enough');
    expect(await everything()).toBe(before);
    expect(vault().undoState().undo).toBeNull();
  });

  it('remembers how files with the same headers are read, the last way', async () => {
    const file = await fixture('klienti-excel.csv');
    const signature = signatureOf(file.headers);
    expect(await rememberedSource(signature)).toBeNull();
    const source = {
      signature,
      target: 'clients',
      columns: ['name'],
      dateOrder: 'mdy',
      decimal: '.',
      rule: 'update',
      contacts: false,
    } as const;
    await rememberSource({ ...source, columns: ['name'] });
    await rememberSource({ ...source, columns: ['email'] });
    expect(await rememberedSource(signature)).toMatchObject({ columns: ['email'], rule: 'update' });
    expect(await rememberedSource(signature, 'notes')).toBeNull();
    expect(signatureOf(file.headers.map((header) => header.toUpperCase()))).toBe(signature);
  });
});
