import { emptyClient, type ClientBody } from '#shared/domain/client.ts';
import type { PartyBody } from '#shared/domain/party.ts';
import type { Language } from '#shared/domain/values.ts';
import type { ClientDraft } from './client-draft.ts';
import { nameKey } from '#shared/duplicates/keys.ts';

/** A new client of what a row says. */
export function newClient(
  { name, patch }: Pick<ClientDraft, 'name' | 'patch'>,
  language: Language,
): ClientBody {
  const empty = emptyClient(name, language);
  return { ...empty, ...patch, about: { ...empty.about, ...patch.about } };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Two lists of lines as one, each line once. */
const joined = (...texts: readonly string[]): string => [...new Set(texts.flatMap(linesOf))].join('\n');

/** A number without what parts it for the eye. */
const bare = (value: string): string => value.replaceAll(/[\s/-]/g, '');

function addNumbers(now: ClientBody['numbers'], more: ClientBody['numbers']): ClientBody['numbers'] {
  const fresh = more.filter(
    ({ kind, value }) => !now.some((own) => own.kind === kind && bare(own.value) === bare(value)),
  );
  return [...now, ...fresh];
}

/** What somebody was reached by so far and is not any more: it stays, behind the new one. */
const further = (old: string, fresh: string | undefined): string =>
  fresh === undefined || old === fresh ? '' : old;

/**
 * A client with what a row says of them. One value takes the place of another; of what there can be several, more is added.
 * The name stays: it is how the practice lists the client.
 */
export function updated(now: ClientBody, { name, patch }: Pick<ClientDraft, 'name' | 'patch'>): ClientBody {
  const {
    type: _type,
    numbers,
    tags,
    keyFacts,
    about,
    custom,
    anniversaries,
    email,
    phone,
    ...single
  } = patch;
  const body: ClientBody = { ...now, ...single };
  if (nameKey(name) !== nameKey(now.name)) body.aliases = joined(now.aliases, patch.aliases ?? '', name);
  else body.aliases = joined(now.aliases, patch.aliases ?? '');
  body.formerNames = joined(now.formerNames, patch.formerNames ?? '');
  body.email = email ?? now.email;
  body.phone = phone ?? now.phone;
  const others = (list: string, main: string): string =>
    joined(...linesOf(list).filter((line) => line !== main));
  body.moreEmails = others(
    joined(now.moreEmails, patch.moreEmails ?? '', further(now.email, email)),
    body.email,
  );
  body.morePhones = others(
    joined(now.morePhones, patch.morePhones ?? '', further(now.phone, phone)),
    body.phone,
  );
  if (numbers) body.numbers = addNumbers(now.numbers, numbers);
  if (tags) body.tags = [...new Set([...now.tags, ...tags])];
  if (keyFacts !== undefined && !now.keyFacts.includes(keyFacts))
    body.keyFacts = [now.keyFacts, keyFacts].filter((text) => text !== '').join('\n');
  if (about) body.about = { ...now.about, ...about };
  if (custom) body.custom = { ...now.custom, ...custom };
  if (anniversaries) {
    const fresh = anniversaries.filter(({ day }) => !now.anniversaries.some((own) => own.day === day));
    body.anniversaries = [...now.anniversaries, ...fresh];
  }
  return body;
}

/** Whether two people of one file are one. */
export const samePerson = (one: Pick<PartyBody, 'name'>, other: Pick<PartyBody, 'name'>): boolean =>
  nameKey(one.name) === nameKey(other.name);

/** A person with what a row says of them: it fills what is empty, and replaces how they are reached. */
export const updatedParty = (now: PartyBody, more: PartyBody): PartyBody => ({
  ...now,
  formerNames: joined(now.formerNames, more.formerNames),
  aliases: joined(now.aliases, more.aliases),
  email: more.email === '' ? now.email : more.email,
  phone: more.phone === '' ? now.phone : more.phone,
  ...(more.numbers && { numbers: addNumbers(now.numbers ?? [], more.numbers) }),
  remark: joined(now.remark, more.remark),
});
