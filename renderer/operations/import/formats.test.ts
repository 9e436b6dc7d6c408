import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { engagementRecord } from '#shared/domain/engagement.ts';
import { newFileId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { ImportTarget } from '#shared/domain/import.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { emptyParty, partyRecord } from '#shared/domain/party.ts';
import { plainText } from '#shared/domain/rich-text.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { vault } from '#renderer/db/index.ts';
import type { ReadFile } from '#renderer/worker/import/protocol.ts';
import { read } from '#renderer/worker/import/read.ts';
import { aClient } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { readClient, type ClientDraft } from './client-draft.ts';
import { indexOfClients } from './client-index.ts';
import { detectDateOrder } from './dates.ts';
import { planLinked } from './linked-plan.ts';
import { updatedParty } from './merge.ts';
import { Pace } from './plan.ts';
import { runImport } from './run-import.ts';
import { suggestColumns, suggestTarget } from './suggest.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const TODAY = '2026-11-22';
const SIGNAL = new AbortController().signal;

const fixtures = async (...names: readonly string[]): Promise<ReadFile> =>
  read(
    await Promise.all(
      names.map(async (name) => ({
        name,
        bytes: new Uint8Array(await readFile(`test/fixtures/import/${name}`)),
      })),
    ),
    {},
  );

const readingOf = (file: ReadFile, target: ImportTarget) => ({
  headers: file.headers,
  columns: suggestColumns(file, target, []),
  dateOrder: detectDateOrder(
    file.rows.flatMap(({ cells }) => cells),
    TODAY,
  ),
  decimal: ',' as const,
  today: TODAY,
});

const readClients = (file: ReadFile) =>
  file.rows.map((row) => readClient(row, { ...readingOf(file, 'clients'), custom: [], contacts: true }));
const clientsIn = (file: ReadFile): readonly ClientDraft[] =>
  readClients(file).flatMap(({ draft }) => draft ?? []);

describe('contacts of other programs', () => {
  it('Google CSV: several addresses, lines in a cell, labels', async () => {
    const file = await fixtures('google-contacts.csv');
    expect(suggestTarget(file.headers)).toBe('clients');
    const [lukasz, studio] = clientsIn(file);
    expect(lukasz).toMatchObject({
      name: 'Wójcik Łukasz',
      patch: {
        type: 'person',
        email: 'lukasz.wojcik@example.pl',
        moreEmails: 'biuro@wojcik.example',
        phone: '+48 601 222 333',
        address: 'ul. Długa 3\n90-001 Łódź\nPolska',
        birthDate: '1979-03-14',
        keyFacts: 'Kontakt z polecenia, dzwonić po 16',
        tags: ['Klienci', 'myContacts'],
      },
    });
    expect(studio).toMatchObject({ name: 'Studio Róża sp. z o.o.', patch: { type: 'organisation' } });
    expect(studio?.parties).toMatchObject([
      { name: 'Żak Małgorzata', email: 'm.zak@studioroza.example', remark: 'Prezes' },
    ]);
  });

  it('Outlook CSV: month first, no date written as zeros', async () => {
    const file = await fixtures('outlook-contacts.csv');
    expect(file.encoding).toBe('windows-1250');
    expect(readingOf(file, 'clients').dateOrder).toBe('mdy');
    expect(readClients(file).flatMap(({ problems }) => problems)).toEqual([]);
    const [jana, firm] = clientsIn(file);
    expect(jana).toMatchObject({
      name: 'Nováková Jana',
      patch: { birthDate: '1985-09-28', phone: '+420 601 111 222', tags: ['rodina', 'dědictví'] },
    });
    expect(firm).toMatchObject({
      name: 'Stavby Dvořák s.r.o.',
      patch: { address: 'Třída Míru 5\n785 01 Šternberk\nČeská republika' },
      parties: [{ name: 'Dvořák Karel', phone: '585 111 222', remark: 'jednatel\n602 222 333' }],
    });
  });

  it('a table of DOS: encoding, numbers, stages in Russian', async () => {
    const file = await fixtures('klienty-dos.csv');
    expect(file).toMatchObject({ encoding: 'ibm866', sure: true });
    expect(clientsIn(file)).toMatchObject([
      {
        name: 'ООО "Рога и копыта"',
        patch: { type: 'organisation', numbers: [{ kind: 'inn', value: '7707083893' }], stage: 'retention' },
      },
      { name: 'Соколова Анна Сергеевна', patch: { type: 'person', stage: 'acquisition' } },
    ]);
  });

  it('vCard 2.1: quoted-printable over lines, two charsets, types without names', async () => {
    expect(clientsIn(await fixtures('nokia-2.1.vcf'))).toMatchObject([
      {
        name: 'Žák Tomáš',
        patch: {
          email: 'tomas.zak@example.cz',
          phone: '+420777123456',
          morePhones: '+420 585 111 222',
          address: 'Křížová 7\n602 00 Brno',
          keyFacts: 'Volat dopoledne; nemá rád překvapení',
          birthDate: '1970-05-01',
        },
      },
    ]);
  });

  it('vCard 3.0 and 4.0 chosen together', async () => {
    const file = await fixtures('apple-3.0.vcf', 'contacts-4.0.vcf');
    expect(file.rows).toHaveLength(3);
    expect(clientsIn(file)).toMatchObject([
      {
        name: 'Соколова Анна Сергеевна',
        patch: {
          email: 'anna.sokolova@example.ru',
          address: 'ул. Ленина, 5\n170000 Тверь\nРоссия',
          birthDate: '1988-02-29',
          keyFacts: 'Пришла по рекомендации.\nПишет только на почту.',
          tags: ['клиенты', 'наследство'],
        },
      },
      { name: 'ООО Рога и копыта', patch: { type: 'organisation', phone: '+7 482 200-00-00' } },
      {
        name: 'Kancelaria Kowalski',
        parties: [{ name: 'Kowalski Jan', phone: '+48-600-100-200', remark: 'radca prawny' }],
      },
    ]);
  });

  it('a malformed card is told and the others are read', async () => {
    const text =
      'BEGIN:VCARD\nVERSION:3.0\nN;=;:\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nN:Novák;Jan;;;\nEND:VCARD\n';
    const bytes = Uint8Array.from(new TextEncoder().encode(text));
    const file = await read([{ name: 'a.vcf', bytes }], {});
    expect(clientsIn(file).map(({ name }) => name)).toEqual(['Novák Jan']);
  });

  it.each([
    ['a.exe', [0x4d, 0x5a, 0, 0], 'unknown'],
    ['a.csv', [], 'empty'],
    ['a.ics', [...new TextEncoder().encode('BEGIN:VCALENDAR\nX')], 'damaged'],
    ['a.vcf', [...new TextEncoder().encode('BEGIN:VCARD\nN:x')], 'empty'],
  ] as const)('%s of %j is refused as %s', async (name, bytes, reason) => {
    await expect(read([{ name, bytes: Uint8Array.from(bytes) }], {})).rejects.toMatchObject({ reason });
  });
});

describe('what belongs into the files of clients', () => {
  let jana: FileId;
  beforeEach(async () => {
    await openTestVault();
    jana = newFileId();
    const body = aClient({ name: 'Nováková Jana', email: 'jana.novakova@example.cz' });
    await vault().commit((change) =>
      change.put(clientRecord, { id: jana as string as RecordId, fileId: jana }, body),
    );
  });

  async function run(
    file: ReadFile,
    target: Exclude<ImportTarget, 'clients'>,
    fallback: FileId | null = null,
    custom: readonly CustomField[] = [],
  ) {
    const plan = await planLinked(
      file,
      {
        ...readingOf(file, target),
        columns: suggestColumns(file, target, custom),
        target,
        fallback,
        index: indexOfClients(await vault().all(clientRecord)),
        custom,
        currency: 'CZK',
        markdown: file.format === 'markdown',
        zone: 'Europe/Prague',
        now: NOW,
      },
      new Pace(SIGNAL, () => undefined),
    );
    const options = {
      fileName: 'x',
      language: 'cs',
      enclosed: [],
      signal: SIGNAL,
      onProgress: () => undefined,
    } as const;
    return { plan, outcome: await runImport(plan, { rule: 'skip', single: new Map() }, options) };
  }

  it('tasks find their client by name; who is not there is told; a second time nothing is added', async () => {
    const file = await fixtures('ukoly.csv');
    expect(file.encoding).toBe('utf-16le');
    expect(suggestTarget(file.headers)).toBe('tasks');
    const { plan, outcome } = await run(file, 'tasks');
    expect(outcome).toMatchObject({ added: 2, failed: 1 });
    expect(plan.problems).toMatchObject([
      { row: 3, reason: 'noClient', value: 'Nikdo Neznámý', fatal: true },
    ]);
    const tasks = await vault().inFile(taskRecord, jana);
    expect(tasks.map(({ title, dueOn, who, doneAt }) => [title, dueOn, who, doneAt])).toEqual([
      ['Poslat smlouvu', '2026-12-01', 'Eva', null],
      ['Ověřit listinu', '2026-10-15', '', NOW],
    ]);
    expect((await run(file, 'tasks')).outcome).toMatchObject({ added: 0, skipped: 2 });
  });

  it('people come with their numbers, beside that of the client; an update adds what is new', async () => {
    const text = 'Klient;Jméno;Role;IČO klienta;IČO\nNováková Jana;Alfa a.s.;protistrana;;270 82 440\n';
    const file = await read([{ name: 'osoby.csv', bytes: new TextEncoder().encode(text) }], {});
    expect(suggestTarget(file.headers)).toBe('people');
    expect(suggestColumns(file, 'people', [])).toEqual(['client', 'name', 'role', 'clientNumber', 'ico']);
    await run(file, 'people');
    const numbers = async () =>
      (await vault().inFile(partyRecord, jana)).map((party) => [party.name, party.numbers]);
    const first = { kind: 'ico', value: '270 82 440' };
    expect(await numbers()).toEqual([['Alfa a.s.', [first]]]);
    const [there] = await vault().inFile(partyRecord, jana);
    if (!there) throw new Error('Nobody was imported');
    const more = {
      ...emptyParty('Alfa a.s.', 'opponent'),
      numbers: [{ kind: 'ico' as const, value: '27082440' }],
    };
    expect(updatedParty(there, more).numbers).toEqual([first]);
    expect(updatedParty(emptyParty('Alfa a.s.', 'opponent'), more).numbers).toEqual(more.numbers);
  });

  it('engagements come with what was agreed and the practice’s own fields; a second time nothing is added', async () => {
    const text =
      'Klient;Zakázka;Stav;Způsob platby;Sazba;Začátek;Smlouva;Soud;Spisová značka\n' +
      'Jana Nováková;Rozvod;Probíhá;Hodinová;2 500,50 Kč;1. 3. 2026;S 12/2026;OS Brno;12 C 34\n' +
      'Nováková Jana;Prodej bytu;Uzavřeno;Paušál;15000;;;Neznámý;\n';
    const bytes = new TextEncoder().encode(text);
    const file = await read([{ name: 'zakazky.csv', bytes }], {});
    expect(suggestTarget(file.headers)).toBe('engagements');
    const own = (id: string, label: string, kind: CustomField['kind']): CustomField => ({
      id,
      label,
      kind,
      options: kind === 'choice' ? [{ id: 'brno', label: 'OS Brno' }] : [],
      currency: '',
    });
    const custom = [own('court', 'Soud', 'choice'), own('mark', 'Spisová značka', 'text')];
    const { plan, outcome } = await run(file, 'engagements', null, custom);
    expect(outcome).toMatchObject({ added: 2, failed: 0 });
    expect(plan.problems).toMatchObject([{ row: 3, reason: 'badChoice', value: 'Neznámý', fatal: false }]);
    expect(await vault().inFile(engagementRecord, jana)).toMatchObject([
      {
        title: 'Rozvod',
        status: 'active',
        feeModel: 'hourly',
        quantity: null,
        price: 250_050,
        currency: 'CZK',
        startOn: '2026-03-01',
        contract: 'S 12/2026',
        custom: { court: 'brno', mark: '12 C 34' },
      },
      { title: 'Prodej bytu', status: 'done', progress: 100, feeModel: 'oneOff', price: 1_500_000 },
    ]);
    expect((await run(file, 'engagements', null, custom)).outcome).toMatchObject({ added: 0, skipped: 2 });
  });

  it('a calendar becomes reminders: by the attendee’s address, or in the file that was chosen', async () => {
    // Without a file for the rest, an event that names nobody is told by its title, and comes the second time.
    expect((await run(await fixtures('google-calendar.ics'), 'reminders')).plan.problems).toMatchObject([
      { row: 2, reason: 'noClient', value: 'Daňové přiznání', fatal: true },
    ]);
    const { outcome } = await run(await fixtures('google-calendar.ics'), 'reminders', jana);
    expect(outcome).toMatchObject({ added: 1, skipped: 1, failed: 0 });
    const [meeting, tax] = await vault().inFile(reminderRecord, jana);
    expect(meeting?.title).toBe('Schůzka s Janou Novákovou');
    expect(new Date(`${meeting?.at ?? ''}:00`).getTime()).toBe(Date.UTC(2027, 0, 12, 9));
    expect(tax).toMatchObject({ title: 'Daňové přiznání', at: '2027-03-01T09:00', rule: 'FREQ=YEARLY' });
  });

  it('an e-mail becomes a note of its sender’s file, with what was attached', async () => {
    const file = await fixtures('dopis.eml');
    const [attached] = file.enclosed;
    expect(attached).toMatchObject({ row: 1, name: 'seznam věcí.txt' });
    expect(new TextDecoder().decode(attached?.bytes)).toBe('byt, chata, auto\n');
    await run(file, 'notes');
    const [note] = await vault().inFile(noteRecord, jana);
    expect(note).toMatchObject({
      title: 'Podklady k závěti',
      startedAt: Date.UTC(2026, 10, 5, 9, 30),
      attendees: [{ name: 'Jana Nováková' }, { name: 'Eva Horáková' }],
    });
    expect(note && plainText(note.body)).toBe('Dobrý den, posílám podklady.');
  });

  it('a note in Markdown keeps its headings, lists and check boxes', async () => {
    await run(await fixtures('2026-10-03 první schůzka.md'), 'notes');
    const [note] = await vault().inFile(noteRecord, jana);
    expect(note?.title).toBe('První schůzka');
    expect(new Date(note?.startedAt ?? 0).getDate()).toBe(3);
    expect(note?.body.content?.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'taskList',
      'orderedList',
    ]);
    expect(JSON.stringify(note?.body)).toContain('"marks":[{"type":"bold"}]');
  });
});
