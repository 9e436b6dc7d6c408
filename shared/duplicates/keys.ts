import type { ClientBody } from '#shared/domain/client.ts';
import { namesIn } from '#shared/domain/values.ts';
import { fold } from '#shared/lib/fold.ts';

/** What two clients have in common. Each has its words in `duplicates.why.<why>`. */
export type Common = 'number' | 'email' | 'phone' | 'name';

/** What a client is recognised by. */
export type Known = Pick<ClientBody, 'name'> &
  Partial<
    Pick<
      ClientBody,
      'email' | 'moreEmails' | 'phone' | 'morePhones' | 'numbers' | 'birthDate' | 'aliases' | 'formerNames'
    >
  >;

const FORM =
  /(^| )(s ?r ?o|spol s ?r ?o|a ?s|sp ?z ?o ?o|s ?a|ooo|oao|zao|pao|ooo|ооо|оао|зао|пао|ао|ltd|llc|gmbh|inc|mgr|ing|judr|mudr|phdr|bc|dr|mr|mrs|ms|prof|doc|phd|csc|dis)(?= |$)/g;

/** A name as it is compared: folded, without titles and forms of company, its words in one order. */
export function nameKey(name: string): string {
  const words = fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = words.replaceAll(FORM, ' ').replaceAll(/ +/g, ' ').trim();
  return (bare === '' ? words : bare).split(' ').toSorted().join(' ');
}

/** Digits of a phone number that say the same with and without the prefix of a country. */
const PHONE_DIGITS = 9;
const FEWEST = 6;

/** A phone number as it is compared; empty: too short to tell anybody from anybody. */
export const phoneKey = (phone: string): string => {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < FEWEST ? '' : digits.slice(-PHONE_DIGITS);
};

/** A registered number as it is compared; empty: too short to tell anybody from anybody. */
export const numberKey = (number: string): string => {
  const key = number
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(CZ|PL|RU|SK)(?=\d)/, '')
    .replace(/^0+/, '');
  return key.length < FEWEST - 1 ? '' : key;
};

/** An e-mail address as it is compared. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

/** Every name of a client: the one of today, others, and those of before. */
export const namesOf = ({ name, aliases = '', formerNames = '' }: Known): readonly string[] =>
  [name, ...namesIn(aliases), ...namesIn(formerNames)].filter((one) => one.trim() !== '');

/** Something that a client is found by. */
export interface Key {
  readonly why: Common;
  readonly key: string;
  /** As it is written. */
  readonly said: string;
}

/** What a client is found by, the surest first. */
export function keysOf(client: Known): readonly Key[] {
  const keys: Key[] = [];
  const add = (why: Common, key: string, said: string): void => {
    if (key !== '') keys.push({ why, key: `${why} ${key}`, said });
  };
  for (const { value } of client.numbers ?? []) add('number', numberKey(value), value);
  for (const email of [client.email ?? '', ...namesIn(client.moreEmails ?? '')])
    add('email', emailKey(email), email);
  for (const phone of [client.phone ?? '', ...namesIn(client.morePhones ?? '')])
    add('phone', phoneKey(phone), phone);
  for (const name of namesOf(client)) add('name', nameKey(name), name);
  return keys;
}

/** Whether two are said to be different: other days of birth, other numbers of one kind. */
export function contradict(one: Known, other: Known): boolean {
  if (one.birthDate && other.birthDate && one.birthDate !== other.birthDate) return true;
  return (one.numbers ?? []).some(
    ({ kind, value }) =>
      kind !== 'iban' &&
      kind !== 'other' &&
      other.numbers?.some((own) => own.kind === kind) === true &&
      !other.numbers.some((own) => own.kind === kind && numberKey(own.value) === numberKey(value)),
  );
}
