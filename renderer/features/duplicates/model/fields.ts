import type { TFunction } from 'i18next';
import { fieldsOf } from '#renderer/entities/history/index.ts';
import type { ClientBody } from '#shared/domain/client.ts';
import type { Language } from '#shared/domain/values.ts';
import { type CustomField } from '#shared/domain/custom-field.ts';
import { customText, type CustomWords } from '#shared/domain/custom-values.ts';

/** What is compared: the practice's own fields, and how their values are read. */
export interface OwnFields {
  readonly fields: readonly CustomField[];
  readonly words: CustomWords;
}

/** The text of each field of which a client has one value. */
export function singleTexts(
  client: ClientBody,
  t: TFunction,
  { fields, words }: OwnFields,
): ReadonlyMap<string, string> {
  const alone: ClientBody = { ...client, moreEmails: '', morePhones: '', moreAddresses: [] };
  return new Map([
    ...fieldsOf('clients', alone, t, words.language).map(({ name, text }) => [name, text] as const),
    ...fields.map(
      (field) => [`custom:${field.id}`, customText(field, client.custom[field.id], words)] as const,
    ),
  ]);
}

/** Fields of which a client has several values: those of both are kept. */
const UNITED = [
  'aliases',
  'formerNames',
  'email',
  'phone',
  'address',
  'numbers',
  'tags',
  'anniversaries',
  'consents',
  'perks',
] as const;

/** What a merged client says in the fields that hold several values, as far as the surviving one alone says less. */
export function unitedTexts(
  merged: ClientBody,
  into: ClientBody,
  t: TFunction,
  language: Language,
): readonly { readonly name: (typeof UNITED)[number]; readonly text: string }[] {
  const [after, before] = [merged, into].map(
    (body) => new Map(fieldsOf('clients', body, t, language).map(({ name, text }) => [name as string, text])),
  );
  return UNITED.flatMap((name) => {
    const text = after?.get(name) ?? '';
    return text === '' || text === before?.get(name) ? [] : [{ name, text }];
  });
}
