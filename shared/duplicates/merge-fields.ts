import type { ClientBody } from '#shared/domain/client.ts';
import type { MergeSide } from '#shared/domain/duplicate.ts';
import { namesIn } from '#shared/domain/values.ts';
import { emailKey, nameKey, numberKey, phoneKey } from './keys.ts';

/** Fields of which a client has one value: one of two is taken. */
export const SINGLE_FIELDS = [
  'name',
  'type',
  'kind',
  'stage',
  'email',
  'phone',
  'address',
  'birthDate',
  'contactPerson',
  'decisionMaker',
  'language',
  'group',
  'responsible',
  'acquiredOn',
  'source',
  'referredBy',
  'keyFacts',
  'lineOfBusiness',
  'whyTheyCame',
  'goals',
  'expectations',
  'interests',
  'relationship',
] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

/** Long texts, which can also stand one after the other. */
const LONG: ReadonlySet<string> = new Set(['keyFacts', 'whyTheyCame', 'goals', 'expectations', 'interests']);
/** Whether both values of a field can be kept. */
export const takesBoth = (field: string): boolean => LONG.has(field);

const ABOUT = ['lineOfBusiness', 'whyTheyCame', 'goals', 'expectations', 'interests'] as const;
type AboutField = (typeof ABOUT)[number];
const isAbout = (field: SingleField): field is AboutField => (ABOUT as readonly string[]).includes(field);

/** What a client says in a field. */
export const valueOf = (client: ClientBody, field: SingleField): unknown =>
  isAbout(field) ? client.about[field] : client[field];

/** One of the practice's own fields, by its id. */
export type CustomName = `custom:${string}`;
/** Whether a field is one of the practice's own. */
export const isCustom = (field: string): field is CustomName => field.startsWith('custom:');
/** The name of one of the practice's own fields. */
export const customName = (id: string): CustomName => `custom:${id}`;

/** The values of the practice's own fields: the decided ones, and what only one of the clients says. */
function customOf(into: ClientBody, from: ClientBody, choices: Choices): ClientBody['custom'] {
  const taken = Object.entries(from.custom).filter(
    ([id]) => !(id in into.custom) || choices[customName(id)] === 'from',
  );
  return { ...into.custom, ...Object.fromEntries(taken) };
}

/** Lines of both lists, each once. */
function lines(key: (line: string) => string, ...texts: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const line of texts.flatMap(namesIn)) {
    const own = key(line) || line;
    if (!found.has(own)) found.set(own, line);
  }
  return [...found.values()];
}

function united<Item>(one: readonly Item[], other: readonly Item[], key: (item: Item) => string): Item[] {
  const found = new Map<string, Item>();
  for (const item of [...one, ...other]) if (!found.has(key(item))) found.set(key(item), item);
  return [...found.values()];
}

const json = (item: unknown): string => JSON.stringify(item);

/** The further addresses, with a main one that another took the place of. */
function addresses(into: ClientBody, from: ClientBody, main: string): ClientBody['moreAddresses'] {
  const beside = [into.address, from.address]
    .filter((text) => text.trim() !== '' && text.trim() !== main.trim())
    .map((text) => ({ label: '', text, from: null, to: null }));
  return united([...into.moreAddresses, ...from.moreAddresses], beside, (one) => one.text.trim()).filter(
    ({ text }) => text.trim() !== main.trim() || main.trim() === '',
  );
}

/** Of a single value that was decided; both only where that makes sense. */
function chosen<Value>(field: SingleField, choices: Choices, into: Value, from: Value): Value {
  const side = choices[field];
  if (side === 'from') return from;
  if (side !== 'both' || !takesBoth(field) || typeof into !== 'string') return into;
  return [into, from].filter((text) => text !== '').join('\n') as Value;
}

/** Where each decided field is from. */
type Choices = Readonly<Partial<Record<string, MergeSide>>>;

/**
 * One client of two. Of what there can be one, the decided value is taken; names, addresses and ways to reach somebody that it
 * takes the place of are kept as further ones. Of what there can be several, all is kept.
 * @param choices By field; what is not there stays as the surviving client has it.
 */
export function mergedClient(into: ClientBody, from: ClientBody, choices: Choices): ClientBody {
  const pick = <Key extends SingleField & keyof ClientBody>(key: Key): ClientBody[Key] =>
    chosen(key, choices, into[key], from[key]);
  const about = Object.fromEntries(
    ABOUT.map((key) => [key, chosen(key, choices, into.about[key], from.about[key])]),
  ) as ClientBody['about'];
  const [name, email, phone, address] = [pick('name'), pick('email'), pick('phone'), pick('address')];
  const stage = choices['stage'] === 'from' ? from : into;
  const others = (key: (line: string) => string, main: string, ...texts: readonly string[]): string =>
    lines(key, ...texts)
      .filter((line) => key(line) !== key(main))
      .join('\n');
  return {
    ...into,
    ...Object.fromEntries(
      SINGLE_FIELDS.flatMap((field) => (isAbout(field) ? [] : [[field, pick(field)] as const])),
    ),
    stage: stage.stage,
    ownStage: stage.ownStage ?? null,
    stageReason: stage.stageReason,
    about,
    aliases: others(nameKey, name, into.aliases, from.aliases, into.name, from.name),
    formerNames: lines(nameKey, into.formerNames, from.formerNames).join('\n'),
    moreEmails: others(emailKey, email, into.email, into.moreEmails, from.email, from.moreEmails),
    morePhones: others(phoneKey, phone, into.phone, into.morePhones, from.phone, from.morePhones),
    moreAddresses: addresses(into, from, address),
    tags: united(into.tags, from.tags, (tag) => tag),
    numbers: united(into.numbers, from.numbers, ({ kind, value }) => `${kind} ${numberKey(value) || value}`),
    anniversaries: united(into.anniversaries, from.anniversaries, json),
    perks: united(into.perks, from.perks, json),
    consents: united(into.consents, from.consents, json),
    custom: customOf(into, from, choices),
    sample: into.sample && from.sample,
  };
}
