import type { Client, ClientBody } from '#shared/domain/client.ts';
import { fold } from '#shared/lib/fold.ts';

/** What two records have in common. Each has its words in `imports.why.<why>`. */
export type Why = 'number' | 'email' | 'phone' | 'name' | 'title';

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

const phoneKey = (phone: string): string => {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < FEWEST ? '' : digits.slice(-PHONE_DIGITS);
};

const numberKey = (number: string): string => {
  const key = number
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(CZ|PL|RU|SK)(?=\d)/, '')
    .replace(/^0+/, '');
  return key.length < FEWEST - 1 ? '' : key;
};

const lines = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[\n;]/).map((line) => line.trim());

/** What a client is found by, the surest first. */
export function keysOf(client: Known): readonly { readonly why: Why; readonly key: string }[] {
  const keys: { readonly why: Why; readonly key: string }[] = [];
  const add = (why: Why, key: string): void => {
    if (key !== '') keys.push({ why, key: `${why} ${key}` });
  };
  for (const { value } of client.numbers ?? []) add('number', numberKey(value));
  for (const email of [client.email ?? '', ...lines(client.moreEmails)]) add('email', email.toLowerCase());
  for (const phone of [client.phone ?? '', ...lines(client.morePhones)]) add('phone', phoneKey(phone));
  for (const name of [client.name, ...lines(client.aliases), ...lines(client.formerNames)])
    add('name', name === '' ? '' : nameKey(name));
  return keys;
}

/** Whether two that are called alike are said to be different: other days of birth, other numbers of one kind. */
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

/** Somebody that was recognised. */
export interface Hit<Value> {
  readonly value: Value;
  readonly why: Why;
}

/** Finds who is known by number, e-mail, phone or name. */
export class KnownIndex<Value> {
  readonly #values = new Map<string, { readonly value: Value; readonly known: Known }[]>();

  add(known: Known, value: Value): void {
    for (const { key } of keysOf(known)) {
      const list = this.#values.get(key) ?? [];
      list.push({ value, known });
      this.#values.set(key, list);
    }
  }

  /** The first who has something in common with somebody and is not said to be another. */
  find(known: Known): Hit<Value> | null {
    for (const { why, key } of keysOf(known)) {
      const found = this.#values
        .get(key)
        ?.find((one) => !contradict(one.known, known) && !(why === 'phone' && differ(one.known, known)));
      if (found) return { value: found.value, why };
    }
    return null;
  }

  /** Everybody who has one key. */
  allWith(why: Why, known: Known): readonly Value[] {
    const own = keysOf(known).filter((one) => one.why === why);
    return [...new Set(own.flatMap(({ key }) => (this.#values.get(key) ?? []).map(({ value }) => value)))];
  }
}

/** Households and firms share a phone: of two with one phone that have e-mails or first names apart, each is somebody else. */
function differ(one: Known, other: Known): boolean {
  const [mine, theirs] = [new Set(nameKey(one.name).split(' ')), nameKey(other.name).split(' ')];
  return !theirs.some((word) => mine.has(word));
}

/** An index of every client there is. */
export function indexOfClients(clients: readonly Client[]): KnownIndex<Client> {
  const index = new KnownIndex<Client>();
  for (const client of clients) index.add(client, client);
  return index;
}
