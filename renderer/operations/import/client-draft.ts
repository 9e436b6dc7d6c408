import type { ClientBody } from '#shared/domain/client.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { NUMBER_KINDS, type RegisteredNumber } from '#shared/domain/numbers/kinds.ts';
import { emptyParty, type PartyBody } from '#shared/domain/party.ts';
import type { ReadRow } from '#renderer/worker/import/table.ts';
import type { StageSetting } from '#shared/domain/stages.ts';
import { namesOrganisation, parseChoice, parseStanding } from './choices.ts';
import { isYearless } from './dates.ts';
import { customValues, peopleNamed } from './custom-columns.ts';
import { type Reading, type Problem, RowReader } from './row-reader.ts';

/** What a row says of a client. Holds only what the row says. */
export interface ClientDraft {
  readonly row: number;
  readonly name: string;
  readonly patch: Partial<Omit<ClientBody, 'name' | 'about'>> & {
    readonly about?: Partial<ClientBody['about']>;
  };
  /** People that come with an organisation. */
  readonly parties: readonly PartyBody[];
  /** Names of people of the file that fields of the practice's own lead to, by the id of the field. */
  readonly linked: Readonly<Record<string, string>>;
}

/** What the rows of clients are read with. */
export interface ClientReading extends Reading {
  readonly custom: readonly CustomField[];
  /** The stages as the practice has them. */
  readonly stages?: readonly StageSetting[] | undefined;
  /** Whether people with an organisation become contact persons of it. */
  readonly contacts: boolean;
}

type Patch = { -readonly [Key in keyof ClientDraft['patch']]: ClientDraft['patch'][Key] };

const SEVERAL = /[;,\n]|\s:::\s/;
const LINES = /[;\n]|\s:::\s/;

/** Surname first, as names are listed. */
function personName(row: RowReader): string {
  const whole = row.line('name');
  if (whole !== '') return whole;
  return [row.line('lastName'), row.line('firstName'), row.line('middleName')]
    .filter((part) => part !== '')
    .join(' ');
}

function addressOf(row: RowReader): string {
  const whole = row.text('address');
  const city = [row.line('postcode'), row.line('city')].filter((part) => part !== '').join(' ');
  const parts = [row.line('street'), city, row.line('region'), row.line('country')];
  const made = parts.filter((part) => part !== '').join('\n');
  // Programs give an address both whole and in parts.
  return whole === '' ? made : whole;
}

/** The registered numbers of a row, each of the kind of its column. */
export function numbersOf(row: RowReader): readonly RegisteredNumber[] {
  return NUMBER_KINDS.flatMap((kind) =>
    row
      .parts(kind === 'other' ? 'number' : kind, SEVERAL)
      .map((value) => ({ kind, value: value.slice(0, 500) })),
  );
}

/** What a row says beside names and ways to reach somebody. */
function readRest(row: RowReader, patch: Patch, { custom, stages }: ClientReading): void {
  const set = <Key extends keyof Patch>(key: Key, value: Patch[Key] | null | ''): void => {
    if (value !== null && value !== '') patch[key] = value;
  };
  set(
    'kind',
    row.parsed('kind', (text) => parseChoice('clientKind', text), 'badChoice'),
  );
  Object.assign(
    patch,
    row.parsed('stage', (text) => parseStanding(text, stages), 'badChoice'),
  );
  set(
    'language',
    row.parsed('language', (text) => parseChoice('language', text), 'badChoice'),
  );
  const yearless = row.all('birthDate').some(({ text }) => isYearless(text));
  set('birthDate', yearless ? null : row.day('birthDate'));
  set('acquiredOn', row.day('acquiredOn'));
  for (const key of [
    'source',
    'referredBy',
    'group',
    'responsible',
    'contactPerson',
    'decisionMaker',
  ] as const)
    set(key, row.line(key));
  for (const key of ['formerNames', 'aliases'] as const) set(key, row.parts(key, LINES).join('\n'));
  set('keyFacts', row.text('keyFacts'));
  const tags = row.parts('tags', SEVERAL).map((tag) => tag.replace(/^\*\s*/, '').slice(0, 100));
  if (tags.length > 0) patch.tags = tags;
  const numbers = numbersOf(row);
  if (numbers.length > 0) patch.numbers = [...numbers];
  const day = row.day('anniversary');
  if (day !== null) patch.anniversaries = [{ label: row.all('anniversary')[0]?.header ?? '', day }];
  const about: Partial<ClientBody['about']> = {};
  for (const key of ['lineOfBusiness', 'interests', 'goals', 'expectations', 'whyTheyCame'] as const) {
    const text = key === 'lineOfBusiness' ? row.line(key) : row.text(key);
    if (text !== '') about[key] = text;
  }
  if (Object.keys(about).length > 0) patch.about = about;
  const values = customValues(row, custom);
  if (values) patch.custom = values;
}

/** The ways to reach somebody: the first of each kind, and the others. */
function reachOf(row: RowReader) {
  const [email = '', ...moreEmails] = row
    .parts('email', SEVERAL)
    .map((text) => text.replace(/^mailto:/i, ''));
  const [phone = '', ...morePhones] = row.parts('phone', SEVERAL).map((text) => text.replace(/^tel:/i, ''));
  return { email: email.slice(0, 500), phone: phone.slice(0, 500), moreEmails, morePhones };
}

function readReach(row: RowReader, patch: Patch): void {
  const { email, phone, moreEmails, morePhones } = reachOf(row);
  if (email !== '') patch.email = email;
  if (phone !== '') patch.phone = phone;
  if (moreEmails.length > 0) patch.moreEmails = moreEmails.join('\n');
  if (morePhones.length > 0) patch.morePhones = morePhones.join('\n');
}

function contactOf(row: RowReader, name: string): PartyBody {
  const { email, phone, moreEmails, morePhones } = reachOf(row);
  const remark = [row.line('role'), ...moreEmails, ...morePhones].filter((line) => line !== '').join('\n');
  return { ...emptyParty(name, 'contact'), email, phone, remark };
}

/** Reads a row as a client. The draft is null when the row says of nobody who it is; the problems tell. */
export function readClient(
  cells: ReadRow,
  reading: ClientReading,
): { readonly draft: ClientDraft | null; readonly problems: readonly Problem[] } {
  const row = new RowReader(cells, reading);
  const patch: Patch = {};
  const [person, organisation] = [personName(row), row.line('organisation')];
  const asContact = reading.contacts && person !== '' && organisation !== '';
  const name = asContact || person === '' ? organisation : person;
  if (name === '') row.complain('noName', 'name', true);
  const type = row.parsed('type', (text) => parseChoice('clientType', text), 'badChoice');
  const looksIt = name === organisation || namesOrganisation(name);
  if (type !== null || name !== '')
    patch.type = asContact ? 'organisation' : (type ?? (looksIt ? 'organisation' : 'person'));
  readRest(row, patch, reading);
  const address = addressOf(row);
  if (address !== '') patch.address = address;
  if (asContact) patch.contactPerson ??= person;
  else readReach(row, patch);
  if (!asContact && person !== '' && organisation !== '' && name === person) {
    patch.about = { ...patch.about, lineOfBusiness: patch.about?.lineOfBusiness ?? organisation };
  }
  const parties = asContact ? [contactOf(row, person)] : [];
  const linked = peopleNamed(row, reading.custom);
  return {
    draft: row.fatal ? null : { row: row.number, name, patch, parties, linked },
    problems: row.problems,
  };
}
